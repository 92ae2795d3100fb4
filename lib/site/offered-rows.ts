/** The table of a statistic's own page: which rows are in the chart, the history of each, and what a search finds. */

import { type PageState, stateParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { readCourses } from "#lib/query/read";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { chartKind, kindIn, picked, toggled, usualMeasure } from "#lib/series/chart-kind";

/** A table with this many rows has a search. */
const longFrom = 11;

interface OfferedRow {
	isPicked: boolean;
	/** Link that adds the row to the chart or removes it; `null` if the chart is full. */
	href: string | null;
	course: readonly (number | null)[];
	/** The search does not match it. */
	isHidden: boolean;
}

interface OfferedRows {
	/** By bucket. */
	rows: ReadonlyMap<string, OfferedRow>;
	picked: { bucket: string; label: string; colour: string; href: string }[];
	/** How many rows match the search. */
	found: number;
	isLong: boolean;
	/** A table that is searched already must offer its search, even if it is short. */
	canSearch: boolean;
}

export async function offeredRows(
	{ statistic, distribution, history, chart, colours, usual }: ShownStatistic,
	view: View,
	state: PageState,
): Promise<OfferedRows> {
	const measure = chart.measure ?? usualMeasure(statistic);
	const { from, to } = history;
	const courses = await readCourses(statistic, view.product, { from, to }, measure);
	const kind = kindIn(chartKind(statistic), { ...chart, buckets: [] });
	const choice = { kind, usual, chosen: chart.buckets, drawn: [...colours.keys()] };
	const inChart = picked(choice);
	const hrefWith = (buckets: readonly string[]) =>
		hrefOf(view, statisticPath(statistic), stateParameters({ ...state, chart: { ...chart, buckets } }));
	const hrefOfToggled = (bucket: string) => {
		const next = toggled(choice, bucket);
		return next && hrefWith(next);
	};
	const wanted = state.search.toLowerCase();
	const isFound = ({ label }: { label: string }) => label.toLowerCase().includes(wanted);
	return {
		rows: new Map(
			distribution.rows.map((row) => [
				row.bucket,
				{
					isPicked: inChart.includes(row.bucket),
					href: hrefOfToggled(row.bucket),
					course: courses.byBucket.get(row.bucket) ?? [],
					isHidden: !isFound(row),
				},
			]),
		),
		picked: history.series
			.filter(({ bucket }) => inChart.includes(bucket))
			.map(({ bucket, label }) => ({
				bucket,
				label,
				colour: colours.get(bucket) ?? "rest",
				href: hrefOfToggled(bucket) ?? hrefWith([]),
			})),
		found: distribution.rows.filter(isFound).length,
		canSearch: state.search !== "" || distribution.rows.length >= longFrom,
		isLong: distribution.rows.length >= longFrom,
	};
}
