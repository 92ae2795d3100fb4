import type { NextRequest } from "next/server";
import { documentMarkup } from "#components/markup";
import { Embed } from "#components/standalone/embed";
import { embedScript } from "#components/standalone/scripts";
import { embedStyle } from "#components/standalone/styles";
import { standaloneContent } from "#lib/sharing/open-chart";
import { isSimulation } from "#lib/simulation";
import { anySiteMayFrame, type StandaloneParams, standaloneResponse } from "../../standalone-response";

/** A chart for a frame on any site. */
export async function GET(request: NextRequest, context: StandaloneParams): Promise<Response> {
	return standaloneResponse(
		request,
		context,
		async (opened) => {
			const content = standaloneContent(opened, ["narrow", "wide", "full"]);
			const style = embedStyle(opened.standalone.theme, content.charts);
			const embed = <Embed {...content} style={style} simulated={isSimulation()} />;
			return { html: await documentMarkup(embed), style, script: embedScript };
		},
		anySiteMayFrame,
	);
}
