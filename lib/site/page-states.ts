/**
 * The state of a statistic's page: from its address, and as one folder inside, so that each state is a page of its own
 * that is rendered once and kept like any other.
 */

import { askedChartOf } from "#lib/answers/asked-chart";
import { askedChart, oneValue } from "#lib/answers/query";
import { type PageState, plainState, searchMax, stateNames, stateParameters } from "#lib/page-state";
import { Problem } from "#lib/problem";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";

export function hasState(parameters: URLSearchParams): boolean {
	return stateNames.some((name) => parameters.getAll(name).some(Boolean));
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
	return { chart: await askedChartOf(statistic, parameters, published), search: askedSearch(parameters) };
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
		return { chart: askedChart(parameters, parameters.getAll("bucket")), search: askedSearch(parameters) };
	} catch {
		return null;
	}
}

function askedSearch(parameters: URLSearchParams): string {
	const text = (oneValue(parameters, "q") ?? "").trim().replace(/\s+/g, " ");
	if (text.length > searchMax) {
		throw new Problem(400, "Bad parameter", `q is longer than ${searchMax} characters.`, { parameter: "q" });
	}
	return text;
}
