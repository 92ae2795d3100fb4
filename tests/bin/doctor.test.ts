import { afterEach, expect, test, vi } from "vitest";
import { diagnose } from "#bin/stats/diagnose";
import { testDatabase } from "../database";

afterEach(() => vi.unstubAllEnvs());

async function diagnosed(env: Record<string, string>): Promise<string[]> {
	for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
	const lines: string[] = [];
	expect(await diagnose((line) => lines.push(line))).toBe(false);
	return lines.map((line) => line.replace(/: .*(GiB|shipped).*/, ""));
}

const database = testDatabase(false);

test("each thing that is missing is said once, in words", async () => {
	expect(await diagnosed({ DATABASE_URL: database().url })).toEqual([
		expect.stringMatching(/^ok {6}configuration: /),
		"ok      database: at DATABASE_URL",
		expect.stringMatching(/^FAILED {2}schema: \d+ migrations are not applied yet: npm start applies them$/),
		"ok      GeoIP file",
		"ok      disk space",
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
		"FAILED  scheduler: cannot be checked without the database",
	]);
});
