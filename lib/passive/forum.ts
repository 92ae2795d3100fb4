/** Posts in the forum, from a CSV export of its database, or from its feeds. */
import { XMLParser } from "fast-xml-parser";
import { OperatorError } from "#lib/operator-error";
import type { StatisticSlug } from "#lib/text/index";
import { Counts, isPlausible } from "./counts";
import { eachLine, wholeText } from "./lines";
import type { Ignored, Reader } from "./reading";

export function forumReader({ now }: { now: Date }): Reader {
	const counts = new Counts();
	/** When each topic began. */
	const topics = new Map<string, number>();
	let hasFeeds = false;

	function fromCsv(line: string): Ignored | null {
		const [, stamp, topic = "", poster = "", fromList] = row.exec(line) ?? [];
		if (stamp === undefined) return "unreadable";
		const ms = Number(stamp) * 1000;
		if (!isPlausible(ms, now)) return "impossible time";
		if (!counts.isNew("post", stamp, topic, poster)) return "repeated";
		counts.seen(ms);
		// A mailing list's messages are counted there.
		if (fromList === "1") return "from a mailing list";
		counts.add("forum-posts", ms, "all");
		const own = counts.pseudonyms.textOf("topic", topic);
		topics.set(own, Math.min(ms, topics.get(own) ?? ms));
		counts.addPerson("forum-posters", ms, "all", poster);
		return null;
	}

	function fromFeed({ id, at }: FeedEntry): Ignored | null {
		const ms = Date.parse(at);
		if (Number.isNaN(ms)) return "no date";
		if (!isPlausible(ms, now)) return "impossible time";
		if (!counts.isNew("entry", id)) return "repeated";
		counts.seen(ms);
		counts.add("forum-posts", ms, "all");
		return null;
	}

	return {
		entries: "posts",
		async read({ name, chunks }, tally) {
			const [isFeed, all] = await sniffed(chunks);
			if (isFeed) {
				hasFeeds = true;
				for (const entry of feedEntries(name, await wholeText(name, all))) tally(fromFeed(entry));
				return;
			}
			let isFirst = true;
			await eachLine(all, (line) => {
				const isHeader = isFirst && /^\W*post_stamp\b/.test(line);
				isFirst = false;
				if (!isHeader && line.trim() !== "") tally(fromCsv(line));
			});
		},
		finish() {
			for (const ms of topics.values()) counts.add("forum-topics", ms, "all");
			// Feeds do not say who posted where: they would make these numbers too small.
			return counts.finish(hasFeeds ? ["forum-posts"] : all);
		},
	};
}

const all = ["forum-posts", "forum-topics", "forum-posters"] as const satisfies readonly StatisticSlug[];

/** Numbers alone, quoted or not: nothing that a spreadsheet would compute. */
const row = /^"?(\d{9,10})"?[,;\t]"?(\d{1,12})"?[,;\t]"?(\d{1,12})"?(?:[,;\t]"?([01])"?)?\s*$/;

async function sniffed(chunks: AsyncIterable<Buffer>): Promise<[isFeed: boolean, all: AsyncIterable<Buffer>]> {
	const rest = chunks[Symbol.asyncIterator]();
	const first = await rest.next();
	const begin = first.done ? Buffer.alloc(0) : first.value;
	async function* whole() {
		yield begin;
		for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
	}
	return [/^\W*</.test(begin.subarray(0, 64).toString("latin1")), whole()];
}

interface FeedEntry {
	id: string;
	at: string;
}

type Element = Readonly<Record<string, unknown>>;

/** Of RSS, Atom and RDF. */
function feedEntries(name: string, xml: string): FeedEntry[] {
	// Entities can make a small document huge; no feed has its own.
	if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new OperatorError(`${name} declares entities: no feed does`);
	const parser = new XMLParser({
		processEntities: false,
		ignoreAttributes: false,
		parseTagValue: false,
		isArray: isList,
	});
	const root = documentOf(parser, name, xml);
	const channel = element(element(root.rss).channel);
	const entries = [channel.item, element(root.feed).entry, element(root["rdf:RDF"]).item].flatMap((list) =>
		Array.isArray(list) ? (list as Element[]) : [],
	);
	if (!("rss" in root || "feed" in root || "rdf:RDF" in root))
		throw new OperatorError(`${name} is of another kind: give a feed of the forum, or its posts as CSV`);
	return entries.map((entry) => ({
		id: textOf(entry.guid) || textOf(entry.id) || textOf(entry["@_rdf:about"]) || textOf(entry.link),
		at: textOf(entry.pubDate) || textOf(entry.published) || textOf(entry.updated) || textOf(entry["dc:date"]),
	}));
}

const isList = (tag: string) => tag === "item" || tag === "entry";

function documentOf(parser: XMLParser, name: string, xml: string): Element {
	try {
		return element(parser.parse(xml, true));
	} catch {
		throw new OperatorError(`${name} is damaged: it is no whole XML document`);
	}
}

const element = (value: unknown): Element => (typeof value === "object" && value !== null ? (value as Element) : {});

function textOf(value: unknown): string {
	if (typeof value === "string") return value;
	const inner = element(value);
	return typeof inner["#text"] === "string"
		? inner["#text"]
		: typeof inner["@_href"] === "string"
			? inner["@_href"]
			: "";
}
