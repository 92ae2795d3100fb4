/** Counts and times every request, whoever answers it, by the kind of its address. */

import type { IncomingMessage, ServerResponse } from "node:http";
import { splitLanguage } from "#lib/language";
import { metrics } from "#lib/metrics";

/** The first that fits. What fits none is a page, or nothing at all. */
const kinds: readonly [kind: string, paths: RegExp][] = [
	["report", /^\/(?:submit\.php|genuuid\.php|api\/v1\/reports)$/],
	["asset", /^\/(?:_next\/|[\w-]+\.(?:svg|png|ico)$)/],
	["service", /^\/(?:healthz$|metrics$|internal\/)/],
	["picture", /^\/(?:data|fact)\/.*\.(?:svg|png)$/],
	["data", /^\/(?:data\/|fact\/|charts\/|oembed$|api\/openapi\.json$|[\w-]+\.(?:atom|xml|txt)$)/],
	["alone", /^\/(?:embed|slide|share)\//],
];

export function kindOf(target: string): string {
	const { path } = splitLanguage(target.split("?", 1)[0] ?? "");
	return kinds.find(([, paths]) => paths.test(path))?.[0] ?? "page";
}

export function measure({ url = "" }: IncomingMessage, response: ServerResponse): void {
	const kind = kindOf(url);
	const begun = performance.now();
	response.once("close", () => {
		const { requests, requestSeconds } = metrics();
		const status = response.writableFinished ? `${Math.floor(response.statusCode / 100)}xx` : "gone";
		requests.inc({ kind, status });
		requestSeconds.observe({ kind }, (performance.now() - begun) / 1000);
	});
}
