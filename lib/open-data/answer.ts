/** The data addresses: the distribution and the history of every statistic, in every format. */
import { addresses, questions } from "#lib/address/addresses";
import { assertDrawable } from "#lib/address/chart-view";
import { comparedParameters, comparePath, hrefOf, pinnedAddress, pinnedHistoryAddress } from "#lib/address/links";
import type { Day } from "#lib/day";
import { type Exported, fileNameOf, type StatisticExport } from "#lib/export/export";
import { answer, okResponse, problemResponse } from "#lib/http/answer";
import { inTurn } from "#lib/http/in-turn";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { notFound, splitName } from "#lib/http/split-name";
import {
	comparisonPicture,
	type PictureType,
	pictureResponse,
	pictureTypes,
	type Renderer,
	retirementPicture,
} from "#lib/pictures/answer";
import type { Problem } from "#lib/problem";
import { comparedSides, readComparison, withIntervals } from "#lib/query/questions";
import { comparedDays, readDistribution, readSeries, readShared } from "#lib/query/read";
import {
	assertBuckets,
	parametersOf,
	publishedRange,
	requestedDay,
	requestedRange,
	requestedSubject,
	type Subject,
} from "#lib/query/request";
import type { DaysLog } from "#lib/schemas/answers";
import { usualBuckets } from "#lib/series/chart-kind";
import { telling } from "#lib/series/distribution";
import { heldOver } from "#lib/series/series";
import { isSimulation } from "#lib/simulation";
import { observedRanges, published, publishedOf } from "#lib/store/daily-rows";
import { dayLog } from "#lib/store/day-records";
import { indexOfData } from "./catalog";
import { type Format, formats, formatsOf, type Writer } from "./formats";

const ofDay = formatsOf("distribution");
const ofHistory = formatsOf("series");
const ofComparison = formatsOf("comparison");

/** `/data/{slug}.{format}` */
export function dayResponse(request: Request, file: string, renderer: Renderer): Promise<Response> {
	const [slug, type] = splitPicture(file) ?? [];
	return slug && type ? pictureResponse(request, slug, "day", type, renderer) : distributionResponse(request, file);
}

/** `/data/{slug}/series.{format}`, `/data/{slug}/compare.{format}` and the pictures of `/data/{slug}/retire` */
export function viewResponse(request: Request, slug: string, file: string, renderer: Renderer): Promise<Response> {
	const [name, type] = splitPicture(file) ?? [];
	if (name === "series" && type) return pictureResponse(request, slug, "history", type, renderer);
	if (name === "compare" && type) return comparisonPicture(request, slug, type, renderer);
	if (name === "retire" && type) return retirementPicture(request, slug, type, renderer);
	return file.startsWith("compare.") ? comparisonResponse(request, slug, file) : seriesResponse(request, slug, file);
}

/** `cpu-vendor.svg` in its parts; `undefined` if the file is no picture. */
function splitPicture(file: string): [name: string, type: PictureType] | undefined {
	const type = pictureTypes.find((ending) => file.endsWith(`.${ending}`));
	return type && [file.slice(0, -type.length - 1), type];
}

/** The numbers of a day in any format but a picture. */
export function distributionResponse(
	request: Request,
	file: string,
	explain: (problem: Problem) => Response = problemResponse,
): Promise<Response> {
	const make = async () => {
		const [slug, format, ending] = splitName(file, ofDay);
		if (!format.distribution) throw notFound(file);
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.distribution.parameters);
		const { statistic, product, language } = subject;
		const day = requestedDay(values, await publishedOf([statistic]));
		const shown = await withIntervals(subject, await readDistribution(statistic, product, day, language));
		const address = siteAddress(request) + pinnedAddress(subject, day);
		const exported = { ...subject, shown, address, isSimulation: isSimulation() };
		return formatResponse(ending, format, format.distribution, exported);
	};
	return answer(request, make, explain);
}

