/** The command: what it prints and stores, that repeating it is safe, and that nothing of the files is anywhere. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { stats } from "#bin/stats/commands";
import { testDatabase } from "../database";
import { edges, logLine } from "./files";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "observe-"));
const canaries = [
	"203.0.113.77",
	"2001:db8:77::1",
	"canary-agent",
	"canary-path",
	"canary@example.org",
	"Canary Person",
	"canary subject",
];

function write(name: string, content: string | Buffer): string {
	const path = join(folder, name);
	writeFileSync(path, content);
	return path;
}

/** Lines printed, or the message of the error. */
async function observe(...parameters: string[]): Promise<string[]> {
	const { console: original } = globalThis;
	const printed: string[] = [];
	const before = process.env.DATABASE_URL;
	process.env.DATABASE_URL = database().url;
	globalThis.console = { ...original, log: (...texts: unknown[]) => printed.push(texts.join(" ")) } as Console;
	try {
		await stats(new AbortController().signal).parseAsync(["observe", ...parameters], { from: "user" });
	} catch (error) {
		printed.push(`error: ${(error as Error).message}`);
	} finally {
		globalThis.console = original;
		if (before === undefined) delete process.env.DATABASE_URL;
		else process.env.DATABASE_URL = before;
	}
	return printed;
}

async function stored(): Promise<string> {
	const { rows } = await database().pool.query("select o::text as row from observed_day o order by 1");
	return rows.map(({ row }) => row).join("\n");
}

const package_ = "/virtuozzo/releases/7.0/x86_64/os/Packages/p/prlctl-7.0.100-1.vz7.x86_64.rpm";
const log = [
	...edges,
	logLine({ target: package_, client: canaries[0], agent: `${canaries[2]}/1.0` }),
	logLine({ target: package_, client: canaries[1] }),
	logLine({ target: `/virtuozzo/${canaries[3]}.bin` }),
	`${canaries[0]} rubbish ${canaries[3]}`,
].join("\n");

