/** Answers that any client may keep and any site may read, and problems as problem+json. */
import { log } from "#lib/log";
import { errorLine } from "#lib/operator-error";
import { Problem } from "#lib/problem";
import { isDatabaseAway } from "#lib/store/database-away";
import { mediaTypes } from "./media-types";

/** Any site may read the answer, and show it beside its own. */
export const openToAll = {
	"access-control-allow-origin": "*",
	"access-control-allow-headers": "*",
	"access-control-expose-headers": "ETag, Content-Disposition",
	"cross-origin-resource-policy": "cross-origin",
};

/** `bin/server` says for how long. */
const cacheControl = "public";

/** Runs a handler; `explain` answers problems. */
export async function answer(
	request: Request,
	make: () => Promise<Response>,
	explain: (problem: Problem) => Response = problemResponse,
): Promise<Response> {
	try {
		return await make();
	} catch (error) {
		return explain(problemOf(error, request));
	}
}

/** The problem that the client gets. Details of unexpected errors go to the log only. */
export function problemOf(error: unknown, request: Request): Problem {
	if (error instanceof Problem) return error;
	if (isDatabaseAway(error)) {
		log.warn({ reason: errorLine(error), path: new URL(request.url).pathname }, "the database did not answer");
		return databaseAway;
	}
	log.error({ err: error, path: new URL(request.url).pathname }, "a request failed");
	return new Problem(500, "Internal error", "Something is wrong here, not with the request: try again in a minute.");
}

const databaseAway = new Problem(503, "Database away", "The database does not answer: try again in a few seconds.");

/** Not found is cached for a minute only: it may be published soon. */
export function problemCacheControl({ status }: Problem): string {
	return status === 404 ? "public, max-age=60" : "no-store";
}

/** For anybody. `bin/server` packs and keeps it, and adds its ETag. */
export function okResponse(
	type: string,
	body: string | Uint8Array<ArrayBuffer>,
	more: Readonly<Record<string, string>> = {},
): Response {
	return new Response(body, {
		headers: { ...openToAll, "cache-control": cacheControl, ...more, "content-type": type },
	});
}

export function problemResponse(problem: Problem, headers: Record<string, string> = {}): Response {
	return new Response(JSON.stringify(problem), {
		status: problem.status,
		headers: {
			...openToAll,
			"content-type": mediaTypes.problem,
			...(problem.status === 503 ? { "retry-after": "5" } : {}),
			"cache-control": problemCacheControl(problem),
			...headers,
		},
	});
}

/** The answer to a CORS preflight. */
export function preflight(): Response {
	return new Response(null, {
		status: 204,
		headers: {
			...openToAll,
			"access-control-allow-methods": "GET, HEAD, OPTIONS",
			"access-control-max-age": "86400",
		},
	});
}

/** One line for clients that print what they get. */
export function line(status: number, text: string, headers: Record<string, string> = {}): Response {
	return new Response(`${text}\n`, {
		status,
		headers: { "content-type": mediaTypes.text, "cache-control": "no-store", ...headers },
	});
}
