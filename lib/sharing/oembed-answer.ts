/** `/oembed?url=&format=`: how the chart of one of this site's addresses is embedded elsewhere. */

import { oembed } from "#lib/address/addresses";
import { readAll } from "#lib/address/query";
import { answer, kept } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { splitLanguage } from "#lib/language";
import { Problem } from "#lib/problem";
import { oembedOf, oembedXml } from "./oembed";
import { type RequestedChart, requestedStandalone } from "./requested-chart";

const formats = {
	json: { type: mediaTypes.json, write: (said: unknown) => JSON.stringify(said) },
	xml: { type: "text/xml; charset=utf-8", write: oembedXml },
};

export function oembedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const given = readAll(new URL(request.url).searchParams, oembed);
		const { url, format, maxwidth: widthMax, maxheight: heightMax } = given;
		const site = siteAddress(request);
		const { statistic, lone } = await chartAt(url, [site, `http://${request.headers.get("host")}`]);
		const { type, write } = formats[format];
		return kept(request, type, write(oembedOf({ site, statistic, lone, widthMax, heightMax })));
	});
}

const pages = /^\/(?:statistics|embed|slide)\/([^/]+)\/?$/;

/** Whatever is wrong with the address asked about, there is no answer for it: 404 (oembed.com, 2.3.4). */
async function chartAt(text: string, sites: readonly string[]): Promise<RequestedChart> {
	const base = sites[0];
	const url = URL.canParse(text, base) ? new URL(text, base) : null;
	const hosts = sites.filter((site) => URL.canParse(site)).map((site) => new URL(site).host);
	const slug =
		url && hosts.includes(url.host) && /^https?:$/.test(url.protocol)
			? pages.exec(splitLanguage(url.pathname).path)?.[1]
			: null;
	if (!url || !slug) throw notFound("The address is none of a chart here: /data/index.json lists their pages.");
	try {
		return await requestedStandalone(slug, url.pathname, url.searchParams);
	} catch (error) {
		throw error instanceof Problem ? notFound(error.detail) : error;
	}
}

function notFound(detail: string): Problem {
	return new Problem(404, "No chart at this address", detail);
}
