import type { NextRequest } from "next/server";
import { DeletedHost } from "#components/my-host/deletion";
import { deleteHost, deletionJson } from "#lib/my-host/answer";
import { notPosted, respond } from "../respond";

/** Deletes everything that is stored about a host, for whoever has its UUID and confirms it. */
export function POST(request: NextRequest): Promise<Response> {
	return respond(request, async (props) => {
		const { reports, as } = await deleteHost(request);
		return as === "json" ? deletionJson(reports) : <DeletedHost {...props} reports={reports} />;
	});
}

export { postOptions as OPTIONS } from "#lib/receipt/answer";
export { notPosted as DELETE, notPosted as GET, notPosted as PATCH, notPosted as PUT };
