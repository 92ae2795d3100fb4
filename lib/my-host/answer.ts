/** `/my-host/kept` and `/my-host/deleted`: what is kept of one host, for whoever has its UUID, and its deletion. */

import { dayOf } from "#lib/day";
import { confidential } from "#lib/http/document";
import { mediaTypes } from "#lib/http/media-types";
import { windowDays } from "#lib/product";
import { store } from "#lib/store/client";
import { forgetHost, type KeptHost, keptOfHost } from "#lib/store/one-host";
import { readHostForm, wrongOfHost } from "./form";
import type { DeletedHost, KeptHosts } from "./schemas";
import { isKnown } from "./shown";

interface AskedHost {
	kept: KeptHost[];
	as: "page" | "json";
	at: Date;
}

/** Throws a `Problem`, also of a host of which nothing is kept. */
export async function askedHost(request: Request): Promise<AskedHost> {
	const { uuid, as } = await readHostForm(request);
	const kept = await keptOfHost(store().pool, uuid);
	if (kept.length === 0) throw wrongOfHost(request, "unknown");
	return { kept, as, at: new Date() };
}

/** The number of deleted reports; `null` when nothing was kept. */
export async function deletedHost(request: Request): Promise<{ reports: number | null; as: "page" | "json" }> {
	const { uuid, isConfirmed, as } = await readHostForm(request);
	if (!isConfirmed) throw wrongOfHost(request, "notConfirmed");
	return { reports: await forgetHost(store().pool, uuid), as };
}

export function deletedAsJson(reports: number | null): Response {
	const body: DeletedHost = { status: reports === null ? "nothing-kept" : "deleted", reports: reports ?? 0 };
	return Response.json(body, { headers: confidential });
}

/** As a file, with nothing left out. */
export function keptAsJson({ kept, at }: AskedHost): Response {
	const hosts = kept.map((host): KeptHosts["hosts"][number] => ({
		product: host.product,
		id: host.id,
		firstDay: host.firstDay,
		lastReport: host.lastAt.toISOString(),
		windowDays: windowDays[host.product],
		isActive: isKnown(host, "activity", dayOf(at)),
		reports: host.reports,
		known: host.spans,
		facts: host.versions,
		counted: host.memberships,
		unmatched: host.unmatched,
	}));
	const body: KeptHosts = { at: at.toISOString(), hosts };
	return new Response(`${JSON.stringify(body, null, "\t")}\n`, {
		headers: {
			...confidential,
			"content-type": mediaTypes.json,
			"content-disposition": 'attachment; filename="openvz-my-host.json"',
		},
	});
}

/** Whoever is no browser wants to know it as other programs are told. */
export function wantsDocument(request: Request): boolean {
	return /\btext\/html\b/.test(request.headers.get("accept") ?? "");
}
