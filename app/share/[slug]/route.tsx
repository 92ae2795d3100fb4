import type { NextRequest } from "next/server";
import { documentMarkup } from "#components/markup";
import { SharePage, shareStyle } from "#components/share/page";
import { siteAddress } from "#lib/http/site-address";
import { shareOfferOf } from "#lib/sharing/share-offer";
import { type StandaloneParams, standaloneResponse } from "../../standalone-response";

/** The Share page of a chart. */
export async function GET(request: NextRequest, context: StandaloneParams): Promise<Response> {
	const site = siteAddress(request);
	return standaloneResponse(
		request,
		context,
		async (opened) => ({
			html: await documentMarkup(<SharePage offer={shareOfferOf(opened, site)} />),
			style: shareStyle,
			script: "",
		}),
		{
			problemStyle: () => shareStyle,
			policy: ["form-action 'self'", "frame-ancestors 'none'"],
		},
	);
}
