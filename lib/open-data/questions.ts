/** `/data/{slug}/why.json`, `retire.json` and `cross.json`: questions about the hosts of a statistic. */
import { questions } from "#lib/address/addresses";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { crossedWith, movedDays, readCross, readMoves } from "#lib/query/questions";
import { parametersOf, requestedDay, requestedSubject } from "#lib/query/request";
import { readRetirement } from "#lib/query/retirement";
import { published } from "#lib/store/daily-rows";

export function whyResponse(request: Request, slug: string): Promise<Response> {
	return answerJson(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), questions.why);
		return readMoves(subject, movedDays(values, await published()), values.bucket);
	});
}

export function retireResponse(request: Request, slug: string): Promise<Response> {
	return answerJson(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), questions.retire);
		const days = await published();
		return readRetirement(subject, requestedDay(values, days), values.bucket, days);
	});
}

export function crossResponse(request: Request, slug: string): Promise<Response> {
	return answerJson(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), questions.cross);
		const other = crossedWith(subject, values.by);
		return readCross(subject, other, requestedDay(values, await published()));
	});
}

function answerJson(request: Request, make: () => Promise<unknown>): Promise<Response> {
	return answer(request, async () => okResponse(mediaTypes.json, JSON.stringify(await make())));
}
