/** One sentence about the data: what is largest and how much it is, how it changed over the range, and what comes next. */
import { type Day, type Every, endOfPeriod } from "#lib/day";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import { type Language, perLanguage, settingsOf } from "#lib/language";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { changeOf, type Drawn } from "./change";
import type { LineSpec } from "./chart-spec";
import { type Amount, clauseOf, furtherAmount, shareAmount, totalAmount } from "./clause";
import { type Distribution, supportOf } from "./distribution";
import type { Series } from "./series";

export function sentenceOf(
	title: string,
	history: Series,
	lines: readonly Drawn[],
	{ measure, isChosen = false, every = "day" }: { measure: LineSpec["measure"]; isChosen?: boolean; every?: Every },
	language: Language,
): string {
	const t = translate(language);
	const { unit, slug } = history.statistic;
	const on = (day: Day) => ({ every, date: formatDay(day, language) });
	const date = formatDay(history.to, language);
	const when = t("sentence.when", on(history.to));
	const ranked = lines
		.map((line) => ({ line, last: line.values.at(-1) ?? 0 }))
		.filter(({ last, line }) => last > 0 && (isChosen || line.bucket !== "other"))
		.sort((a, b) => b.last - a.last);
	const yes = ranked.find(({ line }) => line.bucket === "yes" || line.bucket === "all");
	const first = yes ?? ranked[0];
	if (!first) {
		const isRare = lines.some(({ bucket, values }) => bucket === "other" && (values.at(-1) ?? 0) > 0);
		return t(isRare ? "sentence.rare" : "sentence.nothing", { title, date });
	}

	const exact = ({ line }: (typeof ranked)[number]) => (line.totals ?? line.values).at(-1) ?? 0;
	const tied = yes ? [first] : ranked.filter((one) => exact(one) === exact(first));
	const { base } = history;
	const hosts = supportOf({ hosts: base.hosts.at(-1) ?? 0, total: base.total.at(-1) ?? 0 }, unit);
	// Tied buckets have different histories.
	const change = tied.length === 1 ? changeOf(first.line, history, measure, every, language) : null;
	const changed = change ? t("sentence.since", { ...change, than: t("sentence.than", on(change.since)) }) : "";
	const show = (value: number) =>
		measure === "share" ? formatShareOf(value, hosts, language) : formatNumber(value, language);
	if (first.line.bucket === "all") {
		const peak = peakOf(first.line, history, every);
		const most =
			peak && peak.value > first.last
				? t("sentence.peak", { value: show(peak.value), than: t("sentence.than", on(peak.day)) })
				: "";
		return t("sentence.oneNumber", { title, value: show(first.last), when, changed, most });
	}
	const further = yes
		? ""
		: furtherClauses(
				{ slug, unit },
				ranked.slice(tied.length).map((one) => ({ ...one.line, percent: one.last, total: exact(one) })),
				ranked.length,
				(one) =>
					measure === "share" ? furtherAmount(one, { hosts, unit, language }) : totalAmount(one.total, unit, language),
				language,
			);
	if (tied.length > 1) {
		const labels = listed(
			tied.map(({ line }) => line.label),
			language,
		);
		return t("sentence.tied", { title, labels, count: tied.length, value: show(first.last), when, further });
	}
	const amount =
		measure === "share" ? shareAmount(first.last, hosts, unit, language) : totalAmount(first.last, unit, language);
	const clause = clauseOf({ slug, unit }, first.line, amount, language);
	return clause === null
		? t("sentence.named", { title, label: first.line.label, value: show(first.last), when, changed, further })
		: t("sentence.asOf", { clause, ...on(history.to), changed, further });
}

/** The same for one day. */
export function sentenceOfDay({ statistic, date, base, rows }: Distribution, language: Language): string {
	const t = translate(language);
	const { title, unit } = statistic;
	const day = formatDay(date, language);
	const on = { every: "day", date: day };
	const when = t("sentence.when", on);
	const yes = rows.find(({ bucket }) => bucket === "yes" || bucket === "all");
	const ranked = yes ? [yes] : rows.filter(({ bucket, total }) => bucket !== "other" && total > 0);
	const first = ranked[0];
	if (!first)
		return t(rows.some(({ total }) => total > 0) ? "sentence.rare" : "sentence.nothing", { title, date: day });
	const tied = ranked.filter(({ total }) => total === first.total);
	const support = supportOf(base, unit);
	const whole = t(`ofAmount.${unit}`, { count: base.total, text: formatNumber(base.total, language) });
	const value = t("lead.exact", { percent: formatShareOf(first.percent, support, language), whole });
	const further = furtherClauses(
		statistic,
		ranked.slice(tied.length),
		ranked.length,
		(one) => furtherAmount(one, { hosts: support, unit, language }),
		language,
	);
	if (tied.length > 1) {
		const labels = listed(
			tied.map(({ label }) => label),
			language,
		);
		return t("sentence.tied", { title, labels, count: tied.length, value, when, further });
	}
	const clause = clauseOf(statistic, first, { text: value, count: base.total }, language);
	return clause === null
		? t("sentence.named", { title, label: first.label, value, when, changed: "", further })
		: t("sentence.asOf", { clause, ...on, changed: "", further });
}

const shortListMax = 4;

/** Of the next one, or of the next two where there are few in all. */
function furtherClauses<T extends { bucket: string; label: string }>(
	statistic: Pick<Statistic, "slug" | "unit">,
	ranked: readonly T[],
	all: number,
	amountOf: (one: T) => Amount,
	language: Language,
): string {
	const t = translate(language);
	return ranked
		.slice(0, all <= shortListMax ? 2 : 1)
		.flatMap((one) => clauseOf(statistic, one, amountOf(one), language) ?? [])
		.map((clause, i) => t(i === 0 ? "sentence.further" : "sentence.furtherAfter", { clause }))
		.join("");
}

function peakOf({ values }: Drawn, { days }: Series, every: Every) {
	const value = Math.max(...values.map((one) => one ?? 0));
	const day = days[values.indexOf(value)];
	// A week is named by its last day.
	return day ? { value, day: endOfPeriod(day, every) } : null;
}

/** For places where no title stands, such as the text of a picture. */
export function withTitle(sentence: string, title: string): string {
	return sentence.startsWith(`${title}: `) ? sentence : `${title}. ${sentence}`;
}

/** For places below the title. */
export function withoutTitle(sentence: string, title: string): string {
	const rest = sentence.startsWith(`${title}: `) ? sentence.slice(title.length + 2) : sentence;
	return capitalised(rest);
}

export const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const namedMax = 3;
const lists = perLanguage((language) => new Intl.ListFormat(settingsOf(language).locale));

/** `Intel and AMD`; of many, two and that there are others. */
export function listed(labels: readonly string[], language: Language): string {
	const names = labels.map((label) => quoted(label, language));
	const listedNames =
		names.length > namedMax ? [...names.slice(0, namedMax - 1), translate(language)("sentence.others")] : names;
	return lists[language].format(listedNames);
}

/**
 * Quotes labels that begin with a digit, which would be read as an amount, and labels in lower case, which would change when
 * capitalised at the start of a sentence. Some languages quote every name, because names are not declined.
 */
function quoted(label: string, language: Language): string {
	const {
		quotes: [opening, closing],
		quotedNames,
	} = settingsOf(language);
	return quotedNames === "all" || /^[\d\p{Ll}]/u.test(label) ? `${opening}${label}${closing}` : label;
}
