/** Exports of bug trackers: of Jira (JSON and CSV) and Bugzilla (REST and CSV). */
import { z } from "zod";
import { OperatorError } from "#lib/operator-error";
import { csvRows, wholeText } from "./lines";
import type { OpenedFile } from "./reading";

/** As an export has it; times are text. */
export interface Exported {
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

/** `null` for a row that is none. Throws an `OperatorError` that names a file of another kind, or a damaged one. */
export async function exportedIn({ name, chunks }: OpenedFile): Promise<(Exported | null)[]> {
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
