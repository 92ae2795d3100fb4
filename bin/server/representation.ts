/** An answer as it is sent: its body packed once in each coding, its headers ready, one ETag for all. */
import { createHash } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants, gzip } from "node:zlib";
import type { Answer } from "./detached";
import { memoize } from "./memoize";

/** In order of preference. */
const codings = ["br", "gzip", "identity"] as const;
export type Coding = (typeof codings)[number];

interface Form {
	body: Buffer;
	/** The bytes of a small body as characters: Node sends a text together with the head, which is twice as fast. */
	text: string | null;
	/** Names and values in turn. */
	headers: readonly string[];
}

export interface Representation {
	status: number;
	etag: string;
	/** The header `Last-Modified`. */
	lastModified: string | null;
	/** Packed forms only, or the plain one alone. */
	forms: ReadonlyMap<Coding, Form>;
	/** Headers of a 304: not the policy, which has the hashes of the scripts that the client has. */
	shortHeaders: readonly string[];
	/** Bytes of memory. */
	bytes: number;
}

const packable = /^(?:text\/|image\/svg|application\/(?:json|javascript|xml|.*\+(?:json|xml)|x-bibtex|manifest))/;
/** A packet holds as much either way. */
const packedBytesMin = 1024;
const textBytesMax = 4096;

/** The connection's, or written anew below. */
const dropped =
	/^(?:connection|keep-alive|transfer-encoding|date|content-length|content-encoding|etag|vary|accept-ranges|x-whole-document)$/;

const brotli = promisify(brotliCompress);
const compress = {
	br: (body: Buffer) =>
		brotli(body, {
			params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
		}),
	gzip: promisify(gzip) as (body: Buffer) => Promise<Buffer>,
};
const unpack = promisify(brotliDecompress);

/** `vary` names what the answer depends on beside its address and the coding. */
export async function represent({ status, headers, body }: Answer, vary: readonly string[]): Promise<Representation> {
	const isPacked = packable.test(String(headers["content-type"] ?? "")) && body.length >= packedBytesMin;
	const hash = createHash("sha256").update(contentOf(headers, body)).digest("base64url").slice(0, 22);
	// One tag for different bytes must be a weak one.
	const etag = `${isPacked ? "W/" : ""}"${hash}"`;
	const varying = [...vary, ...(isPacked ? ["accept-encoding"] : [])].join(", ");
	const common = [...flat(headers), ...(status === 200 ? ["etag", etag] : []), ...(varying ? ["vary", varying] : [])];
	const form = (body: Buffer, coding: Coding): Form => ({
		body,
		text: body.length <= textBytesMax ? body.toString("latin1") : null,
		headers: [
			...common,
			...(coding === "identity" ? [] : ["content-encoding", coding]),
			...["content-length", `${body.length}`],
		],
	});
	const forms = new Map<Coding, Form>();
	if (isPacked) {
		const [br, gz] = await Promise.all([compress.br(body), compress.gzip(body)]);
		forms.set("br", form(br, "br")).set("gzip", form(gz, "gzip"));
	} else forms.set("identity", form(body, "identity"));
	const headersBytes = common.reduce((sum, text) => sum + text.length, 200);
	const bodiesBytes = [...forms.values()].reduce((sum, { body, text }) => sum + body.length + (text?.length ?? 0), 0);
	return {
		status,
		etag,
		lastModified: headers["last-modified"] === undefined ? null : String(headers["last-modified"]),
		forms,
		shortHeaders: pairs(common)
			.filter(([name]) => !name.startsWith("content-"))
			.flat(),
		bytes: bodiesBytes + forms.size * headersBytes,
	};
}

/**
 * What an ETag stands for. Next writes the tags of a head, and the data of a page for its scripts, in the order in which parts
 * of the page were ready: such renderings are one. Of the data only the names of files count, which are others after a
 * deployment.
 */
function contentOf({ "content-type": type }: OutgoingHttpHeaders, body: Buffer): Buffer | string {
	if (!String(type ?? "").startsWith("text/html")) return body;
	const html = body.toString();
	const files = new Set(html.match(/\/_next\/static\/[\w./~-]+/g));
	const end = html.indexOf("</head>");
	const head = html.slice(0, end).match(/<[^>]*>(?:[^<]*<\/(?:title|style|script)>)?/g) ?? [];
	return [...head.sort(), html.slice(end).replace(dataScripts, ""), ...[...files].sort()].join("\n");
}

