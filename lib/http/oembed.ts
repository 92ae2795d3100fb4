/** `/oembed?url=&format=`: how the chart of one of this site's addresses is embedded elsewhere. */
import { type AskedLone, askedLone } from "#lib/answers/asked-lone";
import { bad, oneValue } from "#lib/answers/query";
import { oembedOf, oembedXml } from "#lib/export/oembed";
import { Problem } from "#lib/problem";
import { answer, kept } from "./answer";
import { mediaTypes } from "./media-types";
import { siteAddress } from "./site-address";

const formats = {
	json: { type: mediaTypes.json, write: (said: unknown) => JSON.stringify(said) },
	xml: { type: "text/xml; charset=utf-8", write: oembedXml },
};

export function oembedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const parameters = new URL(request.url).searchParams;
		const name = oneValue(parameters, "format") ?? "json";
		const [widthMax, heightMax] = [atMost(parameters, "maxwidth"), atMost(parameters, "maxheight")];
		const url = oneValue(parameters, "url");
		if (!url)
			throw new Problem(400, "Bad parameter", "Say which chart: url=https://…/statistics/…", { parameter: "url" });
		if (!isFormat(name)) throw new Problem(501, "Format not known", "The formats are json and xml.");
		const site = siteAddress(request);
		const { statistic, lone } = await chartAt(url, [site, `http://${request.headers.get("host")}`]);
		const { type, write } = formats[name];
		return kept(request, type, write(oembedOf({ site, statistic, lone, widthMax, heightMax })));
	});
}

function isFormat(name: string): name is keyof typeof formats {
	return Object.hasOwn(formats, name);
}

/** px; `null` where nothing is said. */
function atMost(parameters: URLSearchParams, name: string): number | null {
	const text = oneValue(parameters, name);
	if (text === undefined) return null;
	if (!/^[1-9]\d{0,8}$/.test(text)) throw bad(name, text, "is no number of pixels");
	return Number(text);
}

const pages = /^(?:\/ru)?\/(?:statistics|embed|slide)\/([^/]+)\/?$/;

/** Whatever is wrong with the address asked about, there is no answer for it: 404 (oembed.com, 2.3.4). */
async function chartAt(text: string, sites: readonly string[]): Promise<AskedLone> {
	const base = sites[0];
	const url = URL.canParse(text, base) ? new URL(text, base) : null;
	const hosts = sites.filter((site) => URL.canParse(site)).map((site) => new URL(site).host);
	const slug = url && hosts.includes(url.host) && /^https?:$/.test(url.protocol) ? pages.exec(url.pathname)?.[1] : null;
	if (!url || !slug) throw notFound("The address is none of a chart here: /data/index.json lists their pages.");
	try {
		return await askedLone(slug, url.pathname, url.searchParams);
	} catch (error) {
		throw error instanceof Problem ? notFound(error.detail) : error;
	}
}

function notFound(detail: string): Problem {
	return new Problem(404, "No chart at this address", detail);
}
