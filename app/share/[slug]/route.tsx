import type { NextRequest } from "next/server";
import { baseStyle, schemeStyle } from "#components/lone/style.ts";
import { documentMarkup } from "#components/markup.ts";
import { SharePage } from "#components/share/page";
import { sharePageStyle, shareStyle } from "#components/share/style.ts";
import { siteAddress } from "#lib/http/site-address";
import { shareOfferOf } from "#lib/site/share-offer";
import { type LoneParams, loneResponse } from "../../lone-response";

const style = schemeStyle("auto") + baseStyle + shareStyle + sharePageStyle;

/** Everything that can be taken of a chart. */
export async function GET(request: NextRequest, context: LoneParams): Promise<Response> {
	const site = siteAddress(request);
	return loneResponse(
		request,
		context,
		async (opened) => ({
			html: await documentMarkup(<SharePage offer={shareOfferOf(opened, site)} style={style} />),
			style,
			script: "",
		}),
		{
			kind: `share ${site}`,
			problemStyle: () => style,
			policy: ["form-action 'self'", "frame-ancestors 'none'"],
		},
	);
}
