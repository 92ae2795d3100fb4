/**
 * Computes daily rows by set-based SQL into a temporary table. A membership counts on the days on which its section is
 * known; so each pair of the two is a run of days, its first day adds to the bucket, the day after its last takes away, and
 * running sums give every day of the range in one pass: the cost hangs on the number of changes, not of days.
 */
import type { PoolClient } from "pg";
import type { DueDays } from "#lib/publish/due";
import { isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { createLargestStage, stageLargest } from "./largest-hosts";
import { inTransactionOf } from "./sql";

/** Makes the temporary tables: the catalog of what is counted from hosts as rows, and where staged rows wait for their publication. */
export async function createStage(db: PoolClient, catalog: readonly Statistic[]): Promise<void> {
	const statistics = catalog.filter((one) => !isObserved(one));
	await db.query(`
		drop table if exists catalog_entry, catalog_product, staged_row;
		create temp table catalog_entry (statistic text primary key, kind text, section text, across_products boolean,
			counts_hosts boolean, one_number boolean, threshold integer);
		create temp table catalog_product (statistic text, product text, primary key (statistic, product));
		create temp table staged_row (product text, statistic text, day date, bucket text, hosts bigint, total bigint,
			merged integer, squares double precision, products double precision);
	`);
	const isAcross = (one: Statistic) => one.over === "window" && one.acrossProducts;
	await db.query(
		`insert into catalog_entry
		 select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::boolean[], $6::boolean[], $7::int[])`,
		[
			statistics.map((one) => one.slug),
			statistics.map((one) => (one.over === "events" ? one.event : one.over)),
			statistics.map((one) => (one.over === "window" ? one.section : null)),
			statistics.map(isAcross),
			statistics.map((one) => one.unit === "hosts"),
			statistics.map(isOneNumber),
			statistics.map((one) => one.threshold),
		],
	);
	const published = statistics.flatMap((one) =>
		(isAcross(one) ? ["all"] : one.products).map((product) => [one.slug, product] as const),
	);
	await db.query("insert into catalog_product select * from unnest($1::text[], $2::text[])", [
		published.map(([statistic]) => statistic),
		published.map(([, product]) => product),
	]);
	await db.query("analyze catalog_entry, catalog_product");
	await createLargestStage(db);
}

/** Computes the rows of the days into `staged_row` and `staged_largest`, from one snapshot. */
export async function stageDays(db: PoolClient, { from, through }: DueDays): Promise<void> {
	await inTransactionOf(db, async () => {
		await db.query("set transaction isolation level repeatable read");
		await db.query("set local work_mem = '256MB'; set local jit = off; set local max_parallel_workers_per_gather = 0");
		await db.query("drop table if exists unit_run, bucket_day, base_day");
		await db.query(unitRuns, [from, through]);
		await db.query("analyze unit_run");
		await db.query(bucketDays, [from, through]);
		await db.query("analyze bucket_day");
		await db.query(baseDays, [from, through]);
		await db.query(stageBases);
		await db.query(stageBuckets);
		await stageLargest(db);
	});
}

/**
 * Runs of days as events: what begins adds, what ends within the range takes away. Sums hold until the next event. Each run
 * has the columns of `keys` and `summed`.
 */
function runningSums(keys: string, summed: readonly string[], runs: string): string {
	const each = (write: (column: string) => string) => summed.map(write).join(", ");
	return `
		with run as (${runs}),
		event as (
			select ${keys}, greatest(since, $1::date) as day, ${each((one) => one)} from run
			union all
			select ${keys}, until, ${each((one) => `-${one}`)} from run where until <= $2::date
		),
		delta as (
			select ${keys}, day, ${each((one) => `sum(${one}) as ${one}`)} from event group by ${keys}, day),
		stretch as (
			select ${keys}, day as since, lead(day, 1, $2::date + 1) over day_by_day as until,
			       ${each((one) => `sum(${one}) over day_by_day as ${one}`)}
			  from delta
			window day_by_day as (partition by ${keys} order by day)
		)
		select ${keys}, since + place as day, ${each((one) => one)}
		  from stretch cross join lateral generate_series(0, until - since - 1) place
		 where hosts > 0`;
}

/** Runs of days on which a host is in a bucket of what is counted over a window, and its section is known. */
const windowRuns = (columns: string, isWanted: string) => `
	select ${columns}, greatest(m.since, k.since) as since, least(m.until, k.until) as until
	  from membership m
	  join catalog_entry c on c.statistic = m.statistic and c.kind = 'window' and ${isWanted}
	  join counted_host h on h.id = m.host_id
	  join catalog_product p on p.statistic = m.statistic and p.product in (h.product, 'all')
	  join known_span k on k.host_id = m.host_id and k.section = c.section
	   and k.until > m.since and (m.until is null or k.since < m.until)
	 where m.since <= $2 and (m.until is null or m.until > $1) and k.since <= $2 and k.until > $1`;

/**
 * Those of statistics that do not count hosts are read several times. Analyzed, too: in one statement with what follows, the
 * planner expected so few that it fetched all memberships of a host for each of its bases.
 */
const unitRuns = `
	create temp table unit_run on commit drop as
	${windowRuns("p.product, m.statistic, m.bucket, m.host_id, m.amount", "not c.counts_hosts")}`;

/**
 * Where units are counted, also the sums from which intervals are computed: of each host's amount squared, and of its amount
 * times its amount in the base. The base may change when the bucket does not, so products have runs of their own.
 */
const bucketDays = `
	create temp table bucket_day on commit drop as
	select product, statistic, bucket, day, hosts::bigint, total::bigint, squares, products from (${runningSums(
		"product, statistic, bucket",
		["hosts", "total", "squares", "products"],
		`
		${windowRuns(
			"p.product, m.statistic, m.bucket, 1 as hosts, m.amount as total, null::numeric as squares, null::numeric as products",
			"c.counts_hosts",
		)}
		union all
		select product, statistic, bucket, 1, amount, amount::numeric * amount, null, since, until from unit_run
		union all
		select m.product, m.statistic, m.bucket, 0, 0, null, m.amount::numeric * whole.amount,
		       greatest(m.since, whole.since), least(m.until, whole.until)
		  from unit_run m
		  join unit_run whole on whole.host_id = m.host_id and whole.statistic = m.statistic and whole.product = m.product
		   and whole.bucket = '' and whole.since < m.until and whole.until > m.since
		 where m.bucket <> ''
		union all
		select p.product, m.statistic, m.bucket, 1, m.amount, null, null, m.since, null
		  from membership m
		  join catalog_entry c on c.statistic = m.statistic and c.kind = 'ever'
		  join counted_host h on h.id = m.host_id
		  join catalog_product p on p.statistic = m.statistic and p.product = h.product
		 where m.since <= $2`,
	)}) sums`;

/**
 * The base of every statistic on every day, zeros included. Windows: the hosts whose section is known; the amount is theirs,
 * unless the statistic counts something else than hosts. Everything else has a base equal to its one number.
 */
const baseDays = `
	create temp table base_day on commit drop as
	with known as (
		select product, section, day, hosts from (${runningSums(
			"product, section",
			["hosts"],
			`select h.product, k.section, 1 as hosts, k.since, k.until from known_span k join counted_host h on h.id = k.host_id
			  where k.since <= $2 and k.until > $1`,
		)}) sums
	),
	section_day as (
		select product, section, day, hosts from known
		union all
		select 'all', section, day, sum(hosts) from known group by section, day
	),
	-- What came before the range stands in the day before it: only the sums so far need it.
	newcomers as (
		select product, greatest(first_day, $1::date - 1) as day, count(*) as hosts from counted_host where first_day <= $2 group by 1, 2
	),
	arrivals as (
		select h.product, r.day, count(*) as reports, count(distinct r.host_id) as hosts
		  from report r join counted_host h on h.id = r.host_id where r.day between $1 and $2 group by 1, 2
		union all
		select h.product, $1::date - 1, count(*), 0
		  from report r join counted_host h on h.id = r.host_id where r.day < $1 group by 1
	),
	so_far as (
		select product, day, sum(n.hosts) over day_by_day as hosts, sum(a.reports) over day_by_day as reports
		  from (select distinct product from counted_host) p
		 cross join lateral (
			select d::date as day from generate_series($1::date - 1, $2::date, interval '1 day') d) days
		  left join newcomers n using (product, day)
		  left join arrivals a using (product, day)
		window day_by_day as (partition by product order by day)
	)
	select c.statistic, p.product, days.day, c.one_number,
	       coalesce(case c.kind when 'window' then k.hosts when 'ever' then b.hosts when 'first-report' then n.hosts
	                            when 'report' then a.hosts when 'report-so-far' then s.hosts end, 0)::bigint as hosts,
	       coalesce(case c.kind when 'window' then case when c.counts_hosts then k.hosts else b.total end
	                            when 'ever' then b.hosts when 'first-report' then n.hosts
	                            when 'report' then a.reports when 'report-so-far' then s.reports end, 0)::bigint as total,
	       case when c.kind = 'window' and not c.counts_hosts then coalesce(b.squares, 0) end as squares
	  from catalog_entry c
	  join catalog_product p using (statistic)
	 cross join lateral (select d::date as day from generate_series($1::date, $2::date, interval '1 day') d) days
	  left join section_day k on k.product = p.product and k.section = c.section and k.day = days.day
	  left join bucket_day b on b.product = p.product and b.statistic = c.statistic and b.day = days.day
	   and b.bucket = case c.kind when 'ever' then 'all' else '' end
	  left join newcomers n on n.product = p.product and n.day = days.day
	  left join arrivals a on a.product = p.product and a.day = days.day
	  left join so_far s on s.product = p.product and s.day = days.day`;

const stageBases = `
	insert into staged_row (product, statistic, day, bucket, hosts, total, squares, products)
	select product, statistic, day, one.bucket, hosts, total, squares, squares
	  from base_day cross join (values ('', true), ('all', false)) as one(bucket, is_base)
	 where is_base or one_number`;

/**
 * Buckets with too few hosts, and those that the operator denied, are merged into "other", in the rows themselves. A host in
 * several merged buckets counts once in it, with its sum, so of these the hosts are looked up; they are few.
 */
const stageBuckets = `
	with shown as (
		select b.*, c.section, c.counts_hosts, b.bucket <> 'other' and (b.hosts < c.threshold or d.bucket is not null) as small
		  from bucket_day b
		  join catalog_entry c using (statistic)
		  left join denied_label d using (statistic, bucket)
		 where b.bucket <> '' and not c.one_number
	),
	small_host as (
		select s.product, s.statistic, s.day, m.host_id, sum(m.amount) as amount
		  from shown s
		  join membership m on m.statistic = s.statistic and m.bucket = s.bucket
		   and m.since <= s.day and (m.until is null or m.until > s.day)
		  join counted_host h on h.id = m.host_id and s.product in (h.product, 'all')
		  join known_span k on k.host_id = m.host_id and k.section = s.section and k.since <= s.day and k.until > s.day
		 where s.small
		 group by s.product, s.statistic, s.day, m.host_id
	),
	joined_host as (
		select product, s.statistic, day, count(*) filter (where m.host_id is null) as hosts,
		       sum(s.amount * s.amount) + coalesce(2 * sum(s.amount * m.amount), 0) as squares
		  from small_host s
		  left join membership m on m.host_id = s.host_id and m.statistic = s.statistic and m.bucket = 'other'
		   and m.since <= s.day and (m.until is null or m.until > s.day)
		 group by product, s.statistic, day
	),
	merged as (
		select product, statistic, day, count(*) as merged, sum(total) as total, sum(products) as products, counts_hosts
		  from shown where small group by product, statistic, day, counts_hosts
	)
	insert into staged_row (product, statistic, day, bucket, hosts, total, merged, squares, products)
	select product, statistic, day, bucket, hosts, total, null,
	       squares, case when not counts_hosts then coalesce(products, 0) end
	  from shown s where not small and (bucket <> 'other' or not exists (
		select from merged m where m.product = s.product and m.statistic = s.statistic and m.day = s.day))
	union all
	select m.product, m.statistic, m.day, 'other', coalesce(o.hosts, 0) + coalesce(j.hosts, 0),
	       coalesce(o.total, 0) + m.total, m.merged,
	       case when not m.counts_hosts then coalesce(o.squares, 0) + coalesce(j.squares, 0) end,
	       case when not m.counts_hosts then coalesce(o.products, 0) + coalesce(m.products, 0) end
	  from merged m
	  left join shown o on o.product = m.product and o.statistic = m.statistic and o.day = m.day and o.bucket = 'other'
	  left join joined_host j on j.product = m.product and j.statistic = m.statistic and j.day = m.day`;
