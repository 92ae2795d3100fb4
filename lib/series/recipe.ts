/** SQL with which anybody who has the database reproduces a statistic: from the published rows, and from the tables of hosts. */
import type { Day } from "#lib/day";
import type { Product } from "#lib/product";
import { isOneNumber, publishedProduct, type Statistic, type WindowStatistic } from "#lib/statistics/statistic";

export interface Recipe {
	rows: string;
	/** From the tables of hosts, or of observed days. */
	raw: string;
	/** `null` if the base is the number itself. */
	rawBase: string | null;
}

/** For PostgreSQL. Slugs, products and days come from this program, so they need no escaping. */
export function recipeOf(statistic: Statistic, product: Product, day: Day): Recipe {
	const rows = `select bucket, hosts, total, merged
  from daily_row
 where product = '${publishedProduct(statistic, product)}'
   and statistic = '${statistic.slug}' and day = '${day}'
 order by total desc, bucket;`;
	if (statistic.over === "observed") return { rows, raw: observedOf(statistic.slug, day), rawBase: null };
	if (statistic.over === "events") return { rows, raw: events[statistic.event](product, day), rawBase: null };
	if (statistic.over === "ever") return { rows, raw: everOf(statistic.slug, product, day), rawBase: null };
	const base = baseOf(statistic, product, day);
	if (isOneNumber(statistic)) return { rows, raw: base, rawBase: null };
	return { rows, raw: bucketsOf(statistic, product, day), rawBase: base };
}

const observedOf = (slug: string, day: Day) => `select nullif(bucket, '') as bucket, sum(total) as total
  from observed_day
 where statistic = '${slug}' and day = '${day}'
 group by bucket order by total desc, bucket;`;

const everOf = (slug: string, product: Product, day: Day) => `select count(*) as hosts, count(*) as total
  from membership m
  join counted_host h on h.id = m.host_id and h.product = '${product}'
 where m.statistic = '${slug}' and m.bucket = 'all' and m.since <= '${day}';`;

const hostsOf = (statistic: WindowStatistic, product: Product, key: string) =>
	`join counted_host h on h.id = ${key}${statistic.acrossProducts ? "" : ` and h.product = '${product}'`}`;

const knownOn = (section: string, day: Day) => `k.section = '${section}'
   and k.since <= '${day}' and k.until > '${day}'`;

const holdsOn = (day: Day) => `m.since <= '${day}' and (m.until is null or m.until > '${day}')`;

/** The unit of the tables' integer amounts, if it differs from the statistic's. */
const amountNotes: Partial<Record<Statistic["unit"], string>> = { GiB: "-- total in MiB\n", TB: "-- total in GB\n" };

function baseOf(statistic: WindowStatistic, product: Product, day: Day): string {
	const { section, slug, unit } = statistic;
	const isOfHosts = unit === "hosts";
	const amounts = `
  left join membership m on m.host_id = k.host_id and m.statistic = '${slug}'
   and m.bucket = '' and ${holdsOn(day)}`;
	return `${amountNotes[unit] ?? ""}select count(*) as hosts, ${isOfHosts ? "count(*)" : "coalesce(sum(m.amount), 0)"} as total
  from known_span k
  ${hostsOf(statistic, product, "k.host_id")}${isOfHosts ? "" : amounts}
 where ${knownOn(section, day)};`;
}

function bucketsOf(statistic: WindowStatistic, product: Product, day: Day): string {
	const { section, slug, threshold, unit } = statistic;
	const from = `  from membership m
  ${hostsOf(statistic, product, "m.host_id")}
  join known_span k on k.host_id = m.host_id
 where m.statistic = '${slug}' and m.bucket <> ''
   and ${holdsOn(day)}
   and ${knownOn(section, day)}`;
	const note = amountNotes[unit] ?? "";
	if (threshold === 1)
		return `${note}select m.bucket, count(*) as hosts, sum(m.amount) as total
${from}
 group by m.bucket order by total desc, m.bucket;`;
	return `${note}with counted as (
select m.bucket, m.host_id, m.amount
${from}
), shown as (
select bucket from counted
 group by bucket having count(*) >= ${threshold} or bucket = 'other'
)
select coalesce(s.bucket, 'other') as bucket,
       count(distinct c.host_id) as hosts, sum(c.amount) as total,
       nullif(count(distinct c.bucket) filter (where s.bucket is null), 0) as merged
  from counted c
  left join shown s on s.bucket = c.bucket
 group by 1 order by total desc, 1;`;
}

const reportsOf = (product: Product, condition: string) => `select count(distinct r.host_id) as hosts, count(*) as total
  from report r
  join counted_host h on h.id = r.host_id and h.product = '${product}'
 where ${condition};`;

const events = {
	"first-report": (product: Product, day: Day) => `select count(*) as hosts, count(*) as total
  from counted_host
 where product = '${product}' and first_day = '${day}';`,
	report: (product: Product, day: Day) => reportsOf(product, `r.day = '${day}'`),
	"report-so-far": (product: Product, day: Day) => reportsOf(product, `r.day <= '${day}'`),
};
