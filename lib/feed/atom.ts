/** A feed as Atom (RFC 4287), its entries as XHTML. */
import { dataLicence } from "#lib/data-licence";
import { xml } from "#lib/export/markup";
import type { Language } from "#lib/language";
import { isSimulation } from "#lib/simulation";
import { translate } from "#lib/text/index";

export interface AtomFeed {
	language: string;
	title: string;
	subtitle: string;
	licence: string;
	author: string;
	id: string;
	/** From the root of the site. */
	self: string;
	home: string;
	/** The other languages. */
	others: readonly { language: string; path: string }[];
	updated: Date;
	entries: readonly AtomEntry[];
}

export interface AtomEntry {
	id: string;
	title: string;
	path: string;
	updated: Date;
	summary: string;
	sections: readonly { title: string; lines: readonly { text: string; path: string }[] }[];
}

/** Never changes, wherever the site is served from: feed readers know an entry by it. */
export const idOf = (...parts: string[]) => `tag:openvz.org,2026:${["statistics", ...parts].join("/")}`;

/** What all feeds of a language say. */
export function feedFrame(language: Language): Pick<AtomFeed, "language" | "subtitle" | "licence" | "author"> {
	const t = translate(language);
	return {
		language,
		subtitle: [
			t("programs.feed.subtitle"),
			...(isSimulation() ? [`${t("simulation.title")} ${t("simulation.text")}`] : []),
		].join(" "),
		licence: t("programs.feed.licence", { licence: `${dataLicence.name}, ${dataLicence.address}` }),
		author: t("site.name"),
	};
}

const type = "application/atom+xml";
const timeOf = (date: Date) => date.toISOString().replace(".000Z", "Z");

/** `origin` of the site: addresses in a feed are absolute. */
export function atomXml(feed: AtomFeed, origin: string): string {
	const link = (rel: string, path: string, more: Record<string, string> = {}) => ({
		"@rel": rel,
		"@href": origin + path,
		...Object.fromEntries(Object.entries(more).map(([name, value]) => [`@${name}`, value])),
	});
	return xml({
		feed: {
			"@xmlns": "http://www.w3.org/2005/Atom",
			"@xml:lang": feed.language,
			id: feed.id,
			title: feed.title,
			subtitle: feed.subtitle,
			updated: timeOf(feed.updated),
			author: { name: feed.author, uri: origin + feed.home },
			rights: feed.licence,
			icon: `${origin}/favicon.svg`,
			link: [
				link("self", feed.self, { type }),
				link("alternate", feed.home, { type: "text/html", hreflang: feed.language }),
				...feed.others.map(({ language, path }) => link("alternate", path, { type, hreflang: language })),
			],
			entry: feed.entries.map(({ id, title, path, updated, summary, sections }) => ({
				id,
				title,
				updated: timeOf(updated),
				published: timeOf(updated),
				link: link("alternate", path, { type: "text/html", hreflang: feed.language }),
				summary,
				content: {
					"@type": "xhtml",
					div: {
						"@xmlns": "http://www.w3.org/1999/xhtml",
						section: sections.map(({ title, lines }) => ({
							h3: title,
							ul: { li: lines.map(({ text, path }) => ({ a: { "@href": origin + path, "#text": text } })) },
						})),
					},
				},
			})),
		},
	});
}
