import type { NextRequest } from "next/server";
import { documentMarkup } from "#components/markup";
import { slideScript } from "#components/standalone/scripts";
import { Slide } from "#components/standalone/slide";
import { slideStyle } from "#components/standalone/styles";
import { siteAddress } from "#lib/http/site-address";
import { standaloneContent } from "#lib/sharing/open-chart";
import { slidePlace } from "#lib/sharing/slide";
import { isSimulation } from "#lib/simulation";
import { type StandaloneParams, standaloneResponse } from "../../standalone-response";

/** A chart for a talk. */
export async function GET(request: NextRequest, context: StandaloneParams): Promise<Response> {
	const site = siteAddress(request);
	return standaloneResponse(
		request,
		context,
		async (opened) => {
			const content = standaloneContent(opened, ["slide"]);
			const style = slideStyle(opened.standalone.theme);
			const place = slidePlace(opened, content.href, site);
			const slide = <Slide {...content} {...place} style={style} simulated={isSimulation()} />;
			return { html: await documentMarkup(slide), style, script: slideScript };
		},
		// It is for a window of its own. In full screen the next slide, which it fetches, takes its place.
		{ policy: ["frame-ancestors 'none'", "connect-src 'self'"] },
	);
}
