/** From the address of a page to what it shows: the view, the day, and the state of a statistic's page. */
import { addresses, view as parametersOfView } from "#lib/address/addresses";
import type { PageState } from "#lib/address/chart-view";
import type { View } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import { type Day, earlier } from "#lib/day";
import type { Language } from "#lib/language";
import { requestedChart } from "#lib/query/request";
import { isObserved, type Statistic } from "#lib/statistics/statistic";
import { observedRanges, type Published, publishedOf } from "#lib/store/daily-rows";

/** The day to show, or `null` if it is not published. */
export function shownDay(
	{ day }: Pick<View, "day">,
	{ firstDay, lastDay, shownUntil = lastDay }: Pick<Published, "firstDay" | "lastDay" | "shownUntil">,
): Day | null {
	if (day === null) return lastDay;
	return day >= firstDay && day <= shownUntil ? earlier(day, lastDay) : null;
}

export interface PageView {
	view: View;
	/** `null` before the first publication, when there is no day to show. */
	shown: { published: Published; day: Day } | null;
	/** The observed statistics that have numbers: they may be there long before any host reports. */
	observed: Published["observed"];
}

/** Throws a `Problem` if a parameter is wrong. */
export function parseView(language: Language, query: URLSearchParams): View {
	const { product, date } = readAll(query, parametersOfView);
	return { language, product, day: date };
}

/** `null` if the day is not published, or if nothing was observed of what `subject` counts without hosts. */
export async function loadView(view: View, subject: readonly Statistic[] = []): Promise<PageView | null> {
	const range = await publishedOf(subject);
	const hasHosts = subject.length === 0 || !subject.every(isObserved);
	if (!range) return view.day || !hasHosts ? null : { view, shown: null, observed: await observedRanges() };
	const day = shownDay(view, range);
	return day && { view, shown: { published: range, day }, observed: range.observed };
}

/** The state of a statistic's page. Throws a `Problem`: 400 for a wrong value or an unknown bucket, 404 if no day of the range is published. */
export async function readPageState(
	statistic: Statistic,
	query: URLSearchParams,
	published: Published | null,
): Promise<PageState> {
	const values = readAll(query, addresses.statistic.parameters);
	return { chart: await requestedChart(statistic, values, published), search: values.q, sort: values.sort };
}
