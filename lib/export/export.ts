/**
 * An export: a statistic's numbers with the caption that must go with them. Every file and text that leaves the site is
 * made from it alone.
 */
import { dataLicence } from "#lib/data-licence";
import { type Day, later } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, type PublishedProduct, productTable } from "#lib/product";
import { baseOf, productName, windowOf } from "#lib/series/captions";
import { type Comparison, comparedBases, comparedWindows, comparisonTitle } from "#lib/series/comparison";
import { countedStatistic, distributionInHosts, seriesInHosts } from "#lib/series/counted";
import type { Distribution } from "#lib/series/distribution";
import type { LineLook } from "#lib/series/line-chart";
import type { Series } from "#lib/series/series";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

export type Exported = Distribution | Series | Comparison;

export interface StatisticExport<T extends Exported = Exported> {
	statistic: Statistic;
	/** The requested product. */
	product: Product;
	shown: T;
	language: Language;
	/** The page that shows the same for ever: absolute, with its date. */
	address: string;
	/** How a history is drawn; absent: as suits the statistic. */
	look?: Pick<LineLook, "measure" | "axis" | "chosen" | "usual">;
	isSimulation: boolean;
}

/** As its page shows it at first: what tells how much each host has is counted in hosts. */
export function inUsualCount<T extends Exported>(exported: StatisticExport<T>): StatisticExport<T> {
	const statistic = countedStatistic(exported.statistic, { count: null });
	const { shown } = exported;
	if (statistic === exported.statistic || "a" in shown) return exported;
	return {
		...exported,
		statistic,
		shown: "days" in shown ? seriesInHosts(shown) : distributionInHosts(shown),
	} as StatisticExport<T>;
}

export function isSeries(exported: StatisticExport): exported is StatisticExport<Series> {
	return "days" in exported.shown;
}

export function isComparison(exported: StatisticExport): exported is StatisticExport<Comparison> {
	return "a" in exported.shown;
}

/** The day at which the numbers stand, the last of a history, the later of two that are compared. */
export function dayOf({ shown }: StatisticExport): Day {
	if ("a" in shown) return later(shown.a.date, shown.b.date);
	return "days" in shown ? shown.to : shown.date;
}

/** The products whose hosts are counted: two where products are compared. */
export function productsOf({ shown }: StatisticExport): PublishedProduct[] {
	return "a" in shown ? [...new Set([shown.a.product, shown.b.product])] : [shown.product];
}

/** Ready to print, in the language of the export. */
export interface Caption {
	title: string;
	/** Empty where no hosts are counted. */
	product: string;
	/** A date, or the first and the last of a history. */
	dates: string;
	/** `null` where the number is its own base. */
	base: string | null;
	window: string;
	/** Base and window. */
	note: string;
	source: string;
	licence: string;
	/** `null` where hosts are real. */
	simulation: string | null;
}

export function captionOf(exported: StatisticExport): Caption {
	const { statistic, language, isSimulation } = exported;
	const t = translate(language);
	const { title, base, window } = isComparison(exported)
		? {
				title: comparisonTitle(statistic, language),
				base: comparedBases(exported.shown, language),
				window: comparedWindows(statistic, exported.shown, language),
			}
		: ofOneSide(exported as StatisticExport<Distribution | Series>);
	return {
		title,
		product: productsOf(exported)
			.map((product) => productName(statistic, product, language))
			.join(" / "),
		dates: datesOf(exported),
		base,
		window,
		note: [...(base ? [base] : []), window].join(" · "),
		source: t("export.source", { site: t("site.name") }),
		licence: t("export.licence", { licence: dataLicence.name }),
		simulation: isSimulation ? `${t("simulation.title")} ${t("simulation.text")}` : null,
	};
}

function ofOneSide(exported: StatisticExport<Distribution | Series>) {
	const { statistic, shown, language } = exported;
	return {
		title: shown.statistic.title,
		base: isOneNumber(statistic) ? null : baseOf(shown, language),
		window: windowOf(statistic, shown, dayOf(exported), language),
	};
}

function datesOf(exported: StatisticExport): string {
	const { language } = exported;
	if (isComparison(exported)) {
		const { a, b } = exported.shown;
		const days = { a: formatDay(a.date, language), b: formatDay(b.date, language) };
		return a.date === b.date ? days.a : translate(language)("questions.compare.sides", days);
	}
	const to = formatDay(dayOf(exported), language);
	if (!isSeries(exported) || exported.shown.from === exported.shown.to) return to;
	return translate(language)("export.range", { from: formatDay(exported.shown.from, language), to });
}

interface Content {
	/** The slug of a statistic, or of a page. */
	name: string;
	product: PublishedProduct;
	/** `from` is `null` for a single day. */
	days: { from: string | null; to: string };
}

/** The name of a file: it says product, statistic and days, like `openvz-7-cpu-vendor-2026-11-28.csv`. */
export function fileName({ name, product, days: { from, to } }: Content, ending: string): string {
	const of = product === "all" ? "openvz" : productTable[product].versionBucket;
	// `openvz-version` of both products says it itself.
	const subject = name.startsWith(`${of}-`) ? name : `${of}-${name}`;
	const dates = from === null ? [to] : ["series", from, "to", to];
	return `${[subject, ...dates].join("-")}.${ending}`;
}

export function fileNameOf(exported: StatisticExport, ending: string): string {
	const { statistic, product } = exported;
	if (isComparison(exported)) return comparisonFileName(statistic.slug, exported.shown, ending);
	const days = isSeries(exported) ? exported.shown : { from: null, to: dayOf(exported) };
	return fileName({ name: statistic.slug, product: productsOf(exported)[0] ?? product, days }, ending);
}

/** Like `openvz-7-cpu-vendor-compare-2025-11-28-with-2026-11-28.csv`; of two products, each day has its product. */
export function comparisonFileName(slug: string, { a, b }: Pick<Comparison, "a" | "b">, ending: string): string {
	const isOneProduct = a.product === b.product;
	const side = ({ product, date }: Comparison["a"]) =>
		isOneProduct || product === "all" ? date : `${productTable[product].versionBucket}-${date}`;
	const days = { from: null, to: `${side(a)}-with-${side(b)}` };
	return fileName({ name: `${slug}-compare`, product: isOneProduct ? a.product : "all", days }, ending);
}
