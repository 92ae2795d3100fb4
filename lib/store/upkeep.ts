/** What the operator's tools ask of the database itself: statistics for its planner, and times for the benchmark. */
import type { Pool } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { Product } from "#lib/product";
import { inTransaction, rowsOf } from "./sql";

/** After many rows came at once the planner must know of them before days are computed from them. */
export async function analyzeHosts(pool: Pool): Promise<void> {
	await pool.query("analyze host, report, known_span, fact_version, membership");
}

/** Deletes every host and everything published, for a benchmark that begins again. */
export async function clearTables(pool: Pool): Promise<void> {
	await pool.query(
		`truncate host, report, known_span, fact_version, membership, bucket_label, daily_row, monthly_column, due_reason,
		          day_record, counting_method, restated_statistic, newcomer, newcomer_count, quarantine, daily_newcomers, largest_host`,
	);
	await pool.query(
		`update publication set first_day = null, last_day = null, claimed_day = null, due_from = null,
		        computing_from = null`,
	);
}

/** Copies the hosts of a product, with what is known of them, until there are so many: a large fleet for a benchmark. */
export async function copyHosts(pool: Pool, product: Product, hosts: number): Promise<void> {
	await inTransaction(pool, async (db) => {
		await db.query(
			`create temp table copied on commit drop as
			 select id, gen_random_uuid() as copy
			   from (select id, count(*) over () as known, row_number() over (order by id) as place
			           from host where product = $1) of_product,
			        lateral generate_series(1, ($2::integer - place) / known) as number`,
			[product, hosts],
		);
		for (const [table, columns, host] of [
			["host", "product, first_day, last_at", "id"],
			["report", "at, seq, day, digest, sections", "host_id"],
			["known_span", "section, since, until", "host_id"],
			["membership", "statistic, bucket, since, until, amount", "host_id"],
		])
			await db.query(
				`insert into ${table} (${host}, ${columns}) select c.copy, ${columns} from ${table} t join copied c on c.id = t.${host}`,
			);
	});
	await analyzeHosts(pool);
}

/** The peer of publishing a day: its memberships by statistic and bucket, and nothing else, with publishing's settings. */
export async function countBare(pool: Pool, day: Day): Promise<void> {
	await inTransaction(pool, async (db) => {
		await db.query("set local work_mem = '256MB'; set local jit = off; set local max_parallel_workers_per_gather = 0");
		await db.query(
			`select statistic, bucket, count(*), sum(amount) from membership
			  where since <= $1 and (until is null or until > $1) group by statistic, bucket`,
			[day],
		);
	});
}

/** Begins to time statements. The server must run with `pg_stat_statements` preloaded. */
export async function timeStatements(pool: Pool): Promise<void> {
	await pool.query("create extension if not exists pg_stat_statements");
	await pool.query("select pg_stat_statements_reset()");
}

/** Milliseconds that the database planned and executed statements since `timeStatements`. */
export async function statementsMs(pool: Pool): Promise<number> {
	const rows = await rowsOf(
		pool,
		z.object({ ms: z.number() }),
		"select sum(total_plan_time + total_exec_time) as ms from pg_stat_statements",
	);
	return rows[0]?.ms ?? 0;
}
