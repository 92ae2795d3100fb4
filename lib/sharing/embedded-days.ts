/** What an embedded chart says about the day under the pointer: small, since it is sent with every chart. */
import { thinDays } from "#lib/export/thin-days";
import { decimalsFor } from "#lib/format";
import { settingsOf } from "#lib/language";
import type { ChartSpec, LineSpec } from "#lib/series/chart-spec";

export interface EmbeddedDays {
	locale: string;
	isShare: boolean;
	/** Decimals that values have at most. */
	digits: number;
	/** Of the chart, of which `days` are some. */
	daysCount: number;
	/** Place among all days, and days since 1970. */
	days: [place: number, number: number][];
	/** Whether the lines keep their order; else the largest of a day comes first. */
	isStack: boolean;
	lines: { name: string; colour: string; values: (number | null)[] }[];
	/** The plot of each size: its left and right edge, in units of the drawing. */
	plots: Record<string, [left: number, right: number]>;
}

/** A longer history has the ends of weeks or months. */
const daysMax = 190;
const dayMs = 86_400_000;

/** `null` for bars, which have their values beside them. */
export function embeddedDays(charts: readonly ChartSpec[]): EmbeddedDays | null {
	const specs = charts.filter((spec): spec is LineSpec => "lines" in spec);
	const [spec] = specs;
	if (!spec) return null;
	const isShare = spec.measure === "share";
	const digits = isShare ? decimalsFor(spec.baseHosts) : 2;
	const places = thinDays(spec.days, daysMax);
	const lines = spec.kind === "stack" ? spec.lines.toReversed() : spec.lines;
	return {
		locale: settingsOf(spec.language).locale,
		isShare,
		digits,
		daysCount: spec.days.length,
		days: places.map((place) => [place, Date.parse(spec.days[place] ?? "") / dayMs]),
		isStack: spec.kind === "stack",
		lines: lines.map(({ label, colour, values }) => ({
			name: spec.kind === "area" ? spec.title : label,
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
