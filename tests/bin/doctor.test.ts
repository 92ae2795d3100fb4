import { afterEach, expect, test, vi } from "vitest";
import { diagnose } from "#bin/stats/diagnose";
import { plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { clearNotices, putNotice } from "#lib/store/notices";
import { testDatabase } from "../database";
import { yesterday } from "../today";

afterEach(() => vi.unstubAllEnvs());

async function diagnosed(env: Record<string, string>): Promise<string[]> {
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	const lines: string[] = [];
	expect(await diagnose((line) => lines.push(line))).toBe(false);
	return lines.map((line) => line.replace(/: .*(GiB|shipped).*/, ""));
}

const database = testDatabase(false);
const migrated = testDatabase();

test("a proxy that nobody declared, and a clock that is wrong in either direction", async () => {
	const { pool, url } = migrated();
	const complaints = async () =>
		(await diagnosed({ DATABASE_URL: url })).filter((line) => /^FAILED {2}(?:clock|proxies)/.test(line));
	await putNotice(pool, "undeclared-proxy");
	expect(await complaints()).toEqual([expect.stringMatching(/proxies: on [\d-]+ one passed requests on/)]);
	await clearNotices(pool);

	await acceptReport(
		pool,
		{
			product: "openvz7",
			uuid: "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55",
			at: startOf(plusDays(yesterday, -60)),
			digest: Buffer.alloc(32),
			sections: { activity: { country: "fr" } },
		},
		catalogOf(statistics),
	);
	await publish(pool, statistics, { now: startOf(plusDays(yesterday, -50)) });
	expect(await complaints()).toEqual([expect.stringMatching(/clock: .*no report came for more than 14 days/)]);
	await publish(pool, statistics, { now: startOf(plusDays(yesterday, 30)), through: plusDays(yesterday, 29) });
	expect(await complaints()).toEqual([
		expect.stringMatching(/clock: .*days are published through .* stats -- withdraw/),
	]);
});

test("each thing that is missing is said once, in words", async () => {
	expect(await diagnosed({ DATABASE_URL: database().url })).toEqual([
		expect.stringMatching(/^ok {6}configuration: /),
		"ok      database: at DATABASE_URL",
		expect.stringMatching(/^FAILED {2}schema: \d+ migrations are not applied yet: npm start applies them$/),
		"ok      GeoIP file",
		"ok      disk space",
		"FAILED  proxies: cannot be checked without the schema",
		"FAILED  clock: cannot be checked without the schema",
		"FAILED  scheduler: cannot be checked without the schema",
	]);
});

test("without a database the rest is still looked at", async () => {
	expect(await diagnosed({ DATABASE_URL: "postgresql://me@127.0.0.1:1/stats" })).toEqual([
		expect.stringMatching(/^ok {6}configuration: /),
		expect.stringMatching(/^FAILED {2}database: DATABASE_URL: the database stats at 127.0.0.1:1 cannot be reached: /),
		"FAILED  schema: cannot be checked without the database",
		"ok      GeoIP file",
		"ok      disk space",
		"FAILED  proxies: cannot be checked without the database",
		"FAILED  clock: cannot be checked without the database",
		"FAILED  scheduler: cannot be checked without the database",
	]);
});
