import type { NextRequest } from "next/server";
import { Embed, embedScript, embedStyle } from "#components/lone/embed";
import { documentMarkup } from "#components/markup.ts";
import { isSimulation } from "#lib/simulation";
import { loneContent } from "#lib/site/opened-lone";
import { framedAnywhere, type LoneParams, loneResponse } from "../../lone-response";

/** A chart for a frame on any site. */
export async function GET(request: NextRequest, context: LoneParams): Promise<Response> {
	return loneResponse(
		request,
		context,
		async (opened) => {
			const content = loneContent(opened, ["narrow", "wide", "full"]);
			const style = embedStyle(opened.lone.theme, content.charts);
			const embed = <Embed {...content} style={style} simulated={isSimulation()} />;
			return { html: await documentMarkup(embed), style, script: embedScript };
		},
		{ kind: "embed", ...framedAnywhere },
	);
}
