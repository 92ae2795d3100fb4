/** Answers that say what is wrong, made so that a person can read them and a program can act on them. */
import { databaseAway } from "#lib/http/answer";
import { wholeHeader } from "#lib/http/document";
import { mediaTypes } from "#lib/http/media-types";
import { errorPage, notFoundPage } from "#lib/site/problem-page";
import { published } from "#lib/store/daily-rows";
import { isReachable } from "#lib/store/live";
import type { Answer } from "./detached";

const retrySeconds = 5;

interface Outside {
	isReachable(): Promise<boolean>;
	pageOf(status: number, path: string): Promise<string>;
}

/**
 * Next answers a page that is not found, or fails, with an empty document that only JavaScript fills
 * (github.com/vercel/next.js/issues/62228): a whole page replaces it. A failure while the database is away becomes 503, so
 * that proxies, robots and programs try again.
 */
export async function explained(answer: Answer, target: string, outside: Outside = site): Promise<Answer> {
	const { status, headers, body } = answer;
	if (status !== 404 && status !== 500) return answer;
	const isAway = status === 500 && !(await outside.isReachable());
	const now = isAway ? 503 : status;
	const retry = isAway ? { "retry-after": `${retrySeconds}` } : {};
	const type = String(headers["content-type"] ?? "");
	if (type.startsWith("text/html") && headers[wholeHeader] === undefined) {
		const { pathname } = new URL(target, "http://localhost");
		const life = status === 404 ? "public, max-age=60" : "no-store";
		const page = Buffer.from(await outside.pageOf(status, pathname));
		return { status: now, headers: { "content-type": mediaTypes.html, "cache-control": life, ...retry }, body: page };
	}
	const isProblem = isAway && type === mediaTypes.problem;
	return {
		status: now,
		headers: { ...headers, ...retry },
		body: isProblem ? Buffer.from(JSON.stringify(databaseAway)) : body,
	};
}

/** The page that says what is wrong, also while the database is away. */
export async function problemPage(status: number, path: string): Promise<string> {
	try {
		return status === 404 ? notFoundPage(path, await published()) : errorPage(path);
	} catch {
		return errorPage(path);
	}
}

const site: Outside = { isReachable, pageOf: problemPage };
