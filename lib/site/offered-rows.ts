/** What the table of a statistic's own page offers: which rows are in the chart, how each went, what a search finds. */

import { type PageState, stateParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { readCourses } from "#lib/query/read";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { chartKind, kindIn, picked, toggled } from "#lib/series/chart-kind";

/** From this many rows on they can be searched. */
const longFrom = 11;

export interface OfferedRow {
	isPicked: boolean;
	/** To the chart with it, or without it where it is in; `null` where there is no room. */
	href: string | null;
	course: readonly (number | null)[];
	/** Not what is searched for. */
	isHidden: boolean;
}

export interface OfferedRows {
	/** By bucket. */
	rows: ReadonlyMap<string, OfferedRow>;
	picked: { bucket: string; label: string; colour: string; href: string }[];
	/** How many the search finds. */
	found: number;
	isLong: boolean;
	/** Long, or searched already: who came by a link must be able to change what it searches for. */
	canSearch: boolean;
}

export async function offeredRows(
	{ statistic, distribution, history, chart, colours, usual }: ShownStatistic,
	view: View,
	state: PageState,
): Promise<OfferedRows> {
	const measure = chart.measure ?? "share";
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
