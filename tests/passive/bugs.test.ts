import { describe, expect, test } from "vitest";
import { bugReader } from "#lib/passive/bugs";
import { countIn, file, now, rowsOf } from "./files";

const issue = (key: string, created: string, more: object = {}) => ({
	key,
	fields: { created, updated: created, resolutiondate: null, issuetype: { name: "Bug" }, ...more },
});
/** Long before and long after. */
const edges = [
	issue("EDGE-1", "2026-03-01T00:00:00.000+0000", { issuetype: { name: "Task" } }),
	issue("EDGE-2", "2026-03-20T00:00:00.000+0000", { issuetype: { name: "Task" } }),
];
const page = (...issues: object[]) =>
	file(JSON.stringify({ startAt: 0, maxResults: 50, total: 9, issues }), "page.json");
const count = (files: Parameters<typeof countIn>[1], dateFormat: string | null = null) =>
	countIn(bugReader({ now, dateFormat }), files);

describe("Jira", () => {
	test("counts what was created, resolved and open, in UTC, by type", async () => {
		const { statistics, entries, counted } = await count([
			page(
				...edges,
				issue("OVZ-1", "2026-03-10T23:30:00.000-0200"),
				issue("OVZ-2", "2026-03-11T12:00:00.000+0000", { resolutiondate: "2026-03-13T12:00:00.000+0000" }),
				issue("OVZ-3", "2026-03-12T12:00:00.000+0000", { issuetype: { name: "Our Own Secret Type" } }),
			),
		]);
		expect([entries, counted]).toEqual([5, 5]);
		expect(rowsOf(statistics, "bugs-created")).toEqual([
			...["2026-03-11 (all) 2", "2026-03-11 bug 2", "2026-03-12 (all) 1", "2026-03-12 other 1"],
		]);
		expect(rowsOf(statistics, "bugs-resolved")).toEqual(["2026-03-13 (all) 1", "2026-03-13 bug 1"]);
		const open = rowsOf(statistics, "bugs-open").filter((row) => row >= "2026-03-10" && row < "2026-03-14");
		expect(open).toEqual([
			...["2026-03-10 (all) 1", "2026-03-10 task 1"],
			...["2026-03-11 (all) 3", "2026-03-11 bug 2", "2026-03-11 task 1"],
			...["2026-03-12 (all) 4", "2026-03-12 bug 2", "2026-03-12 other 1", "2026-03-12 task 1"],
			...["2026-03-13 (all) 3", "2026-03-13 bug 1", "2026-03-13 other 1", "2026-03-13 task 1"],
		]);
	});
	test("counts an issue on two pages once, in its later state, whatever the order", async () => {
		const created = "2026-03-10T12:00:00.000+0000";
		const resolved = { updated: "2026-03-12T12:00:00.000+0000", resolutiondate: "2026-03-12T12:00:00.000+0000" };
		const pages = [page(...edges, issue("OVZ-1", created)), page(issue("OVZ-1", created, resolved))];
		for (const files of [pages, pages.toReversed()]) {
			const { statistics, ignored } = await count(files);
			expect(rowsOf(statistics, "bugs-created")[0]).toBe("2026-03-10 (all) 1");
			expect(rowsOf(statistics, "bugs-resolved")[0]).toBe("2026-03-12 (all) 1");
			expect(ignored.get("repeated")).toBe(1);
		}
	});
	test("goes by the time of the change, however it is written", async () => {
		const header = "Issue key,Issue Type,Created,Updated,Resolved";
		const rows = ["E-1,Task,01/Feb/26 9:37 AM,01/Feb/26 9:37 AM,", "E-2,Task,20/Mar/26 9:37 AM,20/Mar/26 9:37 AM,"];
		const resolved = "OVZ-1,Bug,10/Feb/26 9:37 AM,28/Feb/26 9:37 AM,28/Feb/26 9:37 AM";
		const reopened = "OVZ-1,Bug,10/Feb/26 9:37 AM,02/Mar/26 9:37 AM,";
		const pages = [resolved, reopened].map((row) => file([header, ...rows, row].join("\n")));
		for (const files of [pages, pages.toReversed()]) {
			const { statistics } = await count(files, "dd/MMM/yy h:mm a");
			expect(rowsOf(statistics, "bugs-created").slice(0, 2)).toEqual(["2026-02-10 (all) 1", "2026-02-10 bug 1"]);
			expect(rowsOf(statistics, "bugs-resolved")).toEqual([]);
		}
	});
	test("is read as CSV, with columns that repeat and dates as they are written", async () => {
		const csv = [
			"Summary,Issue key,Issue id,Issue Type,Status,Affects Version/s,Affects Version/s,Created,Updated,Resolved",
			'"first, with a comma",OVZ-1,1,Task,Open,7.0,,01/Mar/26 9:37 AM,01/Mar/26 9:37 AM,',
			"=cmd|calc,OVZ-2,2,Bug,Closed,7.0,7.1,10/Mar/26 11:59 PM,12/Mar/26 1:00 AM,12/Mar/26 1:00 AM",
			"last,OVZ-3,3,Bug,Open,,,20/Mar/26 9:37 AM,20/Mar/26 9:37 AM,",
		].join("\r\n");
		const { statistics } = await count([file(`\uFEFF${csv}`)], "dd/MMM/yy h:mm a");
		expect(rowsOf(statistics, "bugs-created")).toEqual(["2026-03-10 (all) 1", "2026-03-10 bug 1"]);
		expect(rowsOf(statistics, "bugs-resolved")[0]).toBe("2026-03-12 (all) 1");
		await expect(count([file(csv, "issues.csv")])).rejects.toThrow("issues.csv is of another kind");
	});
});