/** The numbers of a history in any format but a picture. */
export function seriesResponse(request: Request, slug: string, file: string): Promise<Response> {
	return answer(request, async () => {
		const [name, format, ending] = splitName(file, ofHistory);
		if (name !== "series" || !format.series) throw notFound(file);
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.series.parameters);
		const { statistic, product, language } = subject;
		const { show: measure, axis, bucket: chosen } = values;
		if (format.isChart) assertDrawable(chosen);
		await assertBuckets(subject, chosen);
		const days = await publishedOf([statistic]);
		const range = requestedRange(values, days);
		// Charts say in a sentence what changed; the data alone need no sums for it.
		const shared = format.isChart
			? readShared([{ statistic, product }], range, { compared: comparedDays(range, product) })
			: undefined;
		const raw = await readSeries(statistic, product, range, language, chosen.length > 0 ? chosen : undefined, shared);
		const shown = format.isChart ? heldOver(raw, statistic) : raw;
		const { from: firstDay } = publishedRange(days);
		const address =
			siteAddress(request) + pinnedHistoryAddress(subject, range, { firstDay, measure, axis, buckets: chosen });
		const look = {
			measure: measure ?? undefined,
			axis,
			chosen,
			usual: await usualBucketsOf(subject, range.to, chosen),
		};
		const exported = { ...subject, shown, address, look, isSimulation: isSimulation() };
		return formatResponse(ending, format, format.series, exported);
	});
}

/** Two days or products side by side in any format but a picture. */
export function comparisonResponse(request: Request, slug: string, file: string): Promise<Response> {
	return answer(request, async () => {
		const [name, format, ending] = splitName(file, ofComparison);
		if (name !== "compare" || !format.comparison) throw notFound(file);
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), questions.compare);
		const { statistic, product, language } = subject;
		const sides = comparedSides(subject, values, await publishedOf([statistic]));
		const shown = await readComparison(statistic, sides, language);
		const path = hrefOf(
			{ language, product, day: null },
			comparePath(statistic),
			comparedParameters(subject, sides.a, sides.b),
		);
		const exported = { ...subject, shown, address: siteAddress(request) + path, isSimulation: isSimulation() };
		return formatResponse(ending, format, format.comparison, exported);
	});
}

/** The buckets of the default chart: these keep their colours beside the chosen ones. */
async function usualBucketsOf({ statistic, product, language }: Subject, day: Day, chosen: readonly string[]) {
	if (chosen.length === 0) return undefined;
	const { rows } = await readDistribution(statistic, product, day, language);
	return usualBuckets(telling(rows, statistic).map(({ bucket }) => bucket));
}

export function indexResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const days = await published();
		const index = indexOfData(days, days?.observed ?? (await observedRanges()));
		return okResponse(formats.json.type, JSON.stringify(index));
	});
}

/** `/data/days.json`: the log of published days. */
export function daysResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const { methods, records } = await dayLog();
		const log: DaysLog = {
			head: records.at(-1)?.hash ?? null,
			methods: Object.fromEntries(methods.map(({ id, description }) => [id, JSON.parse(description)])),
			records,
		};
		return okResponse(formats.json.type, JSON.stringify(log));
	});
}

async function formatResponse<T extends Exported>(
	ending: string,
	{ type, headers, isFile }: Format,
	write: Writer<T>,
	exported: StatisticExport<T>,
): Promise<Response> {
	// A browser shows what is inline, and saves it under the same name.
	const disposition = `${isFile ? "attachment" : "inline"}; filename="${fileNameOf(exported, ending)}"`;
	const body = isFile ? await inTurn(async () => write(exported)) : await write(exported);
	return okResponse(type, body, { ...headers, "content-disposition": disposition });
}

/**
 * A statistic's page for clients that ask for text and not for HTML: `next.config.mjs` rewrites their requests to
 * `/plain-text`. A plain `curl` accepts anything and gets the page.
 */
export async function plainTextPageResponse(request: Request, slug: string): Promise<Response> {
	const response = await distributionResponse(request, `${slug}.txt`, problemLine);
	// HTML has the same address: caches must tell the two apart.
	response.headers.set("vary", "accept, accept-encoding");
	return response;
}

function problemLine(problem: Problem): Response {
	const { headers } = problemResponse(problem);
	headers.set("content-type", mediaTypes.text);
	return new Response(`${problem.title}: ${problem.detail}\n`, { status: problem.status, headers });
}