const dataScripts = /<script>(?:\(self\.__next_f=|self\.__next_f\.)[\s\S]*?<\/script>/g;

function flat(headers: OutgoingHttpHeaders): string[] {
	return Object.entries(headers)
		.filter(([name, value]) => value !== undefined && !dropped.test(name))
		.flatMap(([name, value]) => [value].flat().flatMap((one) => [name, String(one)]));
}

function pairs(headers: readonly string[]): [name: string, value: string][] {
	return headers.flatMap((name, i) => (i % 2 === 0 ? [[name, headers[i + 1] ?? ""] as [string, string]] : []));
}

/** Answers a GET or HEAD. */
export function send(request: IncomingMessage, response: ServerResponse, represented: Representation): void {
	const { status, forms, shortHeaders } = represented;
	if (status === 200 && hasIt(request, represented)) {
		response.writeHead(304, shortHeaders as string[]);
		response.end();
		return;
	}
	const form = forms.get("identity") ?? forms.get(preferredCoding(`${request.headers["accept-encoding"] ?? ""}`));
	if (form) sendForm(request, response, status, form);
	else void sendUnpacked(request, response, represented);
}

async function sendUnpacked(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, forms }: Representation,
): Promise<void> {
	const { body: packed = Buffer.alloc(0), headers = [] } = forms.get("br") ?? {};
	const body = await unpack(packed);
	const others = pairs(headers).filter(([name]) => !/^content-(?:encoding|length)$/.test(name));
	sendForm(request, response, status, {
		body,
		text: null,
		headers: [...others.flat(), "content-length", `${body.length}`],
	});
}

function sendForm(
	request: IncomingMessage,
	response: ServerResponse,
	status: number,
	{ body, text, headers }: Form,
): void {
	// An array of names and values is written as it is, without a look at each.
	response.writeHead(status, headers as string[]);
	if (request.method === "HEAD") response.end();
	else if (text === null) response.end(body);
	else response.end(text, "latin1");
}

/** A tag counts more than a date (RFC 9110, 13.2.2). */
function hasIt({ headers }: IncomingMessage, { etag, lastModified }: Representation): boolean {
	const tags = headers["if-none-match"];
	if (tags !== undefined) return isKnown(tags, etag);
	// The date of a restored backup goes back: what is newer than it is not the same.
	return lastModified !== null && headers["if-modified-since"] === lastModified;
}

/** Weak comparison (RFC 9110, 13.1.2): a proxy that compresses makes strong tags weak. */
function isKnown(header: string, etag: string): boolean {
	const bare = (tag: string) => tag.trim().replace(/^W\//, "");
	return header.split(",").some((tag) => bare(tag) === "*" || bare(tag) === bare(etag));
}

/** What `Accept-Encoding` asks for (RFC 9110, 12.5.3), `identity` where it allows nothing that there is. */
export const preferredCoding = memoize(100, (header: string): Coding => {
	if (header === "") return "identity";
	const weights = weightsIn(header);
	// A client that names codings prefers one of them to none.
	const weightOf = (coding: Coding) =>
		weights.get(coding) ?? (coding === "identity" ? Number.MIN_VALUE : (weights.get("*") ?? 0));
	return codings.reduce((best, one) => (weightOf(one) > weightOf(best) ? one : best));
});

/** `Accept` names images and not HTML: a browser that fills an `<img>`, or a proxy of images. */
export const wantsImage = memoize(100, (accept): boolean => {
	const weights = weightsIn(accept);
	return !weights.has("text/html") && [...weights].some(([type, weight]) => type.startsWith("image/") && weight > 0);
});

/** `Accept` names text and not HTML: any browser names HTML, a plain curl accepts anything. */
export function wantsText(accept = ""): boolean {
	return prefersText(accept);
}

const prefersText = memoize(100, (accept): boolean => {
	const weights = weightsIn(accept);
	return (weights.get("text/plain") ?? 0) > 0 && (weights.get("text/html") ?? 0) === 0;
});

/** The items of a header with their weights (RFC 9110, 12.4.2), in lower case. */
function weightsIn(header: string): Map<string, number> {
	const weights = new Map<string, number>();
	for (const part of header.toLowerCase().split(",", 20)) {
		const [item = "", ...parameters] = part.split(";");
		const weight = parameters.map((one) => /^\s*q\s*=\s*([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
		weights.set(item.trim(), weight === undefined ? 1 : Number(weight));
	}
	return weights;
}
