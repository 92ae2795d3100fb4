/** What tests of publishing share: an empty database, catalogs, reports of a host, and what is published. */
import type pg from "pg";
import { expect } from "vitest";
import { type Day, plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { statistics } from "#lib/statistics/index";
import type { Statistic } from "#lib/statistics/statistic";
import { acceptReport } from "#lib/store/accept";
import type { StatisticSlug } from "#lib/text/index";
import type { RawReport } from "./brute-force";
import { daysMax } from "./random-fleet";

/** The first day on which hosts of random fleets report, and the last one that is published of them. */
export const firstDay = "2026-01-01" as Day;
export const lastDay = plusDays(firstDay, daysMax + 3);
export const now = startOf(plusDays(lastDay, 1));
/** As an operator says who knows that the clock is right, however long no report came. */
export const upToLast = { now, through: lastDay };

/** The whole catalog, with thresholds that small fleets reach from both sides: a host more or less merges and shows buckets. */
export const sensitive: Statistic[] = statistics.map((one) =>
	one.threshold === 1 ? one : { ...one, threshold: 2 as unknown as 5 },
);
/** A few of them, of each kind: to compute the whole catalog the slow way takes long. */
export const few = sensitive.filter(({ slug }) =>
	[
		...["hosts-total", "hosts-with-running-containers", "hosts-active", "hosts-new", "reports", "reports-total"],
		...["openvz-version", "country", "cpu-model", "container-os", "disk-kind", "memory-installed", "virtualization"],
	].includes(slug),
);

/** Those of the catalog, as they are. */
export function statisticsOf(...slugs: StatisticSlug[]): Statistic[] {
	const wanted: ReadonlySet<string> = new Set(slugs);
	return statistics.filter(({ slug }) => wanted.has(slug));
}

const emptyings = new WeakMap<pg.Pool, { tables: string[]; count: number }>();
/** To truncate a table makes new files: 100 ms for all. To delete takes 20 ms, but leaves dead rows behind. */
const deletionsInTurn = 20;

/** Empties all tables. The statistics of `catalog` are no new ones for the next publishing. */
export async function emptied(pool: pg.Pool, catalog: readonly Statistic[] = statistics): Promise<void> {
	const known = emptyings.get(pool) ?? { tables: await tablesOf(pool), count: 0 };
	emptyings.set(pool, { ...known, count: known.count + 1 });
	const isTurn = known.count % deletionsInTurn === 0;
	await pool.query(isTurn ? `truncate ${known.tables}` : known.tables.map((name) => `delete from ${name}`).join(";"));
	await pool.query("insert into publication (id) values (1)");
	await pool.query("insert into tallied_statistic (slug) select unnest($1::text[])", [catalog.map(({ slug }) => slug)]);
}

async function tablesOf(pool: pg.Pool): Promise<string[]> {
	const { rows } = await pool.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = current_schema() and tablename <> '_prisma_migrations'",
	);
	return rows.map(({ name }) => name);
}

let reports = 0;

/** Accepts a report of a host of OpenVZ 7, at ten on a day, that says in which country it is. */
export function acceptFrom(pool: pg.Pool, day: string, host = 1, country = "fr") {
	const digest = Buffer.alloc(32);
	digest.writeUInt32BE(++reports);
	const uuid = `0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e5${host}`;
	const report = { product: "openvz7", uuid, at: new Date(`${day}T10:00:00Z`), digest } as const;
	return acceptReport(pool, { ...report, sections: { activity: { country } } }, catalogOf(statistics));
}

/** Accepts reports one after the other, as they come in live. */
export async function acceptLive(
	pool: pg.Pool,
	reports: readonly RawReport[],
	catalog: readonly Statistic[],
): Promise<void> {
	for (const report of reports) await acceptReport(pool, report, catalogOf(catalog));
}

export const inOrder = (reports: readonly RawReport[]) => [...reports].sort((a, b) => a.at.getTime() - b.at.getTime());

/**
 * `product statistic day bucket` → `hosts total merged`, as `bruteForceRows` has them, in order of the keys. Fails where
 * histories do not have exactly these rows.
 */
export async function publishedRows(pool: pg.Pool, from = "0001-01-01" as Day): Promise<Map<string, string>> {
	const { rows: different } = await pool.query(`
		with history as (select product, statistic, month + one.place as day, bucket, one.hosts, one.total
		                   from monthly_column c, unnest(c.places, c.hosts, c.totals) as one(place, hosts, total)),
		     row as (select product, statistic, day, bucket, hosts, total from daily_row)
		(table history except all table row) union all (table row except all table history)`);
	expect(different).toEqual([]);
	const { rows } = await pool.query<{ key: string; value: string }>(
		`select concat_ws(' ', product, statistic, day, case bucket when '' then '(base)' else bucket end) as key,
		        concat_ws(' ', hosts, total, coalesce(merged::text, 'null')) as value
		   from daily_row where day >= $1 order by 1`,
		[from],
	);
	return new Map(rows.map(({ key, value }) => [key, value]));
}

/** `product statistic day` → `hosts largest total`, as `bruteForceLargest` has them. */
export async function publishedLargest(pool: pg.Pool): Promise<Map<string, string>> {
	const { rows } = await pool.query<{ key: string; value: string }>(
		`select concat_ws(' ', product, statistic, day) as key, concat_ws(' ', hosts, largest, total) as value
		   from largest_host`,
	);
	return new Map(rows.map(({ key, value }) => [key, value]));
}
