/** How the page of a statistic is looked at, from its address. */
import { addresses } from "#lib/address/addresses";
import type { PageState } from "#lib/address/chart-view";
import { readAll } from "#lib/address/query";
import { requestedChart } from "#lib/query/request";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

/** Throws a `Problem`: 400 where a value is wrong or a bucket unknown, 404 where no day of the range is published. */
export async function requestedState(
	statistic: Statistic,
	query: URLSearchParams,
	published: Published | null,
): Promise<PageState> {
	const values = readAll(query, addresses.statistic.parameters);
	return { chart: await requestedChart(statistic, values, published), search: values.q };
}
