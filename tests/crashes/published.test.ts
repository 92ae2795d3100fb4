/** What is published of crashes, against a slow count of the same reports; and what the operator changes. */
import { beforeAll, describe, expect, test } from "vitest";
import { crashList } from "#lib/address/addresses";
import { readAll } from "#lib/address/query";
import { crashByHash } from "#lib/crashes/answer";
import { crashPage } from "#lib/crashes/problem";
import { crashTable } from "#lib/crashes/table";
import { type Day, daysThrough, plusDays, startOf } from "#lib/day";
import { publishCrashes } from "#lib/store/crash-days";
import {
	countCrash,
	deleteProblem,
	linkProblem,
	listedProblems,
	type StoredCrash,
	unlinkProblem,
} from "#lib/store/crashes";
import { forgetSource } from "#lib/store/observed";
import { publishedRevision } from "#lib/store/publication";
import { testDatabase } from "../database";
import { bthash, numbersFrom, pick } from "./random";
import { serveFrom } from "./served-database";

const database = testDatabase();
serveFrom(database);

const today = "2026-03-10" as Day;
const yesterday = plusDays(today, -1);
const first = plusDays(today, -120);
const pool = () => database().pool;

interface Sent {
	crash: StoredCrash;
	day: Day;
	isHost: boolean;
}

const kernels = ["3.10.0-1160.53.1.vz7.185.3", "3.10.0-1160.90.1.vz7.200.7", "3.10.0-1160.102.1.vz7.222.1"];

/** Problem 0 is of the kernel, 1 of vzctl, 2 of a package with capitals, and the last ones are too rare. */
const problems: readonly Pick<StoredCrash, "type" | "component" | "function">[] = [
	{ type: "kerneloops", component: "kernel", function: "ploop_pb_free" },
	{ type: "core", component: "vzctl", function: "vps_start" },
	{ type: "core", component: "NetworkManager", function: null },
	{ type: "python", component: "vcmmd", function: "rare_policy" },
	{ type: "core", component: "other", function: null },
];

const sent: Sent[] = (() => {
	const number = numbersFrom(7);
	return Array.from({ length: 400 }, (_, n) => {
		const at = n < 4 ? 3 : n < 8 ? 4 : number(3);
		const problem = problems[at] ?? expect.fail();
		const isOops = problem.type === "kerneloops";
		return {
			// Some came today, which is not over.
			day: n === 0 ? first : plusDays(first, number(121)),
			isHost: number(2) === 0 || at >= 3,
			crash: {
				...{ ...problem, bthash: bthash(at), signal: null, taintFlags: [], exception: null },
				osRelease: pick(["7.0.17", "7.0.16", "centos-7", "other"], number),
				kernelBranch: isOops ? pick(["vz7", "vz8", "other"], number) : null,
				version: isOops ? pick(kernels.slice(0, 2), number) : null,
			},
		};
	});
})();

beforeAll(async () => {
	for (const { crash, day, isHost } of sent) await countCrash(pool(), crash, day, isHost);
	// Of another problem of the kernel, in a newer version.
	for (let n = 0; n < 6; n++) {
		const newer = { ...(sent.find(({ crash }) => crash.type === "kerneloops") ?? expect.fail()) };
		const crash = { ...newer.crash, bthash: bthash(9), function: "vfs_read", version: kernels[2] ?? "" };
		sent.push({ crash, day: yesterday, isHost: true });
		await countCrash(pool(), crash, yesterday, true);
	}
	await publishCrashes(pool(), startOf(today));
});

const rowsOf = async (statistic: string) => {
	const { rows } = await pool().query(
		"select day, bucket, total::int as total from daily_row where product = 'all' and statistic = $1 order by day, bucket",
		[statistic],
	);
	return rows as { day: Day; bucket: string; total: number }[];
};

/** The slow way: each day for itself, and every bucket by looking at all reports again. */
function expected(bucketOf: (crash: StoredCrash) => string | null, isAlwaysNamed = false) {
	const over = sent.filter(({ day }) => day <= yesterday);
	const isNamed = (bucket: string) => {
		const same = over.filter(({ crash }) => bucketOf(crash) === bucket);
		return isAlwaysNamed || (same.length >= 5 && same.filter(({ isHost }) => isHost).length >= 5);
	};
	return daysThrough(first, yesterday).flatMap((day) => {
		const counted = over.filter((one) => one.day === day && bucketOf(one.crash) !== null);
		const buckets = counted.map(({ crash }) => bucketOf(crash) ?? "").map((name) => (isNamed(name) ? name : "other"));
		return ["", ...[...new Set(buckets)].sort()].map((bucket) => ({
			...{ day, bucket },
			total: bucket === "" ? counted.length : buckets.filter((one) => one === bucket).length,
		}));
	});
}

