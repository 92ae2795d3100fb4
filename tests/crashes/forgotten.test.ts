/** Problems that too few hosts reported are forgotten after a time: what is published stays as it was, row by row. */
import { beforeAll, expect, test } from "vitest";
import { crashList } from "#lib/address/addresses";
import { readAll } from "#lib/address/query";
import { crashPage } from "#lib/crashes/problem";
import { crashTable } from "#lib/crashes/table";
import { type Day, plusDays, startOf } from "#lib/day";
import { publishCrashes } from "#lib/store/crash-days";
import { forgetRareProblems } from "#lib/store/crash-retention";
import { countCrash, deleteProblem, linkProblem, type StoredCrash } from "#lib/store/crashes";
import { publishedRevision } from "#lib/store/publication";
import { testDatabase } from "../database";
import { bthash, numbersFrom, pick } from "./random";
import { serveFrom } from "./served-database";

const database = testDatabase();
serveFrom(database);
const pool = () => database().pool;

const today = "2026-03-10" as Day;
const yesterday = plusDays(today, -1);
const first = plusDays(today, -900);
const cutoff = plusDays(today, -400);
const kernels = ["3.10.0-1160.53.1.vz7.185.3", "3.10.0-1160.90.1.vz7.200.7", "3.10.0-1160.102.1.vz7.222.1"];
/** The first four are frequent. */
const problems = 120;
const frequent = 4;
const linked = 7;

interface Sent {
	n: number;
	crash: StoredCrash;
	day: Day;
	isHost: boolean;
}

const sent: Sent[] = (() => {
	const number = numbersFrom(11);
	return Array.from({ length: 500 }, (_, at) => {
		const n = at < 250 ? number(frequent) : frequent + number(problems - frequent);
		const isOops = n % 3 === 0;
		const component = isOops ? "kernel" : pick(["vzctl", "vcmmd", "NetworkManager", "other"], numbersFrom(n));
		return {
			n,
			day: plusDays(first, number(901)),
			isHost: number(4) > 0,
			crash: {
				...{ bthash: bthash(n), component, type: isOops ? "kerneloops" : "core", function: null, signal: null },
				...{ taintFlags: [], exception: null },
				// Some releases and versions are of few hosts.
				osRelease: number(30) === 0 ? `7.0.${number(12)}` : pick(["7.0.17", "7.0.16", "centos-7", "other"], number),
				kernelBranch: isOops ? pick(["vz7", "vz8", "other"], number) : null,
				version: isOops ? pick(n < frequent ? kernels.slice(0, 2) : kernels, number) : `1.${number(20)}`,
			},
		};
	});
})();

/** All that anybody can see of crashes, as of several days. */
async function published() {
	const { rows } = await pool().query(
		"select statistic, day, bucket, total::int as total from daily_row where product = 'all' order by 1, 2, 3",
	);
	const days = [plusDays(first, 200), plusDays(cutoff, -1), cutoff, plusDays(today, -60), yesterday];
	const filters = readAll(new URLSearchParams(), crashList);
	const tables = await Promise.all(days.map((day) => crashTable(day, filters)));
	const pages = await Promise.all(
		days.flatMap((day) => Array.from({ length: frequent }, (_, n) => crashPage(bthash(n), day))),
	);
	// Releases that no listed problem has are no longer offered.
	return { rows, tables: tables.map((table) => ({ ...table, choices: table?.choices.component })), pages };
}

/** Whether all reports up to today are of fewer than 5 hosts or fewer than 5. */
function isRare(n: number): boolean {
	const own = sent.filter((one) => one.n === n);
	return own.length > 0 && (own.length < 5 || own.filter(({ isHost }) => isHost).length < 5);
}
const lastOf = (n: number) =>
	sent
		.filter((one) => one.n === n)
		.map(({ day }) => day)
		.sort()
		.at(-1) ?? "";
const rare = Array.from({ length: problems }, (_, n) => n).filter((n) => isRare(n) && n !== linked);

const remaining = async () => {
	const { rows } = await pool().query<{ bthash: string }>("select bthash from crash_problem order by 1");
	return rows.map((row) => row.bthash);
};
const stored = async () => {
	const { rows } = await pool().query(
		`select (select sum(reports) from crash_day)::int as kept, (select sum(reports) from forgotten_crash)::int as reports,
		        (select sum(hosts) from forgotten_crash)::int as hosts, (select sum(problems) from forgotten_crash)::int as problems`,
	);
	return rows[0] as Record<"kept" | "reports" | "hosts" | "problems", number>;
};

