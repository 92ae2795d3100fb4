/**
 * A document that is whole by itself: its style and its script stand in it, and nothing else may run in it or be loaded
 * by it.
 */
import { createHash } from "node:crypto";
import type { Problem } from "#lib/problem";
import { okResponse, problemCacheControl, problemOf } from "./answer";
import { mediaTypes } from "./media-types";

export interface WholeDocument {
	html: string;
	style: string;
	script: string;
}

export interface DocumentOptions {
	/** More directives of its Content-Security-Policy. */
	policy: readonly string[];
	headers?: Readonly<Record<string, string>>;
}

/** Where this is said, the answer is as it shall be: see `bin/server/explained.ts`. */
export const wholeHeader = "x-whole-document";

/** `explain` makes the document of a problem. */
export async function documentResponse(
	request: Request,
	make: () => Promise<WholeDocument>,
	explain: (problem: Problem) => Promise<WholeDocument>,
	options: DocumentOptions,
): Promise<Response> {
	try {
		const document = await make();
		return okResponse(mediaTypes.html, document.html, headersOf(document, options));
	} catch (error) {
		const problem = problemOf(error, request);
		const document = await explain(problem);
		return new Response(document.html, {
			status: problem.status,
			headers: {
				...headersOf(document, options),
				"content-type": mediaTypes.html,
				"cache-control": problemCacheControl(problem),
				[wholeHeader]: "1",
			},
		});
	}
}

/** For whoever asked alone: nobody keeps it, finds it or frames it, and no other site is told where it was read. */
export const confidential: Readonly<Record<string, string>> = {
	"cache-control": "no-store",
	// Not "no-referrer": browsers would then not say, either, from which site the next form comes.
	"referrer-policy": "same-origin",
	"x-robots-tag": "noindex, nofollow",
	"x-content-type-options": "nosniff",
};

export function confidentialDocument(
	document: WholeDocument,
	status: number,
	headers: DocumentOptions["headers"],
): Response {
	const policy = ["form-action 'self'", "frame-ancestors 'none'"];
	return new Response(document.html, {
		status,
		headers: { ...headersOf(document, { policy, headers }), ...confidential, "content-type": mediaTypes.html },
	});
}

function headersOf({ style, script }: WholeDocument, { policy, headers }: DocumentOptions): Record<string, string> {
	const directives = [
		"default-src 'none'",
		`style-src ${hashOf(style)}`,
		`script-src ${script ? hashOf(script) : "'none'"}`,
		"img-src 'self'",
		"base-uri 'none'",
		...(policy.some((one) => one.startsWith("form-action ")) ? [] : ["form-action 'none'"]),
		...policy,
	];
	return { "content-security-policy": directives.join("; "), "x-content-type-options": "nosniff", ...headers };
}

function hashOf(text: string): string {
	return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
