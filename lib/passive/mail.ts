/** Messages on mailing lists, from mbox files: Mailman's pipermail archives, HyperKitty's exports, or any other. */
import type { StatisticSlug } from "#lib/text/index";
import { Counts, isPlausible } from "./counts";
import { eachLine } from "./lines";
import type { Ignored, Reader } from "./reading";

/** In the order in which a message on several lists is counted on one. */
export const mailingLists = ["announce", "users", "devel", "criu"] as const;
export type MailingList = (typeof mailingLists)[number];

const statistics = ["list-messages", "list-posters"] as const satisfies readonly StatisticSlug[];

interface Headers {
	/** Of the line that begins a message in an mbox. */
	deliveredMs: number | null;
	fields: Map<string, string>;
}

/** `From name at example.org  Thu Mar  3 11:57:01 2016`, and not a sentence that begins with the word. */
const envelope =
	/^From .{0,500}\b[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d(?::\d\d)?(?: [A-Z]{2,5}| [+-]\d{4})? \d{4}/;
const field = /^([A-Za-z][A-Za-z0-9-]{0,60}):\s?(.*)$/;
const known = new Set(["date", "from", "message-id", "list-id", "subject"]);
const fieldLengthMax = 2000;

/** `list`: on which list the messages are where neither they nor the path of their file says it. */
export function mailReader({ now, list }: { now: Date; list: MailingList | null }): Reader {
	const counts = new Counts();
	const messages = new Map<string, { ms: number; list: number; posters: readonly string[] }>();

	function taken({ deliveredMs, fields }: Headers, path: string): Ignored | null {
		const from = fields.get("from");
		if (from === undefined) return "unreadable";
		const written = dateOf(fields.get("date"));
		const ms = [written, deliveredMs].find((one) => one !== null && isPlausible(one, now));
		if (ms === null || ms === undefined) return "no date";
		const poster = addressOf(from);
		if (/^(?:mailer-daemon|postmaster)@/.test(poster)) return "bounced";
		const parts = [fields.get("message-id") ?? ""].filter(Boolean);
		const id = counts.pseudonyms.textOf(...(parts.length > 0 ? parts : [poster, `${ms}`, fields.get("subject") ?? ""]));
		const place = placeOf(fields.get("list-id"), path);
		const same = messages.get(id);
		const who = counts.pseudonyms.textOf(poster);
		messages.set(id, {
			ms: Math.min(ms, same?.ms ?? ms),
			list: Math.min(place, same?.list ?? place),
			posters: postersOf(same?.posters ?? [], who),
		});
		return same ? "repeated" : null;
	}

	function placeOf(listId: string | undefined, path: string): number {
		const named = /<?([a-z]+)\.(?:lists\.)?(?:openvz|criu)\.org>?/i.exec(listId ?? "")?.[1]?.toLowerCase();
		const folders = path.toLowerCase().split(/[\\/.]/);
		const found = mailingLists.findIndex((one) => one === (named ?? folders.find(isList) ?? list));
		return found < 0 ? mailingLists.length : found;
	}

	return {
		entries: "messages",
		async read({ chunks, path }, tally) {
			const parser = mboxParser((headers) => tally(taken(headers, path)));
			await eachLine(chunks, parser.line);
			parser.end();
		},
		finish() {
			for (const { ms, list: place, posters } of messages.values()) {
				counts.seen(ms);
				counts.add("list-messages", ms, mailingLists[place] ?? "other");
				for (const poster of posters) counts.addPerson("list-posters", ms, "all", poster);
			}
			return counts.finish(statistics);
		},
	};
}

/** A list may have put itself in the place of the sender, so copies of a message differ. No message has more. */
const postersMax = 10;
const postersOf = (known: readonly string[], who: string) =>
	known.includes(who) || known.length >= postersMax ? known : [...known, who];

const isList = (text: string) => mailingLists.some((one) => one === text);

/** Tells the headers of each message. A line `From …` begins one only if a header follows: bodies have such lines, too. */
function mboxParser(found: (headers: Headers) => void) {
	let state: "body" | "envelope" | "headers" = "body";
	let headers: Headers = { deliveredMs: null, fields: new Map() };
	let name: string | null = null;
	let wasBlank = true;
	let hasAny = false;
	const end = () => {
		if (state === "headers") found(headers);
		else if (!hasAny) found({ deliveredMs: null, fields: new Map() });
		hasAny = true;
	};
	return {
		line(text: string) {
			if (state === "envelope") {
				state = field.test(text) ? "headers" : "body";
				if (state === "headers") name = null;
			}
			if (state === "body" && wasBlank && envelope.test(text)) {
				state = "envelope";
				headers = {
					deliveredMs: dateOf(text.replace(/^From .*?(?=[A-Z][a-z]{2} [A-Z][a-z]{2} )/, "")),
					fields: new Map(),
				};
			} else if (state === "headers") {
				if (text === "") {
					end();
					state = "body";
				} else name = readField(headers.fields, name, text);
			}
			wasBlank = text === "";
		},
		end,
	};
}

/** Returns the name of the field that the line is of: lines that begin with a blank go on with it. */
function readField(fields: Map<string, string>, name: string | null, text: string): string | null {
	if (/^[ \t]/.test(text)) {
		const begun = name === null ? undefined : fields.get(name);
		if (name !== null && begun !== undefined && begun.length < fieldLengthMax)
			fields.set(name, `${begun} ${text.slice(0, fieldLengthMax).trim()}`.trim());
		return name;
	}
	const [, written = "", value = ""] = field.exec(text) ?? [];
	const own = written.toLowerCase();
	if (!known.has(own)) return null;
	// Of a header that is there twice, the first is the sender's.
	if (!fields.has(own)) fields.set(own, value.slice(0, fieldLengthMax).trim());
	return own;
}

/** RFC 5322 and what `ctime` writes, which has no zone: UTC. */
function dateOf(text: string | undefined): number | null {
	if (!text) return null;
	// Longer than any date. On a whole line of opening brackets the pattern would take long.
	const bare = text
		.slice(0, 200)
		.replace(/\([^)]*\)/g, "")
		.trim();
	const hasZone = /(?:[+-]\d{4}|\b(?:GMT|UTC?|[ECMP][SD]T|Z))\b\s*(?:\d{4})?$/.test(bare);
	const ms = Date.parse(hasZone ? bare : `${bare} UTC`);
	return Number.isNaN(ms) ? null : ms;
}

/** Archives write `name at example.org` against collectors of addresses. */
function addressOf(from: string): string {
	const text = from.toLowerCase().replace(/ at /g, "@");
	return /<([^<>]+)>/.exec(text)?.[1]?.trim() ?? /[^\s()<>",;]+@[^\s()<>",;]+/.exec(text)?.[0] ?? text.trim();
}
