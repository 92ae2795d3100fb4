/** The log of published days: what is recorded, and that nobody can change it unseen. */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type Day, plusDays } from "#lib/day";
import { type DayRecord, describeMethod, digestOfRows, firstBroken, hashOfRecord, sha256 } from "#lib/day-log";
import { countingMethod } from "#lib/publish/counting-method";
import { publish } from "#lib/publish/publish";
import { restatedDays, restatedWithin, restatementNotes } from "#lib/series/restated";
import type { Statistic } from "#lib/statistics/statistic";
import { dayLog, digestsOfDays } from "#lib/store/day-records";
import { testDatabase } from "../database";
import { acceptFrom, emptied, statisticsOf } from "./publishing";

const database = testDatabase();
const day = (text: string) => text as Day;
const some = statisticsOf("reports", "reports-total", "country");

const report = (on: string, host = 1, country = "fr") => acceptFrom(database().pool, on, host, country);
const publishAt = (at: string, catalog: Statistic[] = some, asked: { from?: Day } = {}) =>
	publish(database().pool, catalog, { now: new Date(at), ...asked });
const recorded = async () =>
	(await dayLog(database().pool)).records.map(({ day, reasons, reports }) => [day, ...reasons, reports].join(" "));

beforeEach(() => emptied(database().pool));

describe("the digest of a day", () => {
	const key = fc.stringMatching(/^[a-z0-9.-]{1,6}$/);
	const row = fc.record({
		product: fc.constantFrom("openvz7", "legacy", "all"),
		statistic: fc.constantFrom("cpu-model", "cpu-cores", "kernel", "kernel-branch"),
		bucket: fc.oneof(fc.constant(""), key),
		hosts: fc.nat({ max: 1e9 }),
		total: fc.nat({ max: 2 ** 50 }),
	});
	const rows = fc.uniqueArray(row, {
		selector: ({ product, statistic, bucket }) => `${product} ${statistic} ${bucket}`,
		minLength: 1,
		maxLength: 60,
	});

	test("is the same in any order, and in SQL as here", async () => {
		const { pool } = database();
		await fc.assert(
			fc.asyncProperty(rows, async (given) => {
				await pool.query("truncate daily_row");
				for (const { product, statistic, bucket, hosts, total } of given) {
					await pool.query("insert into daily_row values ($1, $2, '2026-03-01', $3, $4, $5, null)", [
						product,
						statistic,
						bucket,
						hosts,
						total,
					]);
				}
				const on = day("2026-03-01");
				const slugs = ["cpu-model", "cpu-cores", "kernel", "kernel-branch"];
				const [found] = await digestsOfDays(pool, { from: on, through: on }, slugs);
				expect(found?.digest).toBe(digestOfRows(given));
				expect(digestOfRows(given.toReversed())).toBe(digestOfRows(given));
			}),
			{ numRuns: 20 },
		);
	});
	test("is the SHA-256 of sorted lines, without rows of nothing", () => {
		const base = { product: "openvz7", statistic: "country", bucket: "", hosts: 3, total: 3 };
		const lines = "openvz7\tcountry\t\t3\t3\nopenvz7\tcountry\tde\t1\t1\nopenvz7\tcountry\tfr\t2\t2";
		const fr = { ...base, bucket: "fr", hosts: 2, total: 2 };
		const de = { ...base, bucket: "de", hosts: 1, total: 1 };
		expect(digestOfRows([fr, { ...base, bucket: "it", hosts: 0, total: 0 }, de, base])).toBe(sha256(lines));
	});
});

