/** The reports of one host in order of receipt, as far as they are stored and with those that come now. */
import { dayOf } from "#lib/day";
import type { Facts } from "#lib/facts/sections";
import type { HostReport } from "#lib/host-history/state";
import { factsOn, type StoredHost } from "./host-rows";

/** The same bytes from the same host within this time are one report, both ends included. */
export const duplicateWithinMs = 24 * 60 * 60 * 1000;

interface TimelineEntry extends HostReport {
	at: Date;
	seq: number;
	digest: Buffer;
}

export class Timeline {
	readonly entries: TimelineEntry[];
	readonly added: TimelineEntry[] = [];

	constructor(stored?: Pick<StoredHost, "reports" | "versions">) {
		this.entries = (stored?.reports ?? []).map(({ sections, ...report }) => ({
			...report,
			// Only the last facts of a day are stored. They stand in for those of its earlier reports, with the same result.
			sections: Object.fromEntries(
				sections.map((section) => [section, stored && factsOn(stored, section, report.day)]),
			) as Partial<Facts>,
		}));
	}

	/** Adds a report unless it is a duplicate of one at most a day older. Answers whether it was added. */
	add({ at, digest, sections }: Pick<TimelineEntry, "at" | "digest" | "sections">): boolean {
		const time = at.getTime();
		const place = this.entries.findLastIndex((entry) => entry.at.getTime() <= time) + 1;
		for (let index = place - 1; index >= 0; index--) {
			const entry = this.entries[index];
			if (!entry || time - entry.at.getTime() > duplicateWithinMs) break;
			if (entry.digest.equals(digest)) return false;
		}
		const before = this.entries[place - 1];
		const seq = before?.at.getTime() === time ? before.seq + 1 : 0;
		const entry: TimelineEntry = { at, seq, day: dayOf(at), digest, sections };
		this.entries.splice(place, 0, entry);
		this.added.push(entry);
		return true;
	}
}
