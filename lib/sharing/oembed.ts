/** What oEmbed (oembed.com, 1.0) says of a chart: the HTML that frames it, how large that is, and a picture of it. */
import { pictureHrefOf } from "#lib/address/links";
import { pictureBounds, pictureSizes } from "#lib/address/values";
import { escaped } from "#lib/export/markup";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { embedHeight, embedSnippet, embedTitle } from "./embed-snippet";
import type { StandaloneChart } from "./standalone-chart";

export interface OembedOptions {
	/** Of this site, as visitors see it. */
	site: string;
	statistic: Statistic;
	lone: StandaloneChart;
	/** px; `null`: as it likes. */
	widthMax: number | null;
	heightMax: number | null;
}

export type Oembed = Readonly<Record<string, string | number>>;

const widthUsual = 720;
/** Seconds: a day that is over hardly ever changes, the newest is another one tomorrow. */
const cacheAge = { live: 3600, pinned: 86_400 };

export function oembedOf({ site, statistic, lone, widthMax, heightMax }: OembedOptions): Oembed {
	const width = Math.min(widthUsual, widthMax ?? widthUsual);
	const height = Math.min(embedHeight(statistic, lone.form), heightMax ?? Number.POSITIVE_INFINITY);
	return {
		version: "1.0",
		type: "rich",
		title: embedTitle(statistic, lone),
		provider_name: translate(lone.view.language)("site.name"),
		provider_url: site,
		cache_age: lone.view.day ? cacheAge.pinned : cacheAge.live,
		html: embedSnippet({ site, statistic, lone, width, height, fixed: heightMax !== null }),
		width,
		height,
		...thumbnailOf(site, lone, widthMax, heightMax),
	};
}

/** A picture of the same view, where it may be large enough to be one. */
function thumbnailOf(site: string, lone: StandaloneChart, widthMax: number | null, heightMax: number | null): Oembed {
	const { width: usualWidth, height: usualHeight } = pictureSizes.preview;
	const width = Math.min(usualWidth, widthMax ?? usualWidth);
	const height = Math.min(usualHeight, heightMax ?? usualHeight);
	if (width < pictureBounds.width.min || height < pictureBounds.height.min) return {};
	const { view, chart, form } = lone;
	const theme = lone.theme === "dark" ? "dark" : "light";
	const own = { ...(width < usualWidth ? { width } : {}), ...(height < usualHeight ? { height } : {}) };
	const options = { chart, size: "preview", ...own, theme } as const;
	return {
		thumbnail_url: site + pictureHrefOf(view, lone, form === "day" ? "day" : "series", "png", options),
		thumbnail_width: width,
		thumbnail_height: height,
	};
}

export function oembedXml(oembed: Oembed): string {
	const elements = Object.entries(oembed).map(([name, value]) => `<${name}>${escaped(String(value))}</${name}>`);
	return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join("\n")}\n</oembed>\n`;
}