test("every published day has a record, and the chain shows any change", async () => {
	await report("2026-03-01");
	await publishAt("2026-03-04T01:00:00Z");
	await publishAt("2026-03-05T01:00:00Z");
	expect(await recorded()).toEqual(["2026-03-01 1", "2026-03-02 0", "2026-03-03 0", "2026-03-04 0"]);
	const { records, methods } = await dayLog(database().pool);
	expect(firstBroken(records)).toBeNull();
	expect(methods).toEqual([describeMethod(countingMethod(some))]);
	for (const [place, record] of records.entries()) {
		const changes: Partial<DayRecord>[] = [
			{ day: "2026-02-01" },
			{ at: "2026-03-04T01:00:00.001Z" },
			{ reasons: ["operator"] },
			{ reports: record.reports + 1 },
			{ method: sha256("another") },
			{ digest: sha256("another") },
		];
		for (const change of changes) {
			const forged = records.with(place, { ...record, ...change } as (typeof records)[number]);
			expect(firstBroken(forged)).toBe(place);
			// Whoever forges the hash, too, breaks the next record.
			const hash = hashOfRecord(records[place - 1]?.hash ?? "", { ...record, ...change });
			const next = place + 1 < records.length ? place + 1 : null;
			expect(firstBroken(forged.with(place, { ...record, ...change, hash } as (typeof records)[number]))).toBe(next);
		}
	}
	expect(firstBroken(records.toSpliced(1, 1))).toBe(1);
});

test("a day that is published again gets another record only where its numbers changed", async () => {
	await report("2026-03-01");
	await report("2026-03-02", 2);
	await publishAt("2026-03-05T01:00:00Z");
	await publishAt("2026-03-05T02:00:00Z", some, { from: day("2026-03-01") });
	expect(await recorded()).toHaveLength(4);
	await report("2026-03-03");
	await publishAt("2026-03-06T01:00:00Z");
	expect((await recorded()).slice(4)).toEqual([
		"2026-03-03 late-reports 1",
		"2026-03-04 late-reports 0",
		"2026-03-05 0",
	]);
	const { rows } = await database().pool.query(
		"select statistic, day from restated_statistic join day_record on number = record order by 1, 2",
	);
	// The host was active anyway: its country did not change.
	expect(rows).toEqual([
		{ statistic: "reports", day: "2026-03-03" },
		{ statistic: "reports-total", day: "2026-03-03" },
		{ statistic: "reports-total", day: "2026-03-04" },
	]);
});

test("a statistic that is new on a day is another way of counting, and no changed number", async () => {
	await report("2026-03-01");
	await publishAt("2026-03-03T01:00:00Z", some.slice(0, 2));
	await publishAt("2026-03-03T02:00:00Z", some, { from: day("2026-03-02") });
	expect((await recorded()).slice(2)).toEqual(["2026-03-02 counting 0"]);
	expect((await database().pool.query("select from restated_statistic")).rowCount).toBe(0);
});

test("days that were published before there was a log are recorded by the next publishing", async () => {
	await report("2026-03-01");
	await publishAt("2026-03-04T01:00:00Z");
	await database().pool.query("truncate day_record, counting_method");
	await publishAt("2026-03-05T01:00:00Z");
	expect(await recorded()).toEqual(["2026-03-01 1", "2026-03-02 0", "2026-03-03 0", "2026-03-04 0"]);
});

test("restated days that follow each other are one note", () => {
	const at = "2026-03-20T00:00:01.000Z";
	const first = day("2026-03-01");
	const days = [0, 1, 2, 5].map((place) => ({ day: plusDays(first, place), at, reasons: ["late-reports"] as const }));
	const joined = restatedDays(days);
	expect(joined.map(({ from, to }) => `${from} ${to}`)).toEqual(["2026-03-01 2026-03-03", "2026-03-06 2026-03-06"]);
	expect(restatedWithin(joined, { from: day("2026-03-02"), to: day("2026-03-05") }).restated).toEqual([
		{ from: "2026-03-02", to: "2026-03-03", at, reasons: ["late-reports"] },
	]);
	expect(restatedWithin(joined, { from: day("2026-03-07"), to: day("2026-03-09") })).toEqual({});
	const english = restatementNotes(joined, "en").map(({ day, text }) => ({
		day,
		text: text.replaceAll("\u00a0", " "),
	}));
	expect(english).toEqual([
		{
			day: "2026-03-01",
			text: "The days through 3 March 2026 were published again on 20 March 2026: reports came late.",
		},
		{ day: "2026-03-06", text: "Published again on 20 March 2026: reports came late." },
	]);
	expect(restatementNotes(joined, "ru")[1]?.text.replaceAll("\u00a0", " ")).toBe(
		"Опубликовано повторно 20 марта 2026: отчёты пришли с опозданием.",
	);
});
