/**
 * `/robots.txt`: what robots may read (RFC 9309). They may read every page as of the latest day. Addresses with parameters
 * show the same pages as of another day or in another way, and there is no end of them; only the product makes a page of
 * its own. Programs that show a preview of a shared link may read any address: the preview is of the very view that was
 * shared. Most of them are not named here, so any robot may read pictures and how to embed a chart. Some parsers take the
 * first rule that fits, others the longest: the order suits both, and no rule allows everything.
 */
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { languages, pathIn } from "#lib/language";
import { defaultProduct, products } from "#lib/product";

const previewers = [
	"Twitterbot",
	"facebookexternalhit",
	"LinkedInBot",
	"Slackbot",
	"TelegramBot",
	"Discordbot",
	"WhatsApp",
];

export function robotsResponse(request: Request): Promise<Response> {
	return answer(request, async () => okResponse(mediaTypes.text, robotsTxt(siteAddress(request))));
}

function robotsTxt(origin: string): string {
	return [
		...previewers.map((name) => `User-agent: ${name}`),
		"Disallow:",
		"",
		"User-agent: *",
		...products.filter((one) => one !== defaultProduct).map((one) => `Allow: /*?product=${one}$`),
		...["/data/*.png?", "/data/*.svg?", "/oembed?"].map((path) => `Allow: ${path}`),
		"Disallow: /*?",
		// Each statistic by each other: thousands of pages, which nobody looks for.
		...languages.map((language) => `Disallow: ${pathIn(language, "/cross")}/`),
		...["/charts/", "/plain-text/", "/metrics", "/submit.php", "/genuuid.php"].map((path) => `Disallow: ${path}`),
		"",
		`Sitemap: ${origin}/sitemap.xml`,
		"",
	].join("\n");
}
