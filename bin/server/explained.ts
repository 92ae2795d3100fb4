/** Answers that say what is wrong, made so that a person can read them and a program can act on them. */
import { wholeHeader } from "#lib/http/document";
import { mediaTypes } from "#lib/http/media-types";
import { errorPage, notFoundPage } from "#lib/site/problem-page";
import { observedRanges, published } from "#lib/store/daily-rows";
import { isDatabaseAway } from "#lib/store/database-away";
import type { Answer } from "./detached";

const retrySeconds = 5;

/**
 * Next answers a page that is not found, or fails, with an empty document that only JavaScript fills
 * (github.com/vercel/next.js/issues/62228): a whole page replaces it. A failure of the database is 503, so that proxies,
 * robots and programs try again; any other is 500, even where Next had begun an answer of 200.
 */
export async function explained(answer: Answer, target: string, pageOf = problemPage): Promise<Answer> {
	const { headers, body, error } = answer;
	const status = error === undefined ? answer.status : isDatabaseAway(error) ? 503 : 500;
	if (status !== 404 && status < 500) return answer;
	const retry = status === 503 ? { "retry-after": `${retrySeconds}`, "cache-control": "no-store" } : {};
	const isWhole = headers[wholeHeader] !== undefined || answer.status === 503;
	if (isWhole || !String(headers["content-type"] ?? "").startsWith("text/html"))
		return { status, headers: { ...headers, ...retry }, body };
	const { pathname } = new URL(target, "http://localhost");
	const life = status === 404 ? "public, max-age=60" : "no-store";
	const page = Buffer.from(await pageOf(status, pathname));
	return { status, headers: { "content-type": mediaTypes.html, "cache-control": life, ...retry }, body: page };
}

/** The page that says what is wrong, also while the database is away. */
export async function problemPage(status: number, path: string): Promise<string> {
	try {
		if (status !== 404) return errorPage(path);
		const days = await published();
		return notFoundPage(path, days, days?.observed ?? (await observedRanges()));
	} catch {
		return errorPage(path);
	}
}
