/** `/my-host/kept` and `/my-host/deleted`: what is stored about one host, and its deletion, for whoever has its UUID. */

import { dayOf } from "#lib/day";
import { confidential } from "#lib/http/document";
import { mediaTypes } from "#lib/http/media-types";
import { windowDays } from "#lib/product";
import { store } from "#lib/store/client";
import { forgetHost, type KeptHost, keptOfHost } from "#lib/store/one-host";
import { hostProblem, readHostForm } from "./form";
import type { DeletedHost, KeptHosts } from "./schemas";
import { isKnown } from "./shown";

interface RequestedHost {
	kept: KeptHost[];
	as: "page" | "json";
	at: Date;
}

/** Throws a `Problem`, also if nothing is stored about the host. */
export async function requestedHost(request: Request): Promise<RequestedHost> {
	const { uuid, as } = await readHostForm(request);
	const kept = await keptOfHost(store().pool, uuid);
	if (kept.length === 0) throw hostProblem(request, "unknown");
	return { kept, as, at: new Date() };
}

/** The number of deleted reports; `null` when nothing was kept. */
export async function deleteHost(request: Request): Promise<{ reports: number | null; as: "page" | "json" }> {
	const { uuid, isConfirmed, as } = await readHostForm(request);
	if (!isConfirmed) throw hostProblem(request, "notConfirmed");
	return { reports: await forgetHost(store().pool, uuid), as };
}

export function deletionJson(reports: number | null): Response {
	const body: DeletedHost = { status: reports === null ? "nothing-kept" : "deleted", reports: reports ?? 0 };
	return Response.json(body, { headers: confidential });
}

/** Everything that is stored, as a file. */
export function hostJson({ kept, at }: RequestedHost): Response {
	const hosts = kept.map((host): KeptHosts["hosts"][number] => ({
		product: host.product,
		id: host.id,
		network: host.network,
		firstDay: host.firstDay,
		lastReport: host.lastAt.toISOString(),
		windowDays: windowDays[host.product],
		isActive: isKnown(host, "activity", dayOf(at)),
		isCounted: host.isCounted,
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

/** Browsers get a document, other programs `application/problem+json`. */
export function wantsDocument(request: Request): boolean {
	return /\btext\/html\b/.test(request.headers.get("accept") ?? "");
}
