/** `/metrics`: what this process counted, and what the database says now. */
import { startOf } from "#lib/day";
import { type Metrics, metrics } from "#lib/metrics";
import { products } from "#lib/product";
import { type Readings, readings } from "#lib/store/live";
import { mediaTypes } from "./media-types";

export async function metricsResponse(): Promise<Response> {
	const current = metrics();
	show(current, await readings());
	return new Response(await current.registry.metrics(), {
		headers: { "content-type": mediaTypes.prometheus, "cache-control": "no-store" },
	});
}

/** Unknown values are removed: an old number would look current. */
function show(
	{ databaseUp, databaseBytes, publishedDay, daysDue, lastReport, newHosts, newHostsOfNetwork }: Metrics,
	read: Readings | null,
): void {
	databaseUp.set(read ? 1 : 0);
	for (const gauge of [databaseBytes, publishedDay, daysDue]) gauge.remove();
	for (const gauge of [lastReport, newHosts, newHostsOfNetwork]) gauge.reset();
	if (!read) return;
	databaseBytes.set(read.bytes);
	daysDue.set(read.daysDue);
	if (read.lastDay) publishedDay.set(startOf(read.lastDay).getTime() / 1000);
	for (const product of products) {
		const at = read.lastReportAt[product];
		if (at) lastReport.set({ product }, at.getTime() / 1000);
		const { hosts, largest } = read.newHosts[product];
		newHosts.set({ product }, hosts);
		newHostsOfNetwork.set({ product }, hosts > 0 ? largest / hosts : 0);
	}
}
