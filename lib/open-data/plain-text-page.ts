/**
 * A statistic's page for whoever asks for text and not for HTML: `next.config.mjs` sends these here. A plain `curl`
 * accepts anything and gets the page.
 */

import { problemResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import type { Problem } from "#lib/problem";
import { distributionResponse } from "./answer";

export async function plainTextPageResponse(request: Request, slug: string): Promise<Response> {
	const response = await distributionResponse(request, `${slug}.txt`, problemLine);
	// At the same address is HTML: caches must know what was asked for.
	response.headers.set("vary", "accept, accept-encoding");
	return response;
}

function problemLine(problem: Problem): Response {
	const { headers } = problemResponse(problem);
	headers.set("content-type", mediaTypes.text);
	return new Response(`${problem.title}: ${problem.detail}\n`, { status: problem.status, headers });
}
