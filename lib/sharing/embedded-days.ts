/** What an embedded chart says about the day under the pointer: small, since it is sent with every chart. */
import type { Day } from "#lib/day";
import { thinDays } from "#lib/export/thin-days";
import { decimalsFor } from "#lib/format";
import { settingsOf } from "#lib/language";
import { type ChartSpec, isAlone, isStacked, type LineSpec } from "#lib/series/chart-spec";

export interface EmbeddedDays {
	locale: string;
	isShare: boolean;
	/** Decimals that values have at most. */
	digits: number;
	/** Of the chart, of which `days` are some. */
	daysCount: number;
	/** Place among all days, and days since 1970; of a week or month its middle, its first and its last day. */
	days: [place: number, number: number, last?: number][];
	/** Whether the lines keep their order; else the largest of a day comes first. */
	isStack: boolean;
	lines: { name: string; colour: string; values: (number | null)[] }[];
	/** The plot of each size: its left and right edge, in units of the drawing. */
	plots: Record<string, [left: number, right: number]>;
}

/** A longer history has the ends of weeks or months. */
const daysMax = 190;
const dayMs = 86_400_000;
const numberOf = (day: Day | undefined) => Date.parse(day ?? "") / dayMs;

/** `null` for bars, which have their values beside them. */
export function embeddedDays(charts: readonly ChartSpec[]): EmbeddedDays | null {
	const specs = charts.filter((spec): spec is LineSpec => "lines" in spec);
	const [spec] = specs;
	if (!spec) return null;
	const isShare = spec.measure === "share";
	const digits = isShare ? decimalsFor(spec.baseHosts) : 2;
	const { periods } = spec;
	const places = periods ? periods.map(({ from, to }) => Math.floor((from + to) / 2)) : thinDays(spec.days, daysMax);
	const lines = isStacked(spec) ? spec.lines.toReversed() : spec.lines;
	return {
		locale: settingsOf(spec.language).locale,
		isShare,
		digits,
		daysCount: spec.days.length,
		days: periods
			? periods.map(({ from, to }, i) => [places[i] ?? from, numberOf(spec.days[from]), numberOf(spec.days[to])])
			: places.map((place) => [place, numberOf(spec.days[place])]),
		isStack: isStacked(spec),
		lines: lines.map(({ label, colour, values }) => ({
			name: isAlone(spec) ? spec.title : label,
			colour,
			values: places.map((place) => {
				const value = values[place] ?? null;
				return value === null ? null : Number(value.toFixed(digits));
			}),
		})),
		plots: Object.fromEntries(
			specs.map(({ size, margin, width }) => [size, [margin.left, width - margin.right] as const]),
		) as EmbeddedDays["plots"],
	};
}