describe("statistics", () => {
	test.each<[string, (crash: StoredCrash) => string | null, boolean?]>([
		["crash-reports", ({ type }) => type, true],
		["crash-components", ({ component }) => component.toLowerCase()],
		["crash-releases", ({ osRelease }) => osRelease],
		["crash-kernel-branch", ({ kernelBranch }) => kernelBranch],
	])("%s: every row, and no other", async (statistic, bucketOf, isAlwaysNamed) => {
		expect(await rowsOf(statistic)).toEqual(expected(bucketOf, isAlwaysNamed));
	});

	test("new problems, each on its first day", async () => {
		const firsts = [0, 1, 2, 3, 4, 9].map(
			(n) =>
				sent
					.filter(({ crash }) => crash.bthash === bthash(n))
					.map(({ day }) => day)
					.sort()[0],
		);
		const all = (await rowsOf("crash-problems-new")).filter(({ bucket }) => bucket === "all");
		expect(all).toEqual(
			[...new Set(firsts)]
				.sort()
				.map((day) => ({ day, bucket: "all", total: firsts.filter((one) => one === day).length })),
		);
	});

	test("published again: the same rows", async () => {
		const before = await rowsOf("crash-components");
		const revision = await publishedRevision(database());
		await publishCrashes(pool(), startOf(today));
		expect(await rowsOf("crash-components")).toEqual(before);
		expect(await publishedRevision(database())).toBe(revision);
		await publishCrashes(pool(), startOf(today), { isAnnounced: true });
		expect(await publishedRevision(database())).toBe(revision + 1);
	});

	test("when one report is added to a day: that day is written, and no other", async () => {
		const revision = await publishedRevision(database());
		const { rows: before } = await pool().query("select xmin::text, day, statistic, bucket from observed_day");
		const late = { ...(sent[10] ?? expect.fail()), day: yesterday };
		sent.push(late);
		await countCrash(pool(), late.crash, late.day, late.isHost);
		await publishCrashes(pool(), startOf(today));
		expect(await publishedRevision(database())).toBe(revision + 1);
		const { rows: after } = await pool().query("select xmin::text, day, statistic, bucket from observed_day");
		const known = new Set(before.map((row) => JSON.stringify(row)));
		const written = after.filter((row) => !known.has(JSON.stringify(row)));
		expect(written.length).toBeGreaterThan(0);
		expect(new Set(written.map(({ day }) => day))).toEqual(new Set([yesterday]));
	});
});

const observe = (source: string, day: string, bugs: number) =>
	pool().query(
		"insert into observed_day (statistic, source, day, bucket, total, lines) values ('bugs-created', $1, $2, '', $3::int, $3::int)",
		[source, day, bugs],
	);
const filters = (query = "") => readAll(new URLSearchParams(query), crashList);
const table = async (query = "", day = yesterday) => (await crashTable(day, filters(query))) ?? expect.fail();
const over = (n: number, until = yesterday) =>
	sent.filter(({ crash, day }) => crash.bthash === bthash(n) && day <= until);

describe("the table of problems", () => {
	test("has those of enough hosts, and the others as one number", async () => {
		const { rows, others, through } = await table();
		expect(through).toBe(yesterday);
		expect(rows.map((row) => row.bthash).sort()).toEqual([0, 1, 2, 9].map(bthash).sort());
		expect(others).toEqual({ problems: 2, reports: over(3).length + over(4).length });
		expect(JSON.stringify(rows)).not.toContain("rare_policy");
		for (const row of rows) {
			const own = sent.filter(({ crash, day }) => crash.bthash === row.bthash && day <= yesterday);
			expect(row).toMatchObject({
				reports: own.length,
				hosts: own.filter(({ isHost }) => isHost).length,
				firstDay: own.map(({ day }) => day).sort()[0],
				lastDay: own
					.map(({ day }) => day)
					.sort()
					.at(-1),
			});
			const sums = Array.from({ length: 18 }, (_, place) => {
				const [first, last] = [plusDays(yesterday, place * 5 - 89), plusDays(yesterday, place * 5 - 85)];
				return own.filter(({ day }) => day >= first && day <= last).length;
			});
			expect(row.course).toEqual(sums.map((sum) => sum / Math.max(1, ...sums)));
		}
	});

	test("is sorted and filtered", async () => {
		const reports = (await table()).rows.map((row) => row.reports);
		expect(reports).toEqual(reports.toSorted((a, b) => b - a));
		const components = (await table("sort=component")).rows.map(({ component }) => component);
		expect(components).toEqual(["kernel", "kernel", "NetworkManager", "vzctl"]);
		expect((await table("component=vzctl")).rows.map((row) => row.bthash)).toEqual([bthash(1)]);
		expect((await table("type=python")).rows).toEqual([]);
		const { rows, others } = await table("release=7.0.17");
		expect(others).toBeNull();
		for (const row of rows)
			expect(row.reports).toBe(
				over([0, 1, 2, 9].find((n) => bthash(n) === row.bthash) ?? 0).filter(
					({ crash }) => crash.osRelease === "7.0.17",
				).length,
			);
	});

	test("is as of a day", async () => {
		const day = plusDays(first, 60);
		const { rows } = await table("", day);
		expect(rows.find((row) => row.bthash === bthash(1))?.reports).toBe(over(1, day).length);
		expect(rows.some((row) => row.bthash === bthash(9))).toBe(false);
	});
});

