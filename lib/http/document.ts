/** Standalone documents: style and script are inside, and nothing else may run or be loaded. */
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

/** Marks an error that has a document already: see `bin/server/explained.ts`. */
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

/** For one reader only: not cached, indexed or framed, and without a referrer to other sites. */
export const confidential: Readonly<Record<string, string>> = {
	"cache-control": "no-store",
	// Not "no-referrer": then browsers would not send the origin of the next form either.
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
