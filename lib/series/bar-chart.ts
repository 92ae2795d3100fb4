/** A distribution as a chart: the largest as bars, in their natural order where they have one, and the rest as one. */
import { formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { bothOf, noteOf } from "./captions";
import { type BarSpec, type Frame, frameOf, type SizeName } from "./chart-spec";
import { type Distribution, type DistributionRow, inNaturalOrder, supportOf, telling } from "./distribution";
import { type Colour, coloursOf } from "./palette";
import { sentenceOfDay } from "./sentence";
import { shortened } from "./text-width";

/** In heights of text: below the minimum lines touch, above the maximum bars become blocks. */
const [stepMin, stepMax] = [1.45, 3.2];

interface BarOptions {
	size: SizeName | Frame;
	language: Language;
	/** Maximum number of bars, without the one for the rest. */
	barsMax?: number;
	/** Colours of the buckets in the chart of history; others are grey. Default: each has its own. */
	colours?: ReadonlyMap<string, Colour>;
	/** Buckets that the reader chose: each has a bar, however small. */
	chosen?: readonly string[];
	/** Height that the bars fill, px; default: as much as they need. */
	room?: number;
}

export function barChart(distribution: Distribution, statistic: Statistic, options: BarOptions): BarSpec {
	const { language, barsMax = 12, chosen = [], room } = options;
	const { width, fontSize, like, widthOf } = frameOf(options.size);
	const fitting = room === undefined ? Number.POSITIVE_INFINITY : Math.floor((room - 4) / (fontSize * stepMin));
	const told = telling(distribution.rows, statistic);
	const all = distribution.rows.filter((row) => told.includes(row) || chosen.includes(row.bucket));
	const folded = distribution.rows.filter((row) => !all.includes(row));
	const baseHosts = supportOf(distribution.base, statistic.unit);
	// One percent allows for rounding.
	const overlaps =
		statistic.hasSeveral || all.reduce((sum, { total }) => sum + total, 0) > distribution.base.total * 1.01;
	const limits = { barsMax: Math.min(barsMax, fitting - 1), fitting, chosen };
	const rows = shownRows(all, statistic, limits, language).filter((row) => !(overlaps && row.isRest));
	const left = overlaps && all.length > rows.length ? all.length - rows.length : 0;
	const drawn = rows.map(({ bucket }) => bucket);
	const colours = options.colours ?? coloursOf(statistic, drawn);
	const bars = rows.map(({ bucket, label, percent, total }) => ({
		bucket,
		label: shortened(label, fontSize, width * 0.42, widthOf),
		colour: statistic.hasSeveral ? ("c0" as const) : (colours.get(bucket) ?? ("rest" as const)),
		value: percent,
		total,
		text: `${formatShareOf(percent, baseHosts, language)} · ${formatNumber(total, language)}`,
	}));
	const step =
		room === undefined
			? Math.round(fontSize * 2.1)
			: Math.floor(Math.min((room - 4) / Math.max(bars.length, 1), fontSize * stepMax));
	const margin = {
		top: 2,
		right: Math.max(0, ...bars.map(({ text }) => widthOf(text, fontSize))) + 10,
		bottom: 2,
		left: Math.max(0, ...bars.map(({ label }) => widthOf(label, fontSize))) + 10,
	};
	return {
		slug: statistic.slug,
		kind: "bars",
		size: like,
		language,
		title: distribution.statistic.title,
		subtitle: bothOf(statistic, language),
		sentence: sentenceOfDay({ ...distribution, rows: all }, language),
		note: [
			noteOf(statistic, distribution, distribution.date, language),
			...(left ? [translate(language)("chart.left", { count: left })] : []),
		].join(" · "),
		baseHosts,
		width,
		height: margin.top + margin.bottom + step * Math.max(bars.length, 1),
		fontSize,
		margin,
		max: Math.max(...bars.map(({ value }) => value), 0) || 100,
		bars,
		step,
		...(folded.length > 0 ? { everywhere: everywhereOf(folded, language) } : {}),
	};
}

const namedMax = 3;

function everywhereOf(folded: readonly DistributionRow[], language: Language) {
	const t = translate(language);
	const labels = folded.map(({ label }) => label);
	const named = labels.length > namedMax + 1 ? labels.slice(0, namedMax) : labels;
	const rest = labels.length > named.length ? [t("chart.rest", { count: labels.length - named.length })] : [];
	const share = folded.every(({ percent }) => percent === 100) ? "all" : "most";
	return { text: t("chart.everywhere", { share, labels: [...named, ...rest].join(", ") }), labels };
}

/**
 * Rows without a bar of their own share one bar at the end, with what was merged before publishing. If a host may be in many
 * rows, that bar would be no share and far longer than the others: the note says how many rows are left out instead.
 */
function shownRows(
	rows: readonly DistributionRow[],
	{ order }: Statistic,
	{ barsMax, fitting, chosen }: { barsMax: number; fitting: number; chosen: readonly string[] },
	language: Language,
): readonly (Pick<DistributionRow, "bucket" | "label" | "percent" | "total"> & { isRest?: true })[] {
	const sorted = (some: readonly DistributionRow[]) => (order ? inNaturalOrder(some, order) : some);
	if (rows.length <= (order ? fitting : barsMax + 1)) return sorted(rows);
	const isChosen = ({ bucket }: DistributionRow) => chosen.includes(bucket);
	const room = Math.max(0, barsMax - rows.filter(isChosen).length);
	const largest = rows.filter((row) => !isChosen(row)).slice(0, room);
	const isOwn = (row: DistributionRow) => isChosen(row) || largest.includes(row);
	const rest = rows.filter((row) => !isOwn(row));
	const sum = (read: (row: DistributionRow) => number) => rest.reduce((total, row) => total + read(row), 0);
	return [
		...sorted(rows.filter(isOwn)),
		{
			bucket: "other",
			isRest: true,
			label: translate(language)("chart.rest", { count: rest.length }),
			percent: Math.round(sum((row) => row.percent) * 100) / 100,
			total: sum((row) => row.total),
		},
	];
}