describe("the command", () => {
	test("counts, stores, and changes nothing when it is repeated", async () => {
		const path = write("access.log", log);
		const printed = await observe("downloads", path, "--source", "mirror one");
		expect(printed[0]).toBe("lines 6, counted 2, ignored 4 (not of OpenVZ 2, other file 1, unreadable 1)");
		expect(printed).toContain("package-downloads: replaced 68 days of mirror one, 2026-01-21 to 2026-03-29, 2 in all");
		expect(printed).toContain(
			"iso-downloads: not stored, because the files cover them in part: 2026-01-20, 2026-03-30",
		);
		const before = await stored();
		expect(before).toContain('package-downloads,"mirror one",2026-03-10,tools,2');
		const parts = log.split("\n");
		const split = [
			write("b.log.gz", gzipSync(parts.slice(3).join("\n"))),
			write("a.log", parts.slice(0, 3).join("\n")),
		];
		await observe("downloads", ...split, "--source", "mirror one");
		expect(await stored()).toBe(before);
	});

	test("refuses a part of a day's lines, and takes it with --replace", async () => {
		const part = write(
			"part.log",
			log
				.split("\n")
				.filter((line) => !line.includes(canaries[1] ?? ""))
				.join("\n"),
		);
		const before = await stored();
		expect((await observe("downloads", part, "--source", "mirror one")).at(-1)).toMatch(
			/^error: 2026-03-10 had 3 lines from mirror one, and has only 2 now\. Give all files of a day in one run, or --replace/,
		);
		expect(await stored()).toBe(before);
		await observe("downloads", part, "--source", "mirror one", "--replace");
		expect(await stored()).toContain('package-downloads,"mirror one",2026-03-10,tools,1');
	});

	test("stores only what is wanted, or nothing", async () => {
		const path = write("other.log", log);
		await observe("downloads", path, "--source", "other", "--dry-run");
		expect(await stored()).not.toContain("other,2026-03-10");
		const printed = await observe(
			"downloads",
			path,
			"--source",
			"other",
			"--from",
			"2026-03-09",
			"--through",
			"2026-03-10",
			"--partial",
		);
		expect(printed).toContain("package-downloads: replaced 2 days of other, 2026-03-09 to 2026-03-10, 2 in all");
		expect(await observe("--forget", "other")).toEqual([expect.stringMatching(/^forgotten: \d+ days of other$/)]);
		expect(await observe("--forget", "nobody")).toEqual(["error: there is no source nobody: there are mirror one"]);
	});

	test("leaves out own networks, and takes the folder of a mirror", async () => {
		const path = write(
			"own.log",
			[...edges, logLine({ target: "/mirror/current/a-1-1.noarch.rpm", client: "198.51.100.9" })].join("\n"),
		);
		const first = async (...more: string[]) => (await observe("downloads", path, "--dry-run", ...more))[0];
		expect(await first("--prefix", "/mirror/")).toBe("lines 3, counted 1, ignored 2 (not of OpenVZ 2)");
		expect(await first("--prefix", "/mirror", "--ignore", "192.0.2.0/24", "--ignore", "198.51.100.0/24")).toContain(
			"own network 1",
		);
		expect(await first()).toContain("not of OpenVZ 3");
	});

	test("adds up what happened, and says of open bugs and of people how many there were last", async () => {
		const issue = (key: string, created: string, resolutiondate: string | null) => ({
			key,
			fields: { created, updated: created, resolutiondate, issuetype: { name: "Bug" } },
		});
		const issues = [
			issue("A-1", "2026-01-01T00:00:00.000+0000", null),
			issue("A-2", "2026-02-02T00:00:00.000+0000", "2026-02-04T00:00:00.000+0000"),
			issue("A-3", "2026-03-03T00:00:00.000+0000", null),
			issue("A-4", "2026-03-20T00:00:00.000+0000", null),
		];
		const bugs = await observe("bugs", write("issues.json", JSON.stringify({ issues })), "--dry-run");
		expect(bugs.slice(1).filter((line) => !line.includes("not stored"))).toEqual([
			"bugs-created: would replace 77 days of default, 2026-01-02 to 2026-03-19, 2 in all",
			"bugs-resolved: would replace 77 days of default, 2026-01-02 to 2026-03-19, 1 in all",
			"bugs-open: would replace 77 days of default, 2026-01-02 to 2026-03-19, 2 at the end",
		]);
		const message = (day: string, from: string, n: number) => [
			`From x@example.org Mon Jan 05 10:00:00 2026`,
			`From: ${from}`,
			`Date: ${day} 10:00:00 +0000`,
			`Message-ID: <${n}>`,
		];
		const days = ["31 Dec 2025", "05 Jan 2026", "06 Jan 2026", "05 Feb 2026", "01 Mar 2026"];
		const mails = days.flatMap((day, n) => [...message(day, n === 2 ? "b@example.org" : "a@example.org", n), "", ""]);
		const mail = await observe("mail", write("few.mbox", mails.join("\n")), "--dry-run");
		expect(mail).toContain("list-messages: would replace 59 days of default, 2026-01-01 to 2026-02-28, 3 in all");
		expect(mail).toContain(
			"list-posters: would replace 2 months of default, 2026-01-31 to 2026-02-28, 1 in the last month",
		);
	});

	test("says what is wrong in one line", async () => {
		expect(await observe("downloads")).toEqual(["error: name the files to read; - is standard input"]);
		expect(await observe("logs", "x")).toEqual([
			"error: say what the files are: downloads, mail, bugs, forum, figures",
		]);
		expect(await observe("mail", join(folder, "none.mbox"))).toEqual([
			`error: there is no file ${join(folder, "none.mbox")}`,
		]);
		expect(await observe("downloads", folder)).toEqual([`error: ${folder} is a folder: name its files`]);
	});
});

test("nothing of the files is in the database or in what is printed", async () => {
	const mail = [
		[
			"From canary@example.org Sun Jan 25 10:00:00 2026",
			`From: ${canaries[5]} <${canaries[4]}>`,
			"Date: Sun, 25 Jan 2026 10:00:00 +0000",
			`Subject: ${canaries[6]}`,
			"",
			"canary-path",
		],
		[
			"From canary@example.org Mon Mar 30 10:00:00 2026",
			`From: ${canaries[5]} <${canaries[4]}>`,
			"Date: Mon, 30 Mar 2026 10:00:00 +0000",
			"",
			"",
		],
	]
		.flat()
		.join("\n");
	const printed = [
		...(await observe("downloads", write("all.log", log), "--source", "canaries", "--partial", "--replace")),
		...(await observe("mail", write("mail.mbox", mail), "--partial")),
	].join("\n");
	const { pool } = database();
	const { rows: tables } = await pool.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = current_schema()",
	);
	const contents = await Promise.all(
		tables.map(async ({ name }) => JSON.stringify((await pool.query(`select t::text from "${name}" t`)).rows)),
	);
	for (const canary of canaries) for (const text of [printed, ...contents]) expect(text).not.toContain(canary);
	expect(printed).not.toContain("rubbish");
});
