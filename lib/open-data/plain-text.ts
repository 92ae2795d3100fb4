/** A statistic as text for a terminal: title, day, an aligned table with the history of each row as a sparkline, note, addresses. */
import { dataHrefOf } from "#lib/address/links";
import { inUsualCount, type StatisticExport } from "#lib/export/export";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { readSeries } from "#lib/query/read";
import { shownStatistic } from "#lib/query/shown-statistic";
import { noteOf, productName } from "#lib/series/captions";
import { countsHosts, otherNumberOf, seriesInHosts } from "#lib/series/counted";
import { type Distribution, type DistributionRow, supportOf } from "#lib/series/distribution";
import { inPeriods } from "#lib/series/periods";
import { type Column, heldOver, type Series } from "#lib/series/series";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { publishedOf } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { aligned, clipped, type Side, sparkline, spreadPlaces, widthOf, wrapped } from "./text-columns";

export async function plainText(exported: StatisticExport<Distribution>): Promise<string> {
	const { statistic, product, language, address, isSimulation } = exported;
	const counted = inUsualCount(exported);
	const { shown } = counted;
	const { date } = shown;
	const nothing = { firstDay: date, lastDay: date, revision: 0, observed: new Map() };
	const range = (await publishedOf([statistic])) ?? nothing;
	const { lines } = await shownStatistic(statistic, product, date, language, range);
	const buckets = shown.rows.slice(0, terminalRowsMax).map(({ bucket }) => bucket);
	const read = await readSeries(statistic, product, { from: range.firstDay, to: date }, language, buckets);
	const history = heldOver(countsHosts(statistic, { count: null }) ? seriesInHosts(read) : read, statistic);
	return terminalText({
		statistic: counted.statistic,
		distribution: shown,
		other: otherNumberOf(exported.shown, shown),
		// Single days would say little in few columns.
		history: inPeriods(history, statistic)?.told ?? history,
		sentence: lines("wide").sentence,
		language,
		page: address,
		data: new URL(dataHrefOf({ language, product, day: date }, statistic, "day", "csv"), address).href,
		isSimulation,
	});
}

interface TerminalView {
	statistic: Statistic;
	/** In hosts or units. */
	distribution: Distribution;
	/** What stands beside: hosts, or units. */
	other: ReturnType<typeof otherNumberOf>;
	/** Of the first `terminalRowsMax` rows, up to the day. */
	history: Series;
	/** What the chart says. */
	sentence: string;
	language: Language;
	/** Of the page and of its data, absolute. */
	page: string;
	data: string;
	isSimulation: boolean;
}

/** More rows than this are in the data. */
const terminalRowsMax = 40;
const columnsMax = 100;
const historyColumns = 26;

function terminalText(view: TerminalView): string {
	const { statistic, distribution, language, sentence, page, data, isSimulation } = view;
	const t = translate(language);
	const { title } = distribution.statistic;
	const day = formatDay(distribution.date, language);
	const below = [
		sentence,
		noteOf(statistic, distribution, distribution.date, language),
		t("programs.terminal.scale"),
		...(isSimulation ? [`${t("simulation.title")} ${t("simulation.text")}`] : []),
	];
	const lines = [
		...wrapped(title, columnsMax),
		[productName(statistic, distribution.product, language), day].filter(Boolean).join(" · "),
		"",
		...table(view),
		"",
		...below.flatMap((text) => wrapped(text, columnsMax)),
		"",
		...aligned(
			[
				[t("programs.terminal.page"), page],
				[t("programs.terminal.data"), data],
			],
			["left", "left"],
		),
	];
	return `${lines.join("\n").replace(/[\u00a0\u202f]/g, " ")}\n`;
}

function table({ statistic, distribution, other, history, language }: TerminalView): string[] {
	const t = translate(language);
	const { unit } = statistic;
	const isOne = isOneNumber(statistic);
	const shown = distribution.rows.slice(0, terminalRowsMax);
	const places = spreadPlaces(history.days.length, historyColumns);
	const cells = (row: DistributionRow) => [
		formatNumber(row.total, language),
		...(other ? [formatNumber(other.of(row), language)] : []),
		...(isOne ? [] : [formatShareOf(row.percent, supportOf(distribution.base, unit), language, "fixed")]),
		sparkline(courseOf(row.bucket, history, isOne, places)),
	];
	const range = t("programs.terminal.history", {
		from: formatDay(history.from, language, "short"),
		to: formatDay(history.to, language, "short"),
	});
	const head = [
		t(`table.total.${unit}`),
		...(other ? [t(`table.total.${other.unit}`)] : []),
		...(isOne ? [] : [t("programs.terminal.share")]),
		range,
	];
	const rows = [head, ...shown.map(cells)];
	const sides: Side[] = ["left", ...head.slice(1).map((): Side => "right"), "left"];
	const others = head.reduce((sum, _, column) => sum + 2 + widthOf(rows.map((row) => row[column] ?? "")), 0);
	const names = [
		t("programs.terminal.name"),
		...shown.map(({ label }) => (isOne ? distribution.statistic.title : label)),
	];
	const rest = distribution.rows.length - shown.length;
	return [
		...aligned(
			rows.map((row, i) => [clipped(names[i] ?? "", columnsMax - others), ...row]),
			sides,
		),
		...(rest > 0 ? [t("programs.terminal.rest", { count: rest })] : []),
	];
}

/** Shares if there is a whole, else amounts. */
function courseOf(bucket: string, { series, base }: Series, isOne: boolean, places: readonly number[]): Column {
	const total = series.find((one) => one.bucket === bucket)?.total ?? [];
	return places.map((place) => {
		const part = total[place] ?? null;
		const whole = base.total[place] ?? null;
		if (part === null || whole === null) return null;
		return isOne ? part : whole === 0 ? null : (part / whole) * 100;
	});
}
