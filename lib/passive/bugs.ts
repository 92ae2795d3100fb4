/** Bugs, from exports of Jira (JSON and CSV) and Bugzilla (REST and CSV). */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { isValid } from "date-fns/isValid";
import { parse as parseDate } from "date-fns/parse";
import { z } from "zod";
import { startOf } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { bugTypes } from "#lib/statistics/names/bug-types";
import type { StatisticSlug } from "#lib/text/index";
import { type CountedDay, type CountedStatistic, Counts, isPlausible, msPerDay } from "./counts";
import { csvRows, wholeText } from "./lines";
import type { Ignored, OpenedFile, Reader } from "./reading";

const statistics = ["bugs-created", "bugs-resolved"] as const satisfies readonly StatisticSlug[];

/** As an export has it; times are text. */
interface Exported {
	key: string;
	type: string;
	created: string;
	updated: string;
	resolved: string;
}

const text = z
	.string()
	.nullish()
	.transform((value) => value ?? "");
const jira = z.object({
	issues: z.array(
		z.object({
			key: z.string(),
			fields: z.object({
				created: z.string(),
				updated: text,
				resolutiondate: text,
				issuetype: z.object({ name: text }).nullish(),
			}),
		}),
	),
});
const bugzilla = z.object({
	bugs: z.array(
		z.object({
			id: z.union([z.int(), z.string()]),
			creation_time: z.string(),
			last_change_time: text,
			is_open: z.boolean().nullish(),
			cf_last_resolved: text,
		}),
	),
});

export interface BugOptions {
	now: Date;
	/** How dates of CSV files are written, as date-fns says it (`dd/MMM/yy h:mm a`); `null`: ISO 8601. */
	dateFormat: string | null;
}

export function bugReader({ now, dateFormat }: BugOptions): Reader {
	const counts = new Counts();
	const bugs = new Map<string, { type: string; created: number; resolved: number | null; updated: string }>();

	function taken({ key, type, ...times }: Exported): Ignored | null {
		const created = instantOf(times.created, { now, dateFormat });
		if (created === null) return "unreadable";
		const resolved = times.resolved ? instantOf(times.resolved, { now, dateFormat }) : null;
		if (!isPlausible(created, now) || (resolved !== null && !isPlausible(resolved, now))) return "impossible time";
		const own = counts.pseudonyms.textOf(key);
		const same = bugs.get(own);
		const bug = { type: typeOf(type), created, resolved, updated: times.updated };
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

function isLater(a: { updated: string; resolved: number | null }, b: typeof a): boolean {
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

/** `null` for a row that is none. */
async function exportedIn({ name, chunks }: OpenedFile): Promise<(Exported | null)[]> {
	const whole = (await wholeText(name, chunks)).replace(/^\uFEFF/, "");
	return whole.trimStart().startsWith("{") ? fromJson(name, whole) : fromCsv(name, whole);
}

const unknownKind = (name: string) =>
	new OperatorError(`${name} is of another kind: give exports of Jira or Bugzilla, as JSON or CSV`);

function fromJson(name: string, whole: string): Exported[] {
	const json = parsedJson(name, whole);
	const pages = jira.safeParse(json);
	if (pages.success)
		return pages.data.issues.map(({ key, fields }) => ({
			key,
			type: fields.issuetype?.name ?? "",
			created: fields.created,
			updated: fields.updated,
			resolved: fields.resolutiondate,
		}));
	const list = bugzilla.safeParse(json);
	if (!list.success) throw unknownKind(name);
	return list.data.bugs.map((bug) => ({
		key: `${bug.id}`,
		type: "bug",
		created: bug.creation_time,
		updated: bug.last_change_time,
		resolved: bug.cf_last_resolved || (bug.is_open === false ? bug.last_change_time : ""),
	}));
}

function parsedJson(name: string, whole: string): unknown {
	try {
		return JSON.parse(whole);
	} catch {
		throw new OperatorError(`${name} is damaged: it is no whole JSON document`);
	}
}

/** Headers repeat where an issue has several values: the first of each name holds. */
const jiraColumns = {
	key: "Issue key",
	type: "Issue Type",
	created: "Created",
	updated: "Updated",
	resolved: "Resolved",
};
const closed = /^(?:RESOLVED|VERIFIED|CLOSED)$/i;

function fromCsv(name: string, whole: string): (Exported | null)[] {
	const [header = [], ...rows] = csvRows(name, whole);
	const place = (column: string) => header.indexOf(column);
	const at = (row: readonly string[], column: string) => row[place(column)]?.trim() ?? "";
	if (place(jiraColumns.key) >= 0 && place(jiraColumns.created) >= 0)
		return rows.map((row) => {
			const [key, type, created] = [at(row, jiraColumns.key), at(row, jiraColumns.type), at(row, jiraColumns.created)];
			return key
				? { key, type, created, updated: at(row, jiraColumns.updated), resolved: at(row, jiraColumns.resolved) }
				: null;
		});
	if (place("bug_id") < 0) throw unknownKind(name);
	if (place("opendate") < 0)
		throw new OperatorError(
			`${name} does not say when bugs were opened: add the column "opendate" to the list of Bugzilla`,
		);
	return rows.map((row) => {
		const [key, changed] = [at(row, "bug_id"), at(row, "changeddate")];
		const resolved = closed.test(at(row, "bug_status")) ? changed : "";
		return key ? { key, type: "bug", created: at(row, "opendate"), updated: changed, resolved } : null;
	});
}
