/** Newcomers by day and network: what the operator looks at to find invented hosts. */
import type { Pool } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import type { SectionName } from "#lib/facts/sections";
import { type Product, windowDays } from "#lib/product";
import { count, day, product, rowsOf } from "./sql";

const intakeGroup = z.object({
	day,
	/** The keyed hash; `null` where it is not known: of hosts that were imported without an address. */
	network: z.string().nullable(),
	product,
	hosts: count,
	/** Of these, those that are out of all numbers. */
	quarantined: count,
	/** Of these, those that are active, and all active hosts of the product. */
	active: count,
	activeOfAll: count,
	/** Buckets, as `statistic: bucket`, in which nobody is who was known before these days. */
	newLabels: z.array(z.string()),
	/** The host that has most of a total. */
	largest: z.object({ statistic: z.string(), share: z.number() }).nullable(),
});
export type IntakeGroup = z.infer<typeof intakeGroup>;

/** A total of which a host may have a share: a statistic that counts something else than hosts. */
export interface Total {
	slug: string;
	section: SectionName;
}

/** The hosts that are new since a day, by day, network and product; the latest day and the largest network first. */
export async function intakeSince(
	pool: Pool,
	{ since, today, totals }: { since: Day; today: Day; totals: readonly Total[] },
): Promise<IntakeGroup[]> {
	const windows = Object.entries(windowDays) as [Product, number][];
	return rowsOf(pool, intakeGroup, intake, [
		...[since, today],
		...[totals.map(({ slug }) => slug), totals.map(({ section }) => section)],
		...[windows.map(([one]) => one), windows.map(([, days]) => days)],
	]);
}

const intake = `
	with window_days as (select * from unnest($5::text[], $6::int[]) as w(product, days)),
	newcomer_host as (
		select h.id, h.first_day as day, n.network, h.product, h.quarantine_id is not null as quarantined,
		       h.last_at >= ($2::date - w.days + 1)::timestamptz as active
		  from host h join window_days w using (product) left join newcomer n on n.host_id = h.id
		 where h.first_day >= $1
	),
	active as (
		select h.product, count(*) as hosts from host h join window_days w using (product)
		 where h.last_at >= ($2::date - w.days + 1)::timestamptz group by h.product
	),
	label as (
		select distinct n.day, n.network, n.product, m.statistic, m.bucket
		  from newcomer_host n join membership m on m.host_id = n.id where m.bucket <> ''
	),
	new_label as (
		select statistic, bucket from (select distinct statistic, bucket from label) l
		 where not exists (
			select from membership m join host h on h.id = m.host_id
			 where m.statistic = l.statistic and m.bucket = l.bucket and h.first_day < $1)
	),
	brought as (
		select day, network, product, array_agg(statistic || ': ' || bucket order by statistic, bucket) as labels
		  from label join new_label using (statistic, bucket) group by 1, 2, 3
	),
	amount as (
		select m.host_id, h.product, m.statistic, m.amount
		  from unnest($3::text[], $4::text[]) as total(statistic, section)
		  join membership m on m.statistic = total.statistic and m.bucket = ''
		   and m.since <= $2 and (m.until is null or m.until > $2)
		  join known_span k on k.host_id = m.host_id and k.section = total.section and k.since <= $2 and k.until > $2
		  join host h on h.id = m.host_id
	),
	whole as (select product, statistic, sum(amount) as amount from amount group by 1, 2),
	largest as (
		select distinct on (n.day, n.network, n.product) n.day, n.network, n.product, a.statistic,
		       round(a.amount / w.amount, 6)::float as share
		  from newcomer_host n join amount a on a.host_id = n.id
		  join whole w on w.product = a.product and w.statistic = a.statistic and w.amount > 0
		 order by n.day, n.network, n.product, a.amount / w.amount desc, a.statistic
	)
	select n.day, n.network, n.product, count(*) as hosts, count(*) filter (where n.quarantined) as quarantined,
	       count(*) filter (where n.active) as active,
	       coalesce((select hosts from active a where a.product = n.product), 0) as "activeOfAll",
	       coalesce((select labels from brought b
	                  where b.day = n.day and b.product = n.product and b.network is not distinct from n.network), '{}') as "newLabels",
	       (select json_build_object('statistic', l.statistic, 'share', l.share) from largest l
	         where l.day = n.day and l.product = n.product and l.network is not distinct from n.network) as largest
	  from newcomer_host n
	 group by n.day, n.network, n.product
	 order by n.day desc, count(*) desc, n.network, n.product`;
