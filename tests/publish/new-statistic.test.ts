/** A statistic added to the catalog later gets the past it would have had, from the facts that are kept. */
import fc from "fast-check";
import type pg from "pg";
import { expect, test } from "vitest";
import { type Day, dayOf, plusDays } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { statisticBySlug } from "#lib/statistics/index";
import { everTrue, overWindow, type Statistic } from "#lib/statistics/statistic";
import { hostIn } from "#lib/statistics/tally";
import { acceptReports } from "#lib/store/accept";
import { pruneFacts } from "#lib/store/retention";
import type { StatisticSlug } from "#lib/text/index";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceRows, type RawReport, withoutDuplicates } from "./brute-force";
import { emptied, firstDay, lastDay, now, publishedRows } from "./publishing";
import { daysMax, fleet } from "./random-fleet";

const database = testDatabase();
/** None of them has texts: what has no page needs none. */
const slugOf = (slug: string) => slug as StatisticSlug;
const described = { page: "cpu", place: 99 } as const;
const threadsPerCore = overWindow({
	...described,
	slug: slugOf("threads-per-core"),
	section: "cpu",
	unit: "hosts",
	tally: ({ threads, cores }) => hostIn(threads && cores ? String(threads / cores) : null),
});
const swapInstalled = overWindow({
	...described,
	slug: slugOf("swap-installed"),
	section: "memory",
	unit: "GiB",
	products: ["openvz7"],
	tally: ({ swapMib }) => (swapMib ? [{ bucket: "with-swap", amount: swapMib }] : []),
});
const everOnCentos = everTrue({
	...described,
	slug: slugOf("ever-on-centos"),
	unit: "hosts",
	holds: { static: ({ distro }) => distro === "centos-6" },
});

const old = ["hosts-total", "country", "cpu-vendor"].flatMap((slug) => statisticBySlug(slug) ?? []);

async function takenIn(reports: readonly RawReport[]): Promise<pg.Pool> {
	const { pool } = database();
	await emptied(pool, []);
	await publish(pool, old, { now });
	await acceptReports(pool, reports, catalogOf(old));
	await publish(pool, old, { now });
	return pool;
}

/** What a superseded report of a day said is not kept, so it cannot make an "ever" true later. */
function lastOfEachDay(reports: readonly RawReport[]): RawReport[] {
	const inOrder = [...reports].sort((a, b) => a.at.getTime() - b.at.getTime());
	return [...new Map(inOrder.map((one) => [`${one.product} ${one.uuid} ${dayOf(one.at)}`, one])).values()];
}

const histories = rounds(4, 150);
const pruned = rounds(3, 100);

test(`its whole history is there after one publishing, ${histories} fleets`, async () => {
	const grown: Statistic[] = [...old, threadsPerCore, swapInstalled, everOnCentos];
	await fc.assert(
		fc.asyncProperty(fleet, async (reports) => {
			const distinct = withoutDuplicates(lastOfEachDay(reports));
			const pool = await takenIn(distinct);
			await publish(pool, grown, { from: firstDay, now });
			expect(await publishedRows(pool)).toEqual(bruteForceRows(distinct, grown, lastDay));
		}),
		{ numRuns: histories },
	);
});

test(`from the day on from which facts are kept, when older ones are gone, ${pruned} fleets`, async () => {
	const grown: Statistic[] = [...old, threadsPerCore, swapInstalled];
	await fc.assert(
		fc.asyncProperty(fleet, fc.integer({ min: 1, max: daysMax }), async (reports, days) => {
			const distinct = withoutDuplicates(reports);
			const cutoff = plusDays(firstDay, days);
			const pool = await takenIn(distinct);
			await pruneFacts(pool, cutoff);
			await publish(pool, grown, { from: firstDay, now });
			const all = bruteForceRows(distinct, grown, lastDay);
			const expected = [...all].filter(([key]) => (key.split(" ")[2] ?? "") >= cutoff);
			expect(await publishedRows(pool, cutoff)).toEqual(new Map(expected));
			// What was published before stays as it was, also where it is published again.
			const before = [...all].filter(([key]) => old.some(({ slug }) => slug === key.split(" ")[1]));
			const published = await publishedRows(pool);
			for (const [key, value] of before) expect(published.get(key), key).toBe(value);
		}),
		{ numRuns: pruned },
	);
});

test("reports that come later go on with its past", async () => {
	const report = (day: string, threads: number): RawReport => ({
		product: "openvz7",
		uuid: "00000000-0000-4000-8000-000000000001",
		at: new Date(`${day}T10:00:00Z`),
		digest: Buffer.alloc(32, day),
		sections: {
			activity: { country: "us" },
			cpu: { vendor: "intel", model: null, generation: null, sockets: 1, cores: 4, threads },
		},
	});
	const first = [report("2026-01-02", 4), report("2026-01-10", 4)];
	const later = [report("2026-01-17", 8)];
	const grown = [...old, threadsPerCore];
	const pool = await takenIn(first);
	await publish(pool, grown, { from: firstDay, through: "2026-01-12" as Day, now });
	await acceptReports(pool, later, catalogOf(grown));
	await publish(pool, grown, { now });
	const rows = bruteForceRows([...first, ...later], grown, lastDay);
	expect(rows.get("openvz7 threads-per-core 2026-01-16 1")).toBe("1 1 null");
	expect(rows.get("openvz7 threads-per-core 2026-01-17 2")).toBe("1 1 null");
	expect(await publishedRows(pool)).toEqual(rows);
});
