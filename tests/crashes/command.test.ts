/** `stats crash`: what the operator sees of problems, and what changes by it. */
import { beforeAll, expect, test } from "vitest";
import { stats } from "#bin/stats/commands";
import { dayOf, plusDays } from "#lib/day";
import { publishCrashes } from "#lib/store/crash-days";
import { publishedProblem } from "#lib/store/crash-pages";
import { countCrash, type StoredCrash } from "#lib/store/crashes";
import { publishedRevision } from "#lib/store/publication";
import { testDatabase } from "../database";
import { bthash } from "./random";
import { serveFrom } from "./served-database";

const database = testDatabase();
serveFrom(database);

const [frequent, rare] = [bthash(1), bthash(2)];
const bug = "https://bugs.openvz.org/browse/OVZ-7348";
const crash: StoredCrash = {
	...{ bthash: frequent, type: "core", component: "vzctl", function: "vps_start", osRelease: "7.0.17" },
	...{ kernelBranch: null, version: "7.0.224", signal: 6, taintFlags: [], exception: null },
};

/** Lines printed, or the message of the error. */
async function command(...parameters: string[]): Promise<string[]> {
	const { console: original } = globalThis;
	const printed: string[] = [];
	globalThis.console = { ...original, log: (...texts: unknown[]) => printed.push(texts.join(" ")) } as Console;
	try {
		await stats(new AbortController().signal).parseAsync(["crash", ...parameters], { from: "user" });
	} catch (error) {
		printed.push(`error: ${(error as Error).message}`);
	} finally {
		globalThis.console = original;
	}
	return printed.flatMap((text) => text.split("\n"));
}

beforeAll(async () => {
	expect(await command("list")).toEqual(["no crash reports yet"]);
	const yesterday = plusDays(dayOf(new Date()), -1);
	for (let n = 0; n < 6; n++) await countCrash(database().pool, crash, yesterday, true);
	await countCrash(database().pool, { ...crash, bthash: rare, function: null }, yesterday, true);
	await publishCrashes(database().pool, new Date());
});

test("lists problems, those of most hosts first", async () => {
	const [title = "", ...rows] = await command("list");
	expect(title).toMatch(/^problem +reports +hosts +first seen +last seen +type +component +function +bug$/);
	expect(rows.map((row) => row.split(/ +/).filter((_, i) => ![3, 4].includes(i)))).toEqual([
		[frequent, "6", "6", "core", "vzctl", "vps_start", "-"],
		[rare, "1", "1", "core", "vzctl", "-", "-"],
	]);
	expect(await command("list", "--limit", "1")).toHaveLength(2);
});

test("a link and its end are seen on the site, though no number changes", async () => {
	const revision = await publishedRevision(database());
	expect(await command("link", frequent, bug, "--solution", " Update vzctl. ")).toEqual([
		`linked: ${frequent} is ${bug}`,
	]);
	expect(await publishedProblem(frequent)).toMatchObject({ bug, solution: "Update vzctl." });
	expect((await command("list"))[1]).toMatch(/OVZ-7348$/);
	expect(await publishedRevision(database())).toBe(revision + 1);
	expect(await command("unlink", frequent)).toEqual([`unlinked: ${frequent}`]);
	expect(await publishedProblem(frequent)).toMatchObject({ bug: null, solution: null });
	expect(await publishedRevision(database())).toBe(revision + 2);
});

test.each([
	[["link", bthash(3), bug], `there is no problem ${bthash(3)}: npm run stats -- crash list has all`],
	[["unlink", bthash(3)], "there is no problem"],
	[["delete", bthash(3)], "there is no problem"],
])("%j is refused", async (parameters, reason) => {
	expect((await command(...parameters)).join()).toContain(reason);
});

test("a deleted problem is gone, and its reports from the numbers", async () => {
	expect(await command("delete", frequent)).toEqual([`deleted: ${frequent}`]);
	expect(await publishedProblem(frequent)).toBeNull();
	const { rows } = await database().pool.query(
		"select bucket, total::int from daily_row where statistic = 'crash-reports' order by bucket",
	);
	expect(rows).toEqual([
		{ bucket: "", total: 1 },
		{ bucket: "core", total: 1 },
	]);
});
