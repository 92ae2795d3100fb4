/**
 * What robots may read (RFC 9309): every page as of the latest day. Addresses with parameters are the same pages as of any
 * other day or looked at in another way, and there is no end of them; only the product makes a page of its own. Who fetches
 * a page because a person shared its link may read any: the preview is of the very view that was shared.
 */
import { defaultProduct, products } from "#lib/product";

const previews = [
	"Twitterbot",
	"facebookexternalhit",
	"LinkedInBot",
	"Slackbot",
	"TelegramBot",
	"Discordbot",
	"WhatsApp",
];

export function robotsTxt(origin: string): string {
	return [
		...previews.map((name) => `User-agent: ${name}`),
		"Allow: /",
		"",
		"User-agent: *",
		"Allow: /",
		"Disallow: /*?",
		...products.filter((one) => one !== defaultProduct).map((one) => `Allow: /*?product=${one}$`),
		...["/charts/", "/plain-text/", "/metrics", "/submit.php", "/genuuid.php"].map((path) => `Disallow: ${path}`),
		"",
		`Sitemap: ${origin}/sitemap.xml`,
		"",
	].join("\n");
}
