/** A comparison as a chart: for each bucket a ring for side A, a dot for side B, and the interval of the change. */
import { formatPercent, formatPointsOf } from "#lib/format";
import type { Language } from "#lib/language";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { subtitleOf } from "./captions";
import { type DumbbellSpec, type Frame, frameOf, type SizeName } from "./chart-spec";
import {
	type ComparedRow,
	type Comparison,
	comparedBases,
	comparedWindows,
	comparisonSentence,
	comparisonTitle,
	namesOfSides,
	smallerBase,
} from "./comparison";
import { shortened } from "./text-width";
import { valueAxis } from "./ticks";

/** In heights of text. */
const [stepMin, stepUsual] = [1.45, 2.1];
const rowsMax = 14;

interface Options {
	size: SizeName | Frame;
	language: Language;
	/** Height that the chart fills, px; default: as much as it needs. */
	room?: number;
}

export function dumbbellChart(
	comparison: Comparison,
	statistic: Statistic,
	{ size, language, room }: Options,
): DumbbellSpec {
	const t = translate(language);
	const { width, fontSize, like, widthOf } = frameOf(size);
	const base = smallerBase(comparison);
	// The key above the rows, and the axis below them.
	const [top, bottom] = [Math.round(fontSize * 2.2), Math.round(fontSize * 1.8)];
	const inside = room === undefined ? Number.POSITIVE_INFINITY : room - top - bottom;
	const drawn = comparison.rows.slice(0, Math.max(1, Math.min(rowsMax, Math.floor(inside / (fontSize * stepMin)))));
	const left = comparison.rows.length - drawn.length;
	const isNarrow = like === "narrow";
	const rows = drawn.map((row) => ({
		bucket: row.bucket,
		label: shortened(row.label, fontSize, width * 0.36, widthOf),
		a: row.a?.percent ?? null,
		b: row.b?.percent ?? null,
		range: rangeOfB(row),
		isCertain: row.certain,
		text: changeText(row, base, isNarrow, language),
	}));
	const step = Math.floor(Math.min(inside / Math.max(rows.length, 1), fontSize * stepUsual));
	const margin = {
		top,
		right: Math.max(0, ...rows.map(({ text }) => widthOf(text, fontSize))) + 14,
		bottom,
		left: Math.max(0, ...rows.map(({ label }) => widthOf(label, fontSize))) + 14,
	};
	const longest = Math.max(0, ...rows.flatMap(({ a, b, range }) => [a ?? 0, b ?? 0, range?.[1] ?? 0]));
	const axis = valueAxis(longest, isNarrow ? 2 : 4, false);
	const names = namesOfSides(comparison, language);
	const keyWidthMax = width / 2 - fontSize * 2;
	return {
		slug: statistic.slug,
		kind: "dumbbells",
		baseHosts: base,
		size: like,
		language,
		title: comparisonTitle(statistic, language),
		subtitle: `${subtitleOf(statistic, "share", language)} · ${t("questions.compare.key")}`,
		sentence: `${t("questions.compare.sides", names)}. ${comparisonSentence(comparison, language)}`,
		note: [
			comparedBases(comparison, language),
			comparedWindows(statistic, comparison, language),
			...(left ? [t("chart.left", { count: left })] : []),
		].join(" · "),
		width,
		height: top + bottom + step * Math.max(rows.length, 1),
		fontSize,
		margin,
		// Shares end at 100 %, whatever a round axis would reach to.
		max: Math.min(100, axis.max),
		ticks: axis.values.filter((at) => at <= 100).map((at) => ({ at, label: formatPercent(at, language) })),
		sides: [names.a, names.b].map((name, i) => {
			const text = shortened(`${"AB"[i]}: ${name}`, fontSize, keyWidthMax, widthOf);
			return { text, width: widthOf(text, fontSize) };
		}),
		rows,
		step,
	};
}

/** From and to which share B may be, seen from A. */
function rangeOfB({ a, interval }: ComparedRow): [low: number, high: number] | null {
	if (!a || !interval) return null;
	const within = (value: number) => Math.min(100, Math.max(0, value));
	return [within(a.percent + interval[0]), within(a.percent + interval[1])];
}

function changeText({ points, interval }: ComparedRow, base: number, isShort: boolean, language: Language): string {
	if (points === null) return isShort ? "–" : translate(language)("questions.compare.merged");
	const change = formatPointsOf(points, base, language);
	if (isShort || !interval) return change;
	const [low, high] = interval.map((value) => formatPointsOf(value, base, language));
	return `${change} (${low} … ${high})`;
}
