/** `/oembed?url=&format=` (oembed.com, 1.0): how to embed the chart at one of this site's addresses. */
import { oembed } from "#lib/address/addresses";
import { pictureHrefOf } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import { pictureBounds, pictureSizes } from "#lib/address/values";
import { escaped } from "#lib/export/markup";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { splitLanguage } from "#lib/language";
import { Problem } from "#lib/problem";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { embedHeight, embedSnippet, embedTitle } from "./embed-snippet";
import { readStandaloneRequest, type StandaloneRequest } from "./open-chart";
import { pictureForms, shownParameters } from "./share-offer";
import type { StandaloneChart } from "./standalone-chart";

const formats = {
	json: { type: mediaTypes.json, write: (answer: Oembed) => JSON.stringify(answer) },
	xml: { type: "text/xml; charset=utf-8", write: oembedXml },
};

export function oembedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const values = readAll(new URL(request.url).searchParams, oembed);
		const { url, format, maxwidth: widthMax, maxheight: heightMax } = values;
		const site = siteAddress(request);
		const { statistic, standalone, compared } = await chartAt(url, [site, `http://${request.headers.get("host")}`]);
		const { type, write } = formats[format];
		return okResponse(type, write(oembedOf({ site, statistic, standalone, compared, widthMax, heightMax })));
	});
}

const chartPath = /^\/(?:(statistics|embed|slide|compare)\/([^/]+)|(retire)\/([^/]+)\/([^/]+))\/?$/;

/** Any problem with the requested address is a 404 (oembed.com, 2.3.4). */
async function chartAt(text: string, sites: readonly string[]): Promise<StandaloneRequest> {
	const base = sites[0];
	const url = URL.canParse(text, base) ? new URL(text, base) : null;
	const hosts = sites.filter((site) => URL.canParse(site)).map((site) => new URL(site).host);
	const [, kind, slug = kind, bucket] =
		url && hosts.includes(url.host) && /^https?:$/.test(url.protocol)
			? (chartPath.exec(splitLanguage(url.pathname).path) ?? []).filter((part) => part !== undefined)
			: [];
	if (!url || !slug)
		throw notFound("The address must be that of a chart of this site: /data/index.json lists their pages.");
	if (kind === "compare" || kind === "retire") url.searchParams.set("form", kind);
	if (bucket) url.searchParams.set("bucket", bucket);
	try {
		return await readStandaloneRequest(slug, url.pathname, url.searchParams);
	} catch (error) {
		throw error instanceof Problem ? notFound(error.detail) : error;
	}
}

function notFound(detail: string): Problem {
	return new Problem(404, "No chart at this address", detail);
}

interface OembedOptions {
	/** Of this site, as visitors see it. */
	site: string;
	statistic: Statistic;
	standalone: StandaloneChart;
	compared: StandaloneRequest["compared"];
	/** px; `null`: no limit. */
	widthMax: number | null;
	heightMax: number | null;
}

type Oembed = Readonly<Record<string, string | number>>;

const defaultWidth = 720;
/** Seconds. A chart with a date hardly ever changes; one without shows another day tomorrow. */
const cacheAge = { live: 3600, pinned: 86_400 };

export function oembedOf({ site, statistic, standalone, compared, widthMax, heightMax }: OembedOptions): Oembed {
	const width = Math.min(defaultWidth, widthMax ?? defaultWidth);
	const height = Math.min(embedHeight(statistic, standalone.form), heightMax ?? Number.POSITIVE_INFINITY);
	return {
		version: "1.0",
		type: "rich",
		title: embedTitle(statistic, standalone),
		provider_name: translate(standalone.view.language)("site.name"),
		provider_url: site,
		cache_age: standalone.view.day ? cacheAge.pinned : cacheAge.live,
		html: embedSnippet({ site, statistic, standalone, width, height, fixed: heightMax !== null }),
		width,
		height,
		...thumbnailOf(site, { standalone, compared }, widthMax, heightMax),
	};
}

/** A picture of the same view, unless the limits are below the smallest picture. */
function thumbnailOf(
	site: string,
	chart: Pick<StandaloneRequest, "standalone" | "compared">,
	widthMax: number | null,
	heightMax: number | null,
): Oembed {
	const { width: defaultWidth, height: defaultHeight } = pictureSizes.preview;
	const width = Math.min(defaultWidth, widthMax ?? defaultWidth);
	const height = Math.min(defaultHeight, heightMax ?? defaultHeight);
	if (width < pictureBounds.width.min || height < pictureBounds.height.min) return {};
	const { standalone } = chart;
	const { view, form } = standalone;
	const theme = standalone.theme === "dark" ? "dark" : "light";
	const own = { ...(width < defaultWidth ? { width } : {}), ...(height < defaultHeight ? { height } : {}) };
	const options = { shown: shownParameters(chart), size: "preview", ...own, theme } as const;
	return {
		thumbnail_url: site + pictureHrefOf(view, standalone, pictureForms[form], "png", options),
		thumbnail_width: width,
		thumbnail_height: height,
	};
}

export function oembedXml(answer: Oembed): string {
	const elements = Object.entries(answer).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`);
	return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("\n")}\n</oembed>\n`;
}
