/** Two sides of a statistic: two days, two products, or both. The answer of `/data/{slug}/compare.json`, and its words. */
import type { Day } from "#lib/day";
import { formatDay, formatPointsOf, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type PublishedProduct, windowDays } from "#lib/product";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { baseOf, windowOf } from "./captions";
import { type Described, supportOf } from "./distribution";

export interface ComparedSide {
	product: PublishedProduct;
	date: Day;
	base: { hosts: number; total: number };
}

interface Counts {
	hosts: number;
	/** In the statistic's unit. */
	total: number;
	percent: number;
}

export interface ComparedRow {
	bucket: string;
	label: string;
	/** `null`: merged on this side. */
	a: Counts | null;
	b: Counts | null;
	/** `b.percent - a.percent`, with its 95 % interval. */
	points: number | null;
	interval: [low: number, high: number] | null;
	/** 0 is outside the interval. */
	certain: boolean;
}

export interface Comparison {
	statistic: Described["statistic"];
	a: ComparedSide;
	b: ComparedSide;
	/** The largest difference first, `other` last. */
	rows: ComparedRow[];
}

export const comparisonTitle = (statistic: Statistic, language: Language) =>
	translate(language)("questions.compare.title", { title: titleOf(statistic, language) });

/** As many digits as the smaller side supports. */
export const smallerBase = ({ statistic: { unit }, a, b }: Comparison) =>
	Math.min(supportOf(a.base, unit), supportOf(b.base, unit));

/** What tells the sides apart: the days, the products, or both. */
export function namesOfSides({ a, b }: Comparison, language: Language): { a: string; b: string } {
	const t = translate(language);
	const name = ({ date, product }: ComparedSide) =>
		[a.product !== b.product && t(`product.${product}`), a.date !== b.date && formatDay(date, language)]
			.filter(Boolean)
			.join(", ") || formatDay(date, language);
	return { a: name(a), b: name(b) };
}

const namedMax = 3;

/** Which shares differ by more than chance. */
export function comparisonSentence(comparison: Comparison, language: Language): string {
	const { statistic, a, b, rows } = comparison;
	const t = translate(language);
	const certain = rows.filter((row) => row.certain && row.bucket !== "other");
	if (certain.length === 0) return t("questions.compare.nothing");
	const base = smallerBase(comparison);
	const changes = certain.slice(0, namedMax).map((row) =>
		t("questions.compare.change", {
			label: row.label,
			points: formatPointsOf(row.points ?? 0, base, language),
			a: formatShareOf(row.a?.percent ?? 0, supportOf(a.base, statistic.unit), language),
			b: formatShareOf(row.b?.percent ?? 0, supportOf(b.base, statistic.unit), language),
		}),
	);
	return t("questions.compare.certain", {
		count: certain.length,
		changes: changes.join("; "),
		more: certain.length - changes.length,
	});
}

/** The bases of both sides. */
export function comparedBases({ statistic, a, b }: Comparison, language: Language): string {
	const [ofA, ofB] = [a, b].map(({ base }) => baseOf({ statistic, base }, language));
	return `A: ${ofA} · B: ${ofB}`;
}

/** The windows of both sides. */
export function comparedWindows(statistic: Statistic, { a, b }: Comparison, language: Language): string {
	const [ofA, ofB] = [a, b].map(({ product, date }) =>
		windowOf(statistic, { windowDays: product === "all" ? null : windowDays[product] }, date, language),
	);
	return `A: ${ofA} · B: ${ofB}`;
}