beforeAll(async () => {
	for (const { crash, day, isHost } of sent) await countCrash(pool(), crash, day, isHost);
	const bug = "https://bugs.openvz.org/browse/OVZ-7348";
	expect(await linkProblem(pool(), bthash(linked), { bug, solution: null, day: yesterday })).toBe(true);
	await publishCrashes(pool(), startOf(today));
});

test("after the time, those of few hosts that no bug is linked to, and nothing published changes", async () => {
	const before = await published();
	expect(before.rows.length).toBeGreaterThan(1000);
	const revision = await publishedRevision(database());
	const old = rare.filter((n) => lastOf(n) < cutoff);
	expect(old.length).toBeGreaterThan(20);
	const kept = (await remaining()).filter((hash) => !old.map(bthash).includes(hash));

	expect(await forgetRareProblems(pool(), cutoff)).toBe(old.length);
	expect(await remaining()).toEqual(kept);
	const gone = sent.filter(({ n }) => old.includes(n));
	expect(await stored()).toEqual({
		kept: sent.length - gone.length,
		reports: gone.length,
		hosts: gone.filter(({ isHost }) => isHost).length,
		problems: old.length,
	});
	await publishCrashes(pool(), startOf(today));
	expect(await publishedRevision(database())).toBe(revision);
	expect(await published()).toEqual(before);
	expect(await forgetRareProblems(pool(), cutoff)).toBe(0);
});

test("beyond so many, those that were not reported for longest", async () => {
	const before = await published();
	const young = rare.filter((n) => lastOf(n) >= cutoff).sort((a, b) => (lastOf(a) < lastOf(b) ? 1 : -1));
	expect(await forgetRareProblems(pool(), cutoff, 10)).toBe(young.length - 10);
	const days = young.slice(0, 10).map(lastOf);
	const { rows } = await pool().query<{ day: Day }>(
		"select last_day as day from crash_problem where bthash = any($1) order by 1 desc",
		[rare.map(bthash)],
	);
	expect(rows.map(({ day }) => day)).toEqual(days);
	await publishCrashes(pool(), startOf(today));
	expect(await published()).toEqual(before);
});

test("releases and versions of few hosts are not kept of them", async () => {
	const { rows } = await pool().query<{ name: string }>(
		"select distinct os_release as name from forgotten_crash order by 1",
	);
	expect(rows.map(({ name }) => name)).toEqual(
		[...new Set(["7.0.17", "7.0.16", "centos-7", "other", ...rows.map(({ name }) => name)])].sort(),
	);
	for (const { name } of rows.filter((row) => row.name !== "other")) {
		const own = sent.filter(({ crash }) => crash.osRelease === name && crash);
		expect(own.filter(({ isHost }) => isHost).length).toBeGreaterThanOrEqual(5);
	}
});

test("one that is forgotten is new when it comes again", async () => {
	const hash = bthash(rare.find((n) => lastOf(n) < cutoff) ?? expect.fail());
	const crash = sent.find((one) => one.crash.bthash === hash)?.crash ?? expect.fail();
	expect(await countCrash(pool(), crash, today, true)).toMatchObject({ isKnown: false });
	expect(await countCrash(pool(), crash, today, true)).toMatchObject({ isKnown: true });
	expect(await deleteProblem(pool(), hash)).toBe(true);
});

test("while reports come in, none is lost", async () => {
	const before = await stored();
	const crashes = rare.map((n) => sent.find((one) => one.n === n)?.crash ?? expect.fail());
	const counting = crashes.map((crash) => countCrash(pool(), crash, today, true));
	await Promise.all([
		...counting,
		forgetRareProblems(pool(), plusDays(today, 1)),
		forgetRareProblems(pool(), cutoff, 0),
	]);
	const after = await stored();
	expect(after.kept + after.reports).toBe(before.kept + before.reports + crashes.length);
	await forgetRareProblems(pool(), cutoff, 0);
	expect(await forgetRareProblems(pool(), cutoff, 0)).toBe(0);
	const { rows: unpublished } = await pool().query(
		`select bthash from crash_problem p join crash_day using (bthash) where p.bug is null
		  group by bthash having sum(hosts) < 5 or sum(reports) < 5`,
	);
	expect(unpublished).toEqual([]);
	expect((await stored()).kept + (await stored()).reports).toBe(after.kept + after.reports);
});