describe("Bugzilla", () => {
	test("is read as JSON", async () => {
		const bug = (id: number, creation_time: string, more: object = {}) => ({
			id,
			creation_time,
			is_open: true,
			...more,
		});
		const bugs = [
			bug(1, "2026-03-01T00:00:00Z"),
			bug(2, "2026-03-10T00:00:00Z", { is_open: false, last_change_time: "2026-03-11T00:00:00Z" }),
			bug(3, "2026-03-20T00:00:00Z"),
		];
		const { statistics } = await count([file(JSON.stringify({ bugs }))]);
		expect(rowsOf(statistics, "bugs-created")).toEqual(["2026-03-10 (all) 1", "2026-03-10 bug 1"]);
		expect(rowsOf(statistics, "bugs-resolved")[0]).toBe("2026-03-11 (all) 1");
	});
	test("is read as CSV if it says when bugs were opened", async () => {
		const csv = [
			"bug_id,product,bug_status,resolution,short_desc,opendate,changeddate",
			"1,P,NEW,,x,2026-03-01 10:00:00,2026-03-01 10:00:00",
			"2,P,RESOLVED,FIXED,x,2026-03-10 10:00:00,2026-03-12 10:00:00",
			"3,P,NEW,,x,2026-03-20 10:00:00,2026-03-20 10:00:00",
		].join("\n");
		const { statistics } = await count([file(csv)]);
		expect(rowsOf(statistics, "bugs-resolved")[0]).toBe("2026-03-12 (all) 1");
		await expect(count([file(csv.replace("opendate", "nothing"), "list.csv")])).rejects.toThrow(
			'list.csv does not say when bugs were opened: add the column "opendate"',
		);
	});
});

test("files of another kind, and damaged ones, are named", async () => {
	await expect(count([file('{"a": 1}', "a.json")])).rejects.toThrow("a.json is of another kind");
	await expect(count([file('{"issues": [', "a.json")])).rejects.toThrow("a.json is damaged");
	await expect(count([file("a,b\n1,2", "a.csv")])).rejects.toThrow("a.csv is of another kind");
	await expect(count([file('a,"b\n1,2', "a.csv")])).rejects.toThrow("a.csv is damaged");
	const wrong = page(...edges, issue("OVZ-1", "2099-01-01T00:00:00.000+0000"), issue("OVZ-2", "no date"));
	expect(Object.fromEntries((await count([wrong])).ignored)).toEqual({ "impossible time": 1, unreadable: 1 });
});
