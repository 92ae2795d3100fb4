/** Bugs that were created, resolved and open, from exports of a bug tracker. */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { isValid } from "date-fns/isValid";
import { parse as parseDate } from "date-fns/parse";
import { startOf } from "#lib/day";
import { bugTypes } from "#lib/statistics/names/bug-types";
import type { StatisticSlug } from "#lib/text/index";
import { type Exported, exportedIn } from "./bug-exports";
import { type CountedDay, type CountedStatistic, Counts, isPlausible, msPerDay } from "./counts";
import type { Ignored, Reader } from "./reading";

const statistics = ["bugs-created", "bugs-resolved"] as const satisfies readonly StatisticSlug[];

export interface BugOptions {
	now: Date;
	/** How dates of CSV files are written, as date-fns says it (`dd/MMM/yy h:mm a`); `null`: ISO 8601. */
	dateFormat: string | null;
}

export function bugReader({ now, dateFormat }: BugOptions): Reader {
	const counts = new Counts();
	const bugs = new Map<string, { type: string; created: number; resolved: number | null; updated: number }>();

	function taken({ key, type, ...times }: Exported): Ignored | null {
		const created = instantOf(times.created, { now, dateFormat });
		if (created === null) return "unreadable";
		const resolved = times.resolved ? instantOf(times.resolved, { now, dateFormat }) : null;
		if (!isPlausible(created, now) || (resolved !== null && !isPlausible(resolved, now))) return "impossible time";
		const own = counts.pseudonyms.textOf(key);
		const same = bugs.get(own);
		const updated = instantOf(times.updated, { now, dateFormat }) ?? 0;
		const bug = { type: typeOf(type), created, resolved, updated };
		// Of one that is on two pages, the later state holds, whatever the order of the pages.
		if (!same || isLater(bug, same)) bugs.set(own, bug);
		return same ? "repeated" : null;
	}

	return {
		entries: "bugs",
		async read(file, tally) {
			for (const bug of await exportedIn(file)) tally(bug === null ? "unreadable" : taken(bug));
		},
		finish() {
			for (const { type, created, resolved } of bugs.values()) {
				counts.seen(created);
				counts.add("bugs-created", created, type);
				if (resolved === null) continue;
				counts.seen(resolved);
				counts.add("bugs-resolved", resolved, type);
			}
			const counted = counts.finish(statistics);
			return [...counted, openOf(counted[0], [...bugs.values()])];
		},
	};
}

function isLater(a: { updated: number; resolved: number | null }, b: typeof a): boolean {
	return a.updated === b.updated ? (a.resolved ?? 0) > (b.resolved ?? 0) : a.updated > b.updated;
}

/** What was created and not resolved at the end of each day. */
function openOf(
	like: CountedStatistic | undefined,
	bugs: readonly { type: string; created: number; resolved: number | null }[],
): CountedStatistic {
	const changes = bugs
		.flatMap(({ type, created, resolved }) => [
			{ ms: created, type, by: 1 },
			...(resolved === null ? [] : [{ ms: Math.max(resolved, created), type, by: -1 }]),
		])
		.sort((a, b) => a.ms - b.ms);
	const open = new Map<string, number>();
	let next = 0;
	const dayOf = ({ day, lines }: CountedDay): CountedDay => {
		const end = startOf(day).getTime() + msPerDay;
		for (let change = changes[next]; change && change.ms < end; change = changes[++next])
			open.set(change.type, (open.get(change.type) ?? 0) + change.by);
		const buckets = new Map([...open].filter(([, total]) => total > 0));
		return { day, lines, total: [...buckets.values()].reduce((sum, total) => sum + total, 0), buckets };
	};
	const whole = new Set(like?.days);
	const inOrder = [...(like?.days ?? []), ...(like?.partial ?? [])].sort((a, b) => (a.day < b.day ? -1 : 1));
	const counted = inOrder.map((day) => ({ isWhole: whole.has(day), day: dayOf(day) }));
	return {
		statistic: "bugs-open",
		days: counted.flatMap(({ isWhole, day }) => (isWhole ? [day] : [])),
		partial: counted.flatMap(({ isWhole, day }) => (isWhole ? [] : [day])),
	};
}

/** Of a closed list: what others call their types stays theirs. */
function typeOf(name: string): string {
	const key = name.toLowerCase().trim().replaceAll(" ", "-");
	return Object.hasOwn(bugTypes, key) ? key : "other";
}

/** Years of two digits are those around now. */
function instantOf(written: string, { now, dateFormat }: BugOptions): number | null {
	if (dateFormat !== null) {
		const date = parseDate(written, dateFormat, new UTCDateMini(now));
		if (isValid(date)) return date.getTime();
	}
	if (!/^\d{4}-\d\d-\d\d/.test(written)) return null;
	const iso = written.replace(" ", "T").replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
	const ms = Date.parse(/(?:Z|[+-]\d\d:\d\d)$/.test(iso) ? iso : iso.length > 10 ? `${iso}Z` : iso);
	return Number.isNaN(ms) ? null : ms;
}
