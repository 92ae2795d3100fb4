/** A fact: one dated number of a statistic, for an article or a badge. It is a bucket's share, or the number itself. */
import { hrefOf, statisticPath } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Product } from "#lib/product";
import type { Fact } from "#lib/schemas/answers";
import { amountOf, productName } from "#lib/series/captions";
import { type Distribution, type DistributionRow, supportOf } from "#lib/series/distribution";
import { labelOf } from "#lib/statistics/labels";
import { countsEvents, isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface FactContext {
	statistic: Statistic;
	/** The requested product. */
	product: Product;
	language: Language;
	/** Default: the largest; of yes and no, yes. */
	bucket: string | null;
	/** The address of the site, such as `https://stats.example.org`. */
	origin: string;
	isSimulation: boolean;
}

export function factOf(shown: Distribution, context: FactContext): Fact {
	const { statistic, product, language, origin, isSimulation } = context;
	const { bucket, label, hosts, total, percent } = chosenRow(shown, context);
	const { rows: _, base, ...described } = shown;
	const t = translate(language);
	const isOne = isOneNumber(statistic);
	const words = {
		title: [shown.statistic.title, productName(statistic, shown.product, language)].filter(Boolean).join(", "),
		when: whenOf(statistic, shown.date, language),
	};
	const value = isOne
		? formatNumber(total, language)
		: formatShareOf(percent, supportOf(base, statistic.unit), language);
	const whole = t(`ofAmount.${statistic.unit}`, { count: base.total, text: formatNumber(base.total, language) });
	const sentence = isOne
		? t("programs.fact.number", { ...words, amount: amountOf(total, statistic.unit, language) })
		: t("programs.fact.share", { ...words, label, value, base: whole });
	return {
		...described,
		...{ bucket, label, hosts, total, percent },
		base,
		value,
		sentence: isSimulation ? `${sentence} ${t("simulation.title")}` : sentence,
		simulated: isSimulation,
		page: origin + hrefOf({ language, product, day: shown.date }, statisticPath(statistic)),
	};
}

function whenOf(statistic: Statistic, day: Day, language: Language): string {
	const every = isObserved(statistic) ? statistic.every : "day";
	const date = formatDay(day, language, every === "month" ? "wholeMonth" : undefined);
	return translate(language)(`programs.fact.when.${every === "day" && countsEvents(statistic) ? "ofDay" : every}`, {
		date,
	});
}

/** The two sides of a badge. */
export function badgeTextOf(
	fact: Fact,
	language: Language,
	label: string | null = null,
): { label: string; message: string } {
	const t = translate(language);
	const product = fact.product === "all" ? "" : `${t(`product.${fact.product}`)}: `;
	const bucket = fact.bucket === "all" ? "" : ` – ${fact.label}`;
	return {
		label: label ?? `${product}${fact.statistic.title}${bucket}`,
		message: [
			fact.value,
			formatDay(fact.date, language, "short"),
			...(fact.simulated ? [t("programs.fact.simulation")] : []),
		].join(" · "),
	};
}

type Row = Omit<DistributionRow, "merged">;

function chosenRow({ rows, date, base }: Distribution, { statistic, language, bucket }: FactContext): Row {
	if (bucket === null) {
		const largest = rows.find((row) => row.bucket === "yes") ?? rows[0];
		if (!largest)
			throw new Problem(404, "Nothing counted", `Nothing is counted of ${statistic.slug} on ${date}: try another day.`);
		return largest;
	}
	const row = rows.find((one) => one.bucket === bucket);
	if (row) return row;
	if (supportOf(base, statistic.unit) === 0)
		throw new Problem(404, "Nothing counted", `Nothing is known of ${statistic.slug} on ${date}: try another day.`);
	// The bucket may have hosts, but too few to be published: those are in "other".
	if (statistic.threshold > 1 && !isObserved(statistic) && bucket !== "other")
		throw new Problem(
			404,
			"Too few hosts",
			`On ${date} fewer than ${statistic.threshold} hosts were counted in ${bucket}, or none: such counts are not published.`,
			{ hostsMin: statistic.threshold },
		);
	return { bucket, label: labelOf(statistic, bucket, language), hosts: 0, total: 0, percent: 0 };
}
