/** Files of the operator → counts by source → the store. */
import { readFile } from "node:fs/promises";
import { Readable } from "node:stream";
import ipaddr from "ipaddr.js";
import type { Pool } from "pg";
import type { Day } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { bugReader } from "#lib/passive/bugs";
import type { CountedStatistic } from "#lib/passive/counts";
import { downloadReader } from "#lib/passive/downloads";
import { figureReader } from "#lib/passive/figures";
import { forumReader } from "#lib/passive/forum";
import { type MailingList, mailingLists, mailReader } from "#lib/passive/mail";
import { type Reader, readFiles } from "#lib/passive/reading";
import { replaceObserved } from "#lib/store/observed";
import type { Networks, ObservedKind, ObserveOptions } from "./observe-options";

export async function readerOf(
	kind: ObservedKind,
	options: Pick<ObserveOptions, "source" | "ignore" | "prefix" | "sizes" | "dateFormat">,
	now: Date,
): Promise<Reader> {
	switch (kind) {
		case "downloads":
			return downloadReader({
				now,
				prefix: options.prefix ?? null,
				isOwn: (address) => isWithin(address, options.ignore),
				sizes: options.sizes ? await readSizes(options.sizes) : new Map(),
			});
		case "mail":
			return mailReader({
				now,
				list: mailingLists.find((list): list is MailingList => list === options.source) ?? null,
			});
		case "bugs":
			return bugReader({ now, dateFormat: options.dateFormat ?? null });
		case "forum":
			return forumReader({ now });
		case "figures":
			return figureReader({ now });
	}
}

function isWithin(address: string, own: Networks): boolean {
	if (own.length === 0 || !ipaddr.isValid(address)) return false;
	const parsed = ipaddr.process(address);
	return own.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
}

/** Lines of bytes and path, as `find -printf '%s %P\n'` writes them. */
async function readSizes(path: string): Promise<Map<string, number>> {
	const text = await readFile(path, "utf8").catch(() => {
		throw new OperatorError(`${path} cannot be read`);
	});
	const lines = text.split("\n").filter((line) => line.trim() !== "");
	return new Map(
		lines.map((line, i) => {
			const [, bytes, name] = /^\s*(\d+)\s+\/?(\S.*?)\s*$/.exec(line) ?? [];
			if (bytes === undefined || name === undefined)
				throw new OperatorError(`line ${i + 1} of ${path} is not of the form: bytes, blank, path`);
			return [`/${name}`, Number(bytes)];
		}),
	);
}

export function countedBySource(
	reader: Reader,
	{ source, from, through }: Pick<ObserveOptions, "source" | "from" | "through">,
): Map<string, CountedStatistic[]> {
	const finished = reader.finish();
	const bySource: ReadonlyMap<string, CountedStatistic[]> = Array.isArray(finished)
		? new Map([[source, finished]])
		: (finished as ReadonlyMap<string, CountedStatistic[]>);
	const isWanted = ({ day }: { day: Day }) => (!from || day >= from) && (!through || day <= through);
	return new Map(
		[...bySource].map(([name, counted]) => [
			name,
			counted.map(({ statistic, days, partial }) => ({
				statistic,
				days: days.filter(isWanted),
				partial: partial.filter(isWanted),
			})),
		]),
	);
}

export async function storeCounts(
	pool: Pool,
	bySource: ReadonlyMap<string, readonly CountedStatistic[]>,
	{ digests, now, isReplacing }: { digests: readonly Buffer[]; now: Date; isReplacing?: boolean },
): Promise<void> {
	for (const [source, counted] of bySource) {
		const observations = counted.filter(({ days }) => days.length > 0);
		if (observations.length > 0) await replaceObserved(pool, { source, observations, digests, now }, { isReplacing });
	}
}

/** Counts and stores files that are in memory: for the demo. */
export async function observeTexts(
	pool: Pool,
	files: readonly { kind: ObservedKind; name: string; source: string; text: string }[],
	now: Date,
): Promise<void> {
	for (const { kind, name, source, text } of files) {
		const reader = await readerOf(kind, { source, ignore: [] }, now);
		const file = { name, path: name, bytes: () => Readable.from([Buffer.from(text)]) };
		const { digests } = await readFiles(reader, [file]);
		await storeCounts(pool, countedBySource(reader, { source }), { digests, now, isReplacing: true });
	}
}
