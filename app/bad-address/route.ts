import type { NextRequest } from "next/server";
import { mediaTypes } from "#lib/http/media-types";
import { badAddressPage } from "#lib/site/problem-page";

/** Where the rewrites send what no page can answer. The address is still the one that was asked for. */
export function GET({ nextUrl }: NextRequest): Response {
	return new Response(badAddressPage(nextUrl.pathname, nextUrl.searchParams), {
		status: 400,
		headers: { "content-type": mediaTypes.html, "cache-control": "public, max-age=3600" },
	});
}
