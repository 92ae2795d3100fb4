/** How much of each total the largest host has on a day. */
import { z } from "zod";
import type { Day } from "#lib/day";
import type { SectionName } from "#lib/facts/sections";
import type { Product } from "#lib/product";
import { store } from "./client";
import { count, rowsOf } from "./sql";

const largestRow = z.object({ statistic: z.string(), hosts: count, largest: count, total: count });
/** In the database's integer amounts: see `amountsPerUnit`. */
export type LargestHost = z.infer<typeof largestRow>;

/**
 * Of each statistic that counts something else than hosts: how many hosts have an amount in its base on the day, the largest
 * of the amounts and their sum. A total of nothing has no row. It does not say which host that is.
 */
export async function largestHosts(
	product: Product,
	statistics: readonly { slug: string; section: SectionName }[],
	day: Day,
): Promise<LargestHost[]> {
	return rowsOf(
		store().pool,
		largestRow,
		`select m.statistic, count(*) as hosts, max(m.amount) as largest, sum(m.amount)::bigint as total
		   from unnest($2::text[], $3::text[]) as counted(statistic, section)
		   join membership m on m.statistic = counted.statistic and m.bucket = ''
		    and m.since <= $4 and (m.until is null or m.until > $4)
		   join counted_host h on h.id = m.host_id and h.product = $1
		   join known_span k on k.host_id = m.host_id and k.section = counted.section and k.since <= $4 and k.until > $4
		  group by m.statistic`,
		[product, statistics.map(({ slug }) => slug), statistics.map(({ section }) => section), day],
	);
}