describe("a problem", () => {
	test("has its months, shares and the first version without it", async () => {
		const page = (await crashPage(bthash(0), null)) ?? expect.fail();
		expect(page.months.reduce((sum, { reports }) => sum + reports, 0)).toBe(over(0).length);
		expect(page.shares.version.map(({ name }) => name).sort()).toEqual(kernels.slice(0, 2));
		expect(page.shares.osRelease.reduce((sum, { reports }) => sum + reports, 0)).toBe(over(0).length);
		expect(page).toMatchObject({ lastVersion: kernels[1], versionWithout: kernels[2] });
		const found = await crashByHash(new Request("http://stats.example/"), bthash(0));
		expect([found.status, found.headers.get("location")]).toEqual([302, `/crashes/${bthash(0)}`]);
		expect(found.headers.get("cache-control")).toBe("public, max-age=60");
	});

	test("of too few hosts has no page", async () => {
		expect(await crashPage(bthash(3), null)).toBeNull();
		expect((await crashByHash(new Request("http://stats.example/"), bthash(3))).status).toBe(404);
	});

	test("is linked, unlinked and deleted by the operator", async () => {
		const bug = "https://bugs.openvz.org/browse/OVZ-7348";
		expect(await linkProblem(pool(), bthash(0), { bug, solution: "Update.", day: yesterday })).toBe(true);
		expect(await linkProblem(pool(), bthash(77), { bug, solution: null, day: yesterday })).toBe(false);
		expect((await crashPage(bthash(0), null))?.problem).toMatchObject({ bug, solution: "Update." });
		expect((await listedProblems(pool(), 100)).map((one) => one.bug).filter(Boolean)).toEqual([bug]);
		const told = await countCrash(
			pool(),
			sent.find(({ crash }) => crash.bthash === bthash(0))?.crash ?? expect.fail(),
			today,
			false,
		);
		expect(told).toMatchObject({ isKnown: true, bug, solution: "Update." });
		expect(await unlinkProblem(pool(), bthash(0))).toBe(true);
		expect((await crashPage(bthash(0), null))?.problem).toMatchObject({ bug: null, solution: null });
		const { rows } = await pool().query("select revision from publication");
		expect(await deleteProblem(pool(), bthash(0))).toBe(true);
		expect(await deleteProblem(pool(), bthash(0))).toBe(false);
		await publishCrashes(pool(), startOf(today));
		expect(await crashPage(bthash(0), null)).toBeNull();
		const { rows: after } = await pool().query("select revision from publication");
		expect(after[0].revision).toBeGreaterThan(rows[0].revision);
		const kernel = (await rowsOf("crash-components")).filter(({ bucket }) => bucket === "kernel");
		expect(kernel).toEqual([{ day: yesterday, bucket: "kernel", total: 6 }]);
	});

	test("that is a bug counts in the month in which it was linked, where bugs are known", async () => {
		expect(await rowsOf("crash-bugs")).toEqual([]);
		await observe("jira", "2026-01-20", 7);
		const link = { bug: "https://bugs.openvz.org/1", solution: null, day: "2026-01-25" as Day };
		for (const n of [1, 2]) await linkProblem(pool(), bthash(n), link);
		await publishCrashes(pool(), startOf(today));
		expect(await rowsOf("crash-bugs")).toEqual([
			{ day: "2026-01-31", bucket: "", total: 7 },
			{ day: "2026-01-31", bucket: "crash", total: 1 },
			{ day: "2026-01-31", bucket: "no-crash", total: 6 },
		]);
	});

	test("counts as a bug once, in the month of its first link, and not in the month of a link that was changed", async () => {
		const bugsOf = async (day: string) => {
			await publishCrashes(pool(), startOf(today));
			return (await rowsOf("crash-bugs")).find((row) => row.day === day && row.bucket === "crash")?.total ?? 0;
		};
		await observe("jira", "2026-02-20", 4);
		const link = (bug: number, day: string) => ({
			bug: `https://bugs.openvz.org/${bug}`,
			solution: null,
			day: day as Day,
		});
		await linkProblem(pool(), bthash(9), link(1, "2026-02-03"));
		expect([await bugsOf("2026-01-31"), await bugsOf("2026-02-28")]).toEqual([1, 0]);
		for (const n of [1, 2]) await linkProblem(pool(), bthash(n), link(2, "2026-02-05"));
		expect([await bugsOf("2026-01-31"), await bugsOf("2026-02-28")]).toEqual([0, 2]);
		for (const n of [1, 2, 9]) await unlinkProblem(pool(), bthash(n));
		expect([await bugsOf("2026-01-31"), await bugsOf("2026-02-28")]).toEqual([0, 0]);
		await forgetSource(pool(), "jira", startOf(today));
		await publishCrashes(pool(), startOf(today));
		expect(await rowsOf("crash-bugs")).toEqual([]);
	});
});
