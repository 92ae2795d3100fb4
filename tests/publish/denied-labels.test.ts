/** A label that the operator denies is in no published row, its hosts are in `other`; allowed, everything is as before. */
import fc from "fast-check";
import type pg from "pg";
import { afterEach, describe, expect, test, vi } from "vitest";
import { stats } from "#bin/stats/commands";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { acceptReports } from "#lib/store/accept";
import { allowLabel, denyLabel } from "#lib/store/denied-labels";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { bruteForceRows, withoutDuplicates } from "./brute-force";
import { emptied, lastDay, now, publishedRows, statisticsOf } from "./publishing";
import { fleet } from "./random-fleet";

const database = testDatabase();
const some = statisticsOf("openvz-version", "cpu-model", "disk-kind", "container-os");

async function publishedAgain(pool: pg.Pool): Promise<Map<string, string>> {
	await publish(pool, some, { now });
	return publishedRows(pool);
}

const bucketsOf = (rows: ReadonlyMap<string, string>) =>
	[...new Set([...rows.keys()].map((key) => key.replace(/^\S+ (\S+) \S+ (\S+)$/, "$1 $2")))].filter(
		(name) => !/ (\(base\)|other)$/.test(name),
	);

test("denied labels are merged on all days, and come back when they are allowed", async () => {
	await fc.assert(
		fc.asyncProperty(fleet, fc.nat(), async (reports, choice) => {
			const { pool } = database();
			await emptied(pool);
			await acceptReports(pool, reports, catalogOf(some));
			const before = await publishedAgain(pool);
			const found = bucketsOf(before);
			fc.pre(found.length > 0);
			const [statistic = "", bucket = ""] = (found[choice % found.length] ?? "").split(" ");
			const slow = (isDenied: boolean) =>
				bruteForceRows(withoutDuplicates(reports), some, lastDay, (slug, key) =>
					isDenied ? slug === statistic && key === bucket : false,
				);
			expect(before).toEqual(slow(false));

			expect(await denyLabel(pool, statistic, bucket)).toBe(true);
			expect(await denyLabel(pool, statistic, bucket)).toBe(false);
			const denied = await publishedAgain(pool);
			expect(denied).toEqual(slow(true));
			expect(bucketsOf(denied)).not.toContain(`${statistic} ${bucket}`);

			expect(await allowLabel(pool, statistic, bucket)).toBe(true);
			expect(await allowLabel(pool, statistic, bucket)).toBe(false);
			expect(await publishedAgain(pool)).toEqual(before);
		}),
		{ numRuns: rounds(3, 100) },
	);
});

test("a label may be denied before anything has it", async () => {
	const { pool } = database();
	expect(await denyLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
	expect(await allowLabel(pool, "cpu-model", "nobody-has-it")).toBe(true);
});

describe("the command", () => {
	afterEach(() => vi.unstubAllEnvs());
	/** Runs `stats` in this process. Returns what it says. */
	async function run(...args: string[]): Promise<string> {
		vi.stubEnv("DATABASE_URL", database().url);
		const said = vi.spyOn(console, "log").mockImplementation(() => {});
		const program = stats(new AbortController().signal);
		for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
		try {
			await program.parseAsync(args, { from: "user" });
			return said.mock.calls.flat().join("\n");
		} finally {
			said.mockRestore();
		}
	}

	test("names what is like an unknown statistic or bucket, and takes one that was never published", async () => {
		const { pool } = database();
		await emptied(pool);
		await pool.query(
			`insert into membership (host_id, statistic, bucket, since, amount)
			 values ('0f5c3f6e-8f1d-4a0e-9c7e-0123456789ab', 'cpu-model', 'xeon-silver-4208', '2026-03-01', 1)`,
		);
		await expect(run("deny", "cpu-modle", "xeon-silver-4208")).rejects.toThrow(
			/There is no such statistic\. Did you mean cpu-model, .*\?/,
		);
		await expect(run("deny", "cpu-model", "xeon-sliver-4208")).rejects.toThrow(
			"cpu-model has no bucket xeon-sliver-4208. Did you mean xeon-silver-4208?",
		);
		await expect(run("allow", "cpu-model", "nothing-like-it")).rejects.toThrow(
			"cpu-model has no bucket nothing-like-it. /data/cpu-model/series.json",
		);
		expect((await pool.query("select from denied_label")).rowCount).toBe(0);
		expect(await run("deny", "cpu-model", "xeon-silver-4208")).toBe(
			"denied: xeon-silver-4208 of cpu-model is counted in other",
		);
		// Nobody has it any more, or nobody ever had it, but the catalog names it.
		await pool.query("delete from membership");
		expect(await run("allow", "cpu-model", "xeon-silver-4208")).toBe("allowed: xeon-silver-4208 of cpu-model");
		expect(await run("allow", "cpu-vendor", "hygon")).toBe("was not denied: hygon of cpu-vendor");
	});
});
