/** Counts and times requests, whoever answers them, by the kind of their address. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { metrics } from "#lib/metrics";
import { destinationOf } from "./routes";

export function kindOf(target: string): string {
	return destinationOf(target).route.kind;
}

/** Counts the request when its answer is done. */
export function measure({ url = "" }: IncomingMessage, response: ServerResponse): void {
	const kind = kindOf(url);
	const begun = performance.now();
	response.once("close", () => {
		const status = response.writableFinished ? statusClass(response.statusCode) : "gone";
		count(kind, status, (performance.now() - begun) / 1000);
	});
}

export function count(kind: string, status: string, seconds: number): void {
	const { requests, requestSeconds } = metrics();
	requests.inc({ kind, status });
	requestSeconds.observe({ kind }, seconds);
}

export function statusClass(status: number): string {
	return `${Math.floor(status / 100)}xx`;
}
