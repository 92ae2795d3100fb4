import type { NextRequest } from "next/server";
import { KeptOfHost } from "#components/my-host/kept";
import { hostJson, requestedHost } from "#lib/my-host/answer";
import { shownHost } from "#lib/my-host/shown";
import { notPosted, respond } from "../respond";

/** Everything that is stored about a host, for whoever has its UUID. */
export function POST(request: NextRequest): Promise<Response> {
	return respond(request, async (props) => {
		const requested = await requestedHost(request);
		if (requested.as === "json") return hostJson(requested);
		const hosts = requested.kept.map((host) => shownHost(host, requested.at, props.language));
		return <KeptOfHost {...props} hosts={hosts} at={requested.at} />;
	});
}

export { postOptions as OPTIONS } from "#lib/receipt/answer";
export { notPosted as DELETE, notPosted as GET, notPosted as PATCH, notPosted as PUT };
