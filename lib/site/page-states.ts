/**
 * The state of a statistic's page: from its address, and as one folder inside, so that each state is a page of its own
 * that is rendered once and kept like any other.
 */

import { addresses, pageState } from "#lib/address/addresses";
import { chartViewOf, type PageState, plainState, stateParameters } from "#lib/address/chart-view";
import { readAll } from "#lib/address/query";
import { requestedChart } from "#lib/query/request";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

export function hasState(parameters: URLSearchParams): boolean {
	return Object.keys(pageState).some((name) => parameters.getAll(name).some(Boolean));
}

/** Whether it is said more than once from where somebody looks. */
export function isViewRepeated(parameters: URLSearchParams): boolean {
	return ["product", "date"].some((name) => parameters.getAll(name).filter(Boolean).length > 1);
}

/** Throws a `Problem` where something of it cannot be. */
export async function askedState(
	statistic: Statistic,
	parameters: URLSearchParams,
	published: Published | null,
): Promise<PageState> {
	const values = readAll(parameters, addresses.statistic.parameters);
	return { chart: await requestedChart(statistic, values, published), search: values.q };
}

/** The name of its folder: empty where the state is the plain one. */
export function folderOfState(state: PageState): string {
	return Buffer.from(new URLSearchParams(stateParameters(state)).toString()).toString("base64url");
}

/** And back; `null` where it is no such name. */
export function stateOfFolder(folder: string | undefined): PageState | null {
	if (folder === undefined) return plainState;
	const parameters = new URLSearchParams(Buffer.from(folder, "base64url").toString());
	try {
		const values = readAll(parameters, pageState);
		return { chart: chartViewOf(values), search: values.q };
	} catch {
		return null;
	}
}
