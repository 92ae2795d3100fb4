/** The cache of whole answers in front of Next: which requests it answers, by which key, and for how long. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#lib/env";
import { openToAll } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { log } from "#lib/log";
import { AnswerCache, type Cacheable } from "./answer-cache";
import { type Answer, askDetached } from "./detached";
import { explained, problemPage } from "./explained";
import { count, statusClass } from "./measured";
import { memoize } from "./memoize";
import { type Representation, represent, send, wantsImage, wantsText } from "./representation";
import { type Destination, destinationOf, type Route } from "./routes";
import { ofEveryAnswer, ofPage } from "./security";
import type { RequestHandler } from "./site-server";

/** Room for some thousand answers. */
const bytesMax = 64 * 1024 * 1024;
/** Longer addresses are answered, but not kept. */
const charactersMax = 1000;
/** How long the live numbers of the overview are kept. */
const liveSeconds = 10;
/** How long a problem is kept: what is missing may be published soon. */
const problemSeconds = 60;

type Form = "html" | "rsc" | "text" | "image";
/** What Next is told that the client accepts. */
const accepted: Record<Form, string> = { html: "text/html", rsc: "text/html", text: "text/plain", image: "image/*" };

/** What a request asks for, in the form that the cache and Next share. */
interface SharedRequest extends Destination {
	key: string;
	form: Form;
	site: string;
}

export interface SiteCache {
	/** Answers from memory; `false` where there is nothing to answer with. */
	answerFromCache(request: IncomingMessage, response: ServerResponse): boolean;
	/** Answers everything; what it computes may be kept. */
	handler: RequestHandler;
	/** To be called after a publication. */
	empty(): void;
	cache: AnswerCache<Cacheable & Representation>;
}

/** `lastChange`: since when data are as they are. */
export function siteCache(
	next: RequestHandler,
	lastChange: () => Promise<Date | null> = async () => null,
	bytes = bytesMax,
): SiteCache {
	const cache = new AnswerCache<Cacheable & Representation>(bytes);
	return {
		cache,
		answerFromCache(request, response) {
			if (hasBody(request)) return false;
			const shared = sharedRequestOf(request);
			const cached = shared && cache.get(shared.key);
			if (!cached) return false;
			const begun = performance.now();
			send(request, response, cached);
			count(shared.route.kind, statusClass(response.statusCode), (performance.now() - begun) / 1000);
			return true;
		},
		async handler(request, response) {
			const shared = sharedRequestOf(request);
			if (!shared) return next(request, response);
			try {
				send(request, response, await cache.load(shared.key, () => compute(next, shared, lastChange)));
			} catch (error) {
				log.error({ err: error, path: shared.target }, "a request was not answered");
				const isPage = shared.route.kind === "page";
				const page = isPage
					? await problemPage(503, shared.target.split("?", 1)[0] ?? "/")
					: "The answer takes too long: try again in a few seconds.\n";
				const type = isPage ? mediaTypes.html : mediaTypes.text;
				response.writeHead(503, {
					...ofEveryAnswer,
					...(isPage ? ofPage(page) : {}),
					...{ "retry-after": "5", "content-type": type, "cache-control": "no-store" },
				});
				response.end(page);
			}
		},
		empty: () => cache.empty(),
	};
}

/** Has a body to read, before `handler` or the site answers. */
function hasBody({ headers }: IncomingMessage): boolean {
	return "content-length" in headers || "transfer-encoding" in headers;
}

/** `null` when the answer must not be shared or the address is unknown. */
function sharedRequestOf({ method, url = "", headers }: IncomingMessage): SharedRequest | null {
	if (method !== "GET" && method !== "HEAD") return null;
	const { route, target } = destinationOf(url);
	if (!route.isShared) return null;
	const form = formOf(route, headers);
	const site = route.kind === "asset" ? "" : (env().PUBLIC_URL ?? siteOfHost(headers.host ?? ""));
	return { key: `${form} ${site} ${target}`, target, route, form, site };
}

