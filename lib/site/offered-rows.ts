/** What a statistic's own page offers of its categories: which are in the chart, and in the table the course and change of each. */

import { type PageState, stateParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { type Day, later, plusDays } from "#lib/day";
import type { Language } from "#lib/language";
import { readChangesSince, readCourses } from "#lib/query/read";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { chartKind, kindIn, picked, toggled, usualMeasure } from "#lib/series/chart-kind";
import { countsHosts } from "#lib/series/counted";
import { type DistributionRow, inNaturalOrder } from "#lib/series/distribution";
import type { Colour } from "#lib/series/palette";
import type { ChangesSince, ShareChange } from "#lib/series/since";
import { isObserved } from "#lib/statistics/statistic";

/** With this many categories there is a search. */
const longFrom = 11;

interface Choice {
	bucket: string;
	label: string;
	isPicked: boolean;
	colour: Colour;
	/** Link that adds the category to the chart or removes it; `null` if the chart is full. */
	href: string | null;
	/** The search does not match it. */
	isHidden: boolean;
}

export interface OfferedRow extends DistributionRow {
	/** In the statistic's own unit, whichever the chart counts. */
	units: number;
	course: readonly (number | null)[];
	/** Since the earlier day; `null` where nobody can tell. */
	change: ShareChange | null;
	isHidden: boolean;
}

export interface OfferedRows {
	/** Those in the chart first. */
	choices: Choice[];
	/** Of the table, sorted as the address says. */
	rows: OfferedRow[];
	/** The day of the earlier shares, with the hosts of the smaller base; `null` if none was published before. */
	since: Pick<ChangesSince, "day" | "baseHosts"> | null;
	/** How many rows match the search, of how many. */
	found: number;
	count: number;
	/** A page that is searched already must offer its search, even if it has few categories. */
	canSearch: boolean;
}

export async function offeredRows(
	content: ShownStatistic,
	view: View,
	state: PageState,
	firstDay: Day,
): Promise<OfferedRows> {
	const { statistic, counted, history, chart, colours, usual, day } = content;
	const { from, to } = history;
	const { distribution } = counted;
	const before = later(plusDays(day, -365), firstDay);
	// What was observed has no whole whose parts could be compared.
	const isCompared = before < day && !isObserved(statistic);
	const [courses, since] = await Promise.all([
		readCourses(
			statistic,
			view.product,
			{ from, to },
			{
				measure: chart.measure ?? usualMeasure(statistic),
				isInHosts: countsHosts(statistic, chart),
			},
		),
		isCompared ? readChangesSince(distribution, statistic, view.product, before) : null,
	]);
	const kind = kindIn(chartKind(statistic, chart), { ...chart, buckets: [] });
	const choice = { kind, usual, chosen: chart.buckets, drawn: [...colours.keys()] };
	const inChart = picked(choice);
	const hrefOfToggled = (bucket: string) => {
		const buckets = toggled(choice, bucket);
		return (
			buckets && hrefOf(view, statisticPath(statistic), stateParameters({ ...state, chart: { ...chart, buckets } }))
		);
	};
	const wanted = state.search.toLowerCase();
	const isFound = ({ label }: { label: string }) => label.toLowerCase().includes(wanted);
	const choiceOf = ({ bucket, label }: { bucket: string; label: string }): Choice => ({
		bucket,
		label,
		isPicked: inChart.includes(bucket),
		colour: colours.get(bucket) ?? "rest",
		href: hrefOfToggled(bucket),
		isHidden: !isFound({ label }),
	});
	const units = new Map(content.distribution.rows.map(({ bucket, total }) => [bucket, total]));
	const inOrder = inNaturalOrder(distribution.rows, statistic.order);
	return {
		choices: [
			...history.series.filter(({ bucket }) => inChart.includes(bucket)),
			...inOrder.filter(({ bucket }) => !inChart.includes(bucket)),
		].map(choiceOf),
		rows: sorted(
			inOrder.map((row) => ({
				...row,
				units: units.get(row.bucket) ?? 0,
				course: courses.byBucket.get(row.bucket) ?? [],
				change: since?.of(row) ?? null,
				isHidden: !isFound(row),
			})),
			state.sort,
			view.language,
		),
		since,
		found: distribution.rows.filter(isFound).length,
		count: distribution.rows.length,
		canSearch: state.search !== "" || distribution.rows.length >= longFrom,
	};
}

/** What was merged, and what has no value, stays last. */
function sorted(rows: readonly OfferedRow[], sort: PageState["sort"], language: Language): OfferedRow[] {
	if (sort === null) return [...rows];
	const [by = "units", end] = sort.split("-") as ["name" | "hosts" | "units" | "change", string?];
	const collator = new Intl.Collator(language, { numeric: true });
	const compared = (a: OfferedRow, b: OfferedRow) => {
		if (by === "name") return collator.compare(a.label, b.label);
		if (by === "change") return (b.change?.points ?? 0) - (a.change?.points ?? 0);
		return b[by] - a[by];
	};
	const isLast = (row: OfferedRow) => Number(row.bucket === "other" || (by === "change" && row.change === null));
	return rows.toSorted((a, b) => isLast(a) - isLast(b) || (end ? compared(b, a) : compared(a, b)));
}
