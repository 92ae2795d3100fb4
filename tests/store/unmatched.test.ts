import { createHash } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { acceptReport, acceptReports, type IncomingReport } from "#lib/store/accept";
import { forgetHost } from "#lib/store/one-host";
import { pruneUnmatched, sharedUnmatched } from "#lib/store/unmatched";
import { testDatabase } from "../database";

const database = testDatabase();
const catalog = catalogOf([]);
const uuidOf = (host: number) => `00000000-0000-4000-8000-${String(host).padStart(12, "0")}`;

let sent = 0;
function report(host: number, text: string, day = "2026-01-02"): IncomingReport {
	return {
		product: "openvz7",
		uuid: uuidOf(host),
		at: new Date(`${day}T10:00:00Z`),
		digest: createHash("sha256").update(String(sent++)).digest(),
		sections: { activity: { country: "us" } },
		unmatched: [{ rule: "cpu-model", text }],
	};
}

async function stored(): Promise<string> {
	const { pool } = database();
	const rows = await pool.query<{ line: string }>(
		`select row_to_json(one)::text as line from unmatched_host one
		 union all select row_to_json(one)::text from unmatched_text one`,
	);
	return rows.rows.map(({ line }) => line).join("\n");
}

const shared = async () => (await sharedUnmatched(database().pool, 10)).map(({ hosts, text }) => `${hosts} ${text}`);

beforeEach(async () => {
	await database().pool.query(
		"truncate host, report, known_span, fact_version, membership, unmatched_host, unmatched_text",
	);
});

test("a text is stored when the fifth host says it, not before", async () => {
	const { pool } = database();
	for (const host of [1, 2, 3, 4, 1, 2]) await acceptReport(pool, report(host, "Foo CPU"), catalog);
	expect(await stored()).not.toContain("Foo CPU");
	expect(await shared()).toEqual([]);
	await acceptReport(pool, report(5, "Foo CPU"), catalog);
	await acceptReport(pool, report(6, "Bar CPU"), catalog);
	expect(await shared()).toEqual(["5 Foo CPU"]);
	expect(await stored()).not.toContain("Bar CPU");
});

test("an archive gives the same, the most frequent first", async () => {
	const { pool } = database();
	const hosts = [1, 2, 3, 4, 5];
	await acceptReports(
		pool,
		[
			...hosts.flatMap((host) => [report(host, "Foo CPU", "2026-01-02"), report(host, "Foo CPU", "2026-01-09")]),
			...[...hosts, 6].map((host) => report(host, "Bar CPU", "2026-01-16")),
			report(7, "Rare CPU"),
		],
		catalog,
	);
	expect(await shared()).toEqual(["6 Bar CPU", "5 Foo CPU"]);
	expect(await stored()).not.toContain("Rare CPU");
});

test("what is left of a forgotten host is nothing, also the text that too few share then", async () => {
	const { pool } = database();
	for (const host of [1, 2, 3, 4, 5]) await acceptReport(pool, report(host, "Foo CPU"), catalog);
	await forgetHost(pool, uuidOf(3));
	expect(await shared()).toEqual([]);
	expect(await stored()).not.toContain("Foo CPU");
	expect((await pool.query("select from unmatched_host")).rowCount).toBe(4);
});

test("old ones go, and come again from whoever still says them", async () => {
	const { pool } = database();
	for (const host of [1, 2, 3, 4, 5]) await acceptReport(pool, report(host, "Foo CPU"), catalog);
	await pruneUnmatched(pool, "2026-01-02" as Day);
	expect(await shared()).toEqual(["5 Foo CPU"]);
	await pruneUnmatched(pool, "2026-01-03" as Day);
	expect(await stored()).toBe("");
	for (const host of [1, 2, 3, 4, 5]) await acceptReport(pool, report(host, "Foo CPU", "2026-01-09"), catalog);
	expect(await shared()).toEqual(["5 Foo CPU"]);
});