function formOf({ isPage, hasText, isBadge }: Route, { rsc, accept = "" }: IncomingMessage["headers"]): Form {
	if (isPage && rsc === "1") return "rsc";
	if (hasText && wantsText(accept)) return "text";
	return isBadge && wantsImage(accept) ? "image" : "html";
}

const siteOfHost = memoize(100, (host) =>
	siteAddress({ headers: { get: (name) => (name === "host" ? host : null) }, url: "http://localhost" }),
);

async function compute(
	next: RequestHandler,
	shared: SharedRequest,
	lastChange: () => Promise<Date | null>,
): Promise<Cacheable & Representation> {
	const { target, route, form, site } = shared;
	const { host } = new URL(site || "http://localhost");
	const isData = ["data", "picture", "alone"].includes(route.kind);
	// Before the numbers are read: a date that is too old costs one more answer, one that is too new would keep an old one.
	const changedAt = isData ? await lastChange().catch(() => null) : null;
	// Next sees no other header, so that an answer depends on nothing outside its key.
	const answer = await askDetached(
		next,
		form === "rsc" ? `${target}${target.includes("?") ? "&" : "?"}_rsc=` : target,
		{
			host,
			"user-agent": "Mozilla/5.0",
			accept: accepted[form],
			...(form === "rsc" ? { rsc: "1" } : {}),
		},
	);
	const whole = await explained(answer, target);
	const lifetime = lifetimeOf(whole, shared);
	const vary = [...(route.isPage ? ["rsc"] : []), ...(route.hasText || route.isBadge ? ["accept"] : [])];
	const isPage = String(whole.headers["content-type"] ?? "").startsWith("text/html");
	const headers = {
		...ofEveryAnswer,
		...(isData ? openToAll : {}),
		// Documents that stand alone bring a policy of their own.
		...(isPage && !("content-security-policy" in whole.headers) ? ofPage(whole.body.toString()) : {}),
		...whole.headers,
		"cache-control": lifetime.cacheControl || undefined,
		...(changedAt && whole.status === 200 && lifetime.isShared ? { "last-modified": changedAt.toUTCString() } : {}),
	};
	const represented = await represent({ ...whole, headers }, vary);
	return {
		...represented,
		isShared: lifetime.isShared && target.length <= charactersMax,
		isFailure: whole.status >= 500,
		staleAt: lifetime.seconds === null ? Number.POSITIVE_INFINITY : performance.now() + lifetime.seconds * 1000,
	};
}

interface Lifetime {
	isShared: boolean;
	/** For how long it is kept here; `null`: until the next publication. */
	seconds: number | null;
	/** The `Cache-Control` for clients and proxies. */
	cacheControl: string;
}

function lifetimeOf({ status, headers }: Answer, { route, target, form }: SharedRequest): Lifetime {
	const cacheControl = String(headers["cache-control"] ?? "");
	const isShared = /\bpublic\b/.test(cacheControl) || (route.isPage === true && status < 500);
	if (status === 404 && isShared)
		return { isShared, seconds: problemSeconds, cacheControl: `public, max-age=${problemSeconds}` };
	if (status !== 200 || !isShared) return { isShared: false, seconds: 0, cacheControl };
	if (route.kind === "asset") return { isShared, seconds: null, cacheControl };
	if (route.isLive) return { isShared, seconds: liveSeconds, cacheControl: `public, max-age=${liveSeconds}` };
	// HTML has the same address: a cache on the way that does not look at `Vary` must not keep the text.
	if (form === "text") return { isShared, seconds: null, cacheControl: "private, max-age=60" };
	// Pages name files that are gone after the next deployment.
	if (route.isPage) return { isShared, seconds: null, cacheControl: "public, max-age=60" };
	const seconds = /[?&]date=/.test(target) ? 3600 : 60;
	return { isShared, seconds: null, cacheControl: `public, max-age=${seconds}, stale-while-revalidate=60` };
}
