/** Databases as former versions left them, brought up to date by this one: nothing is lost, and it goes on from there. */
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import type { Day } from "#lib/day";
import { publish } from "#lib/publish/publish";
import { readyStore } from "#lib/publish/ready-store";
import { verifyDays } from "#lib/publish/verify";
import { statistics } from "#lib/statistics/index";
import { migrate } from "#lib/store/migrate";
import { testDatabase } from "../database";
import { acceptFrom, publishedRows } from "../publish/publishing";
import { query } from "../store/cluster-fixture";

const fresh = testDatabase();
const upgraded = testDatabase(false);

const folder = "tests/fixtures/databases";
const dumps = readdirSync(folder);
/** The clock of the day after the last one that is published in them. */
const now = new Date("2026-11-22T12:00:00Z");

type Rows = Record<string, unknown>[];

/** What `pg_dump` wrote, on a connection of its own: it changes settings. */
async function load(url: string, dump: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query("drop schema public cascade; create schema public");
	await client.query(readFileSync(`${folder}/${dump}`, "utf8")).finally(() => client.end());
}

/** Everything that a migration can make, one line each. */
async function schemaOf(url: string): Promise<string[]> {
	const rows = await query(
		url,
		`select concat_ws(' ', 'column', table_name, column_name, udt_name, datetime_precision, is_nullable, column_default) as line
		   from information_schema.columns where table_schema = 'public'
		 union all select concat_ws(' ', 'index', indexdef) from pg_indexes where schemaname = 'public'
		 union all select concat_ws(' ', 'view', viewname, definition) from pg_views where schemaname = 'public'
		 union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
		   from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
		 union all select concat_ws(' ', 'function', proname, prosrc) from pg_proc where pronamespace = 'public'::regnamespace
		 order by 1`,
	);
	return rows.map(({ line }) => String(line));
}

/** The rows of each table, with the columns that it has now or had then. */
async function contentsOf(url: string, columns?: Map<string, string[]>) {
	const tables = await query(
		url,
		`select table_name as name, array_agg(column_name::text order by column_name) as columns
		   from information_schema.columns join information_schema.tables using (table_schema, table_name)
		  where table_schema = 'public' and table_type = 'BASE TABLE' group by table_name order by table_name`,
	);
	const wanted = columns ?? new Map(tables.map((one) => [String(one.name), one.columns as string[]]));
	const contents = new Map<string, Rows>();
	for (const [name, list] of wanted)
		contents.set(name, await query(url, `select ${list.join(", ")} from ${name} t order by t::text`));
	return { columns: wanted, contents };
}

describe.each(dumps)("the database of %s", (dump) => {
	let before: Awaited<ReturnType<typeof contentsOf>>;

	beforeAll(async () => {
		await load(upgraded().url, dump);
		before = await contentsOf(upgraded().url);
		await migrate(upgraded().url);
	});

	test("has rows in every table", () => {
		expect([...before.contents].filter(([, rows]) => rows.length === 0)).toEqual([]);
		expect(before.contents.size).toBeGreaterThan(20);
	});

	test("gets the schema of a new one, and keeps every row", async () => {
		expect(await schemaOf(upgraded().url)).toEqual(await schemaOf(fresh().url));
		const { contents } = await contentsOf(upgraded().url, before.columns);
		const recorded = (found: Map<string, Rows>) =>
			found.get("_prisma_migrations")?.map((row) => row.migration_name) ?? [];
		expect(recorded(contents)).toEqual(expect.arrayContaining(recorded(before.contents)));
		for (const [name, rows] of before.contents)
			if (name !== "_prisma_migrations") expect(contents.get(name), name).toEqual(rows);
		expect(await migrate(upgraded().url)).toEqual([]);
	});

	test("goes on: what was published stands, a report is accepted, and days are published", async () => {
		const store = await readyStore(upgraded().url, { connectionsMax: 3 });
		try {
			const { pool } = store;
			const published = await publishedRows(pool);
			const { chain, days } = await verifyDays(pool, statistics);
			expect(chain).toBeNull();
			// A quarantine waits for its publication.
			for (const { excuses } of days) expect(excuses).toContain("quarantine");
			expect(days.flatMap(({ problems }) => problems)).toEqual([]);

			await acceptFrom(pool, "2026-11-21");
			const { days: restated } = await publish(pool, statistics, { now });
			expect(restated).toEqual({ from: "2026-11-18", through: "2026-11-21" });
			const rows = await publishedRows(pool);
			// Three of each product, one of them in quarantine, and the one that came now.
			expect(published.get("legacy hosts-active 2026-11-21 all")).toBe("3 3 null");
			expect(rows.get("legacy hosts-active 2026-11-21 all")).toBe("2 2 null");
			expect(rows.get("openvz7 hosts-active 2026-11-20 all")).toBe(
				published.get("openvz7 hosts-active 2026-11-20 all"),
			);
			expect(rows.get("openvz7 hosts-active 2026-11-21 all")).toBe("4 4 null");
			const after = await verifyDays(pool, statistics, { day: "2026-11-21" as Day });
			expect([after.chain, after.days.flatMap(({ problems }) => problems)]).toEqual([null, []]);
		} finally {
			await store.close();
		}
	});
});
