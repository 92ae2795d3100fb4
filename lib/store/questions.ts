/**
 * Answers to questions about single hosts: who came, left and switched between two days, and which hosts are in two buckets.
 * They are read from the memberships; only counts leave this file, and none of few hosts. A bucket that is not published on a
 * day, or that the operator denied, is part of `other` there.
 */
import { z } from "zod";
import { type Day, plusDays } from "#lib/day";
import type { SectionName } from "#lib/facts/sections";
import { type Product, type PublishedProduct, products } from "#lib/product";
import {
	type Change,
	changesWithoutFew,
	type Flow,
	flowsWithoutFew,
	hostsMin,
	isFew,
	withoutFew,
} from "#lib/questions/suppression";
import { store } from "./client";
import { count, rowsOf } from "./sql";

/** A statistic over the window, as its rows are published. */
export interface CountedStatistic {
	statistic: string;
	section: SectionName;
	product: PublishedProduct;
	/** Its buckets are published however few hosts are in them. */
	isClosedList: boolean;
	/** It counts hosts, not units of theirs. */
	countsHosts: boolean;
}

const parametersOf = ({ product, statistic, section }: CountedStatistic) => [product, statistic, section];

/** In all statements: $1 is the product, $2 the statistic, $3 its section. */
const holdsOn = (day: string, span = "m") =>
	`(${span}.since <= ${day} and (${span}.until is null or ${span}.until > ${day}))`;

const knownOn = (day: string, section = "$3") => `
	select k.host_id, h.product from known_span k join counted_host h on h.id = k.host_id
	 where $1 in (h.product, 'all') and k.section = ${section} and ${holdsOn(day, "k")}`;

/** The buckets that are shown on a day. */
const shownOn = (day: string, statistic = "$2") => `
	select statistic, bucket from daily_row d where product = $1 and statistic = ${statistic} and day = ${day} and bucket <> ''
	   and not exists (select from denied_label l where l.statistic = d.statistic and l.bucket = d.bucket)`;

/** In one bucket of a statistic, `other` among them: its index finds the memberships of any other bucket. */
const isIn = (bucket: string, parameter: string) =>
	`m.statistic = $2 and ${bucket === "other" ? `${parameter}::text = 'other' and m.bucket <> ''` : `m.bucket = ${parameter}`}`;

/** Whether a membership of the bucket is shown in it on a day: in `other` is all that has no row of its own. */
const isShownIn = (bucket: string, day: string) =>
	bucket === "other" ? `(m.bucket = 'other' or m.bucket not in (select bucket from (${shownOn(day)}) s))` : "true";

/** Hosts in the bucket on a day, each with its amount. */
const insideOn = (bucket: string, day: string) => `
	select m.host_id, k.product, sum(m.amount) as amount from membership m join (${knownOn(day)}) k using (host_id)
	 where ${isIn(bucket, "$5")} and ${holdsOn(day)} and ${isShownIn(bucket, day)} group by m.host_id, k.product`;

/** The first of two days is $4, the second $5. Reading both days at once takes half the time. */
const [dayA, dayB] = ["$4::date", "$5::date"];
const holdsOnEither = (span = "m") => `(${holdsOn(dayA, span)} or ${holdsOn(dayB, span)})`;

const knownOnEither = `
	select k.host_id, h.first_day, bool_or(${holdsOn(dayA, "k")}) as known_a, bool_or(${holdsOn(dayB, "k")}) as known_b
	  from known_span k join counted_host h on h.id = k.host_id
	 where $1 in (h.product, 'all') and k.section = $3 and ${holdsOnEither("k")}
	 group by k.host_id, h.first_day`;

/**
 * Hosts in the bucket on either day, each with its amounts; without a bucket all that are known, with their amounts in the
 * base. Where hosts are counted, the base has no amounts.
 */
function insideOnEither({ countsHosts }: CountedStatistic, bucket: string | null): string {
	if (bucket === null && countsHosts)
		return "select *, known_a as in_a, known_b as in_b, 0 as amount_a, 0 as amount_b from known";
	const on = (day: string) => `${holdsOn(day)} and ${bucket === null ? "true" : isShownIn(bucket, day)}`;
	const held = `
		select m.host_id, bool_or(${on(dayA)}) as held_a, bool_or(${on(dayB)}) as held_b,
		       sum(m.amount) filter (where ${on(dayA)}) as amount_a, sum(m.amount) filter (where ${on(dayB)}) as amount_b
		  from membership m
		 where ${bucket === null ? "m.statistic = $2 and m.bucket = ''" : isIn(bucket, "$6")} and ${holdsOnEither()}
		 group by m.host_id`;
	const isInside = (side: "a" | "b") => (bucket === null ? `known_${side}` : `known_${side} and held_${side}`);
	return `
		select known.*, ${isInside("a")} as in_a, ${isInside("b")} as in_b,
		       coalesce(amount_a, 0) as amount_a, coalesce(amount_b, 0) as amount_b
		  from known ${bucket === null ? "left join" : "join"} (${held}) held using (host_id)`;
}

/** Each host in the bucket, $6, on either day. `typed`: PostgreSQL must be told the types of parameters that nothing else names. */
const inside = (subject: CountedStatistic, bucket: string | null) => `
	with typed as (select $2::text, $6::text),
	known as materialized (${knownOnEither}),
	inside as materialized (select * from (${insideOnEither(subject, bucket)}) i where in_a or in_b)`;

const moved = `
	moved as materialized (
		select host_id, amount_a, amount_b,
		       case when in_a and in_b then 'stayed'
		            when in_a and not known_b then 'silent'
		            when in_a then 'switchedFrom'
		            when first_day > ${dayA} then 'new'
		            when not known_a then 'returned'
		            else 'switchedTo' end as move
		  from inside
	)`;

const moveCounts = z.object({
	start: count,
	end: count,
	stayed: count,
	new: count,
	returned: count,
	switchedTo: count,
	silent: count,
	switchedFrom: count,
});
type Move = keyof z.infer<typeof moveCounts>;

const flowRow = z.object({ bucket: z.string(), hosts: count });
const amounts = z.object({ amountStart: count, amountGrown: count, amountShrunk: count, amountEnd: count });

const sums = [
	{ whole: "start", parts: ["stayed", "silent", "switchedFrom"] },
	{ whole: "end", parts: ["stayed", "new", "returned", "switchedTo"] },
] as const;

export interface HostMoves {
	/** `null`: few hosts, or another count would tell that these are few. */
	counts: Record<Move, number | null>;
	/** Of the hosts that stayed, in the database's integer amounts; `null` where hosts are counted or few stayed. */
	amount: { start: number; grown: number; shrunk: number; end: number } | null;
	/** Where those that switched were on the other day: `to` for `switchedFrom`, `from` for `switchedTo`. */
	flows: { to: Flow[]; from: Flow[] };
}

/** What became of the hosts in a bucket from one day to a later one; without a bucket, of those in the base. */
export async function hostMoves(
	subject: CountedStatistic,
	from: Day,
	to: Day,
	bucket: string | null,
): Promise<HostMoves> {
	const parameters = [...parametersOf(subject), from, to, bucket];
	const of = (move: Move) => `count(*) filter (where move = '${move}') as "${move}"`;
	const [found] = await rowsOf(
		store().pool,
		moveCounts.extend(amounts.shape).extend({ flowsTo: z.array(flowRow), flowsFrom: z.array(flowRow) }),
		`${inside(subject, bucket)},${moved}
		 select (select count(*) from inside where in_a) as start, (select count(*) from inside where in_b) as end,
		        ${(["stayed", "new", "returned", "switchedTo", "silent", "switchedFrom"] as const).map(of).join(", ")},
		        ${(
							[
								["Start", "amount_a"],
								["Grown", "greatest(amount_b - amount_a, 0)"],
								["Shrunk", "greatest(amount_a - amount_b, 0)"],
								["End", "amount_b"],
							] as const
						)
							.map(
								([name, sum]) => `coalesce(sum(${sum}) filter (where move = 'stayed'), 0)::bigint as "amount${name}"`,
							)
							.join(", ")},
		        ${flowsFor("switchedFrom")} as "flowsTo", ${flowsFor("switchedTo")} as "flowsFrom"
		   from moved`,
		parameters,
	);
	if (!found) throw new Error("an aggregate without a row");
	const {
		amountStart: start,
		amountGrown: grown,
		amountShrunk: shrunk,
		amountEnd: end,
		flowsTo,
		flowsFrom,
		...exact
	} = found;
	const counts = subject.isClosedList ? exact : withoutFew<Move>(exact, sums);
	const told = (flows: z.infer<typeof flowRow>[], total: number | null) =>
		subject.isClosedList ? flows : flowsWithoutFew(flows, total);
	return {
		counts,
		amount: subject.countsHosts || counts.stayed === null ? null : { start, grown, shrunk, end },
		flows: { to: told(flowsTo, counts.switchedFrom), from: told(flowsFrom, counts.switchedTo) },
	};
}

/**
 * The hosts in a bucket on both days by each of some other statistics, of which a host is in one bucket at most, each day by
 * what it was on that day. Hosts of which nothing is known are in `other`.
 */
export async function changesBy(
	subject: CountedStatistic,
	from: Day,
	to: Day,
	bucket: string | null,
	others: readonly string[],
): Promise<Map<string, Change[]>> {
	const bucketOn = (day: string, shown: string) =>
		`min(coalesce(${shown}.bucket, 'other')) filter (where ${holdsOn(day)})`;
	const rows = await rowsOf(
		store().pool,
		z.object({ statistic: z.string(), bucket: z.string(), start: count, end: count }),
		`${inside(subject, bucket)},
		 held as (
			select m.host_id, m.statistic, ${bucketOn(dayA, "a")} as bucket_a, ${bucketOn(dayB, "b")} as bucket_b
			  from membership m
			  left join (${shownOn(dayA, "any($7::text[])")}) a using (statistic, bucket)
			  left join (${shownOn(dayB, "any($7::text[])")}) b using (statistic, bucket)
			 where m.statistic = any($7::text[]) and m.bucket <> '' and ${holdsOnEither()}
			 group by m.host_id, m.statistic
		 )
		 select statistic, bucket, count(*) filter (where side = 'a') as start, count(*) filter (where side = 'b') as end
		   from inside cross join unnest($7::text[]) statistic left join held using (host_id, statistic)
		        cross join lateral (values ('a', in_a, coalesce(bucket_a, 'other')), ('b', in_b, coalesce(bucket_b, 'other')))
		                           sides (side, is_inside, bucket)
		  where is_inside group by statistic, bucket order by statistic, bucket`,
		[...parametersOf(subject), from, to, bucket, others],
	);
	const changesOf = (one: string) =>
		rows.flatMap(({ statistic, ...change }): Change[] => (statistic === one ? [change] : []));
	return new Map(others.map((one) => [one, changesWithoutFew(changesOf(one))]));
}

/** Days after which a silent host counts as gone, and days before them from which the past is taken. */
export const returnDays = 60;
const pastDays = 365;
/** From fewer silences nothing can be told. */
const silencesMin = 20;

export interface Returns {
	/** The silences of the past: those that began on these days. */
	from: Day;
	to: Day;
	/** How many there were, and after how many of them the host reported again within `returnDays`. */
	silences: number;
	returned: number;
}

/**
 * How often silent hosts of the product came back by `day`: of all silences that began in a year and ended, or did not,
 * within `returnDays` of their beginning. `null`: too few to tell.
 */
export async function returnsBefore({ product, section }: CountedStatistic, day: Day): Promise<Returns | null> {
	const [to, from] = [plusDays(day, -returnDays), plusDays(day, -returnDays - pastDays)];
	const [found] = await rowsOf(
		store().pool,
		z.object({ silences: count, returned: count }),
		`select count(*) as silences,
		        count(*) filter (where exists (
					select from known_span later where later.host_id = k.host_id and later.section = k.section
					   and later.since > k.since and later.since <= k.until + $5::int)) as returned
		   from known_span k join counted_host h on h.id = k.host_id
		  where $1 in (h.product, 'all') and k.section = $2 and k.until > $3::date and k.until <= $4::date`,
		[product, section, from, to, returnDays],
	);
	const { silences, returned } = found ?? { silences: 0, returned: 0 };
	if (silences < silencesMin || isFew(returned) || isFew(silences - returned)) return null;
	return { from: plusDays(from, 1), to, silences, returned };
}

/**
 * By the bucket of the other day, as JSON. A host in several of few hosts counts once in `other`. `offset 0` keeps the
 * memberships of hosts that switched a few steps of the index each: all of the statistic are many.
 */
function flowsFor(move: "switchedFrom" | "switchedTo"): string {
	const day = move === "switchedFrom" ? dayB : dayA;
	return `(
		select coalesce(json_agg(flow order by bucket = 'other', hosts desc, bucket), '[]')
		  from (
			select bucket, count(distinct host_id) as hosts
			  from (
				select host_id, case when count(*) over (partition by f.bucket) < ${hostsMin} then 'other' else f.bucket end as bucket
				  from (
					select distinct moved.host_id, coalesce(s.bucket, 'other') as bucket
					  from moved cross join lateral (
						select m.bucket from membership m
						 where m.host_id = moved.host_id and m.statistic = $2 and m.bucket <> '' and ${holdsOn(day)} offset 0
					  ) m left join (${shownOn(day)}) s using (bucket)
					 where moved.move = '${move}'
				  ) f
			  ) merged
			 group by bucket
		  ) flow)`;
}

/** Hosts in a bucket of a product, and in its base. `null`: few. */
export interface HostShare {
	hosts: number | null;
	base: number;
}

/** The hosts in a bucket on a day, by product, of those in the base. */
export async function hostsIn(subject: CountedStatistic, day: Day, bucket: string): Promise<Map<Product, HostShare>> {
	const rows = await rowsOf(
		store().pool,
		z.object({ product: z.enum(products), hosts: count, base: count }),
		`select product, count(i.host_id) as hosts, count(*) as base
		   from (${knownOn("$4::date")}) k left join (${insideOn(bucket, "$4::date")}) i using (host_id, product)
		  group by product`,
		[...parametersOf(subject), day, bucket],
	);
	return new Map(rows.map(({ product, hosts, base }) => [product, { hosts: toldOf(subject, hosts), base }]));
}

/**
 * Hosts that have nothing else: all their units of the day are in the bucket, or, where hosts are counted, they are in no
 * other bucket. `null`: few.
 */
export async function hostsOnlyIn(subject: CountedStatistic, day: Day, bucket: string): Promise<number | null> {
	const day4 = "$4::date";
	const ofHost = `m.host_id = i.host_id and m.statistic = $2 and ${holdsOn(day4)}`;
	const isInOther = bucket === "other" ? isShownIn(bucket, day4) : "m.bucket = $5";
	const [found] = await rowsOf(
		store().pool,
		z.object({ hosts: count }),
		`select count(*) as hosts from (${insideOn(bucket, day4)}) i
		  where ${
				subject.countsHosts
					? `not exists (select from membership m where ${ofHost} and m.bucket <> '' and not ${isInOther})`
					: `i.amount = coalesce((select sum(m.amount) from membership m where ${ofHost} and m.bucket = ''), 0)`
			}`,
		[...parametersOf(subject), day, bucket],
	);
	return toldOf(subject, found?.hosts ?? 0);
}

const toldOf = ({ isClosedList }: CountedStatistic, hosts: number) => (isClosedList || !isFew(hosts) ? hosts : null);

/** In one string of bits. */
const bitsMax = 1024;

const cellRow = z.object({ a: z.string(), b: z.string(), hosts: count });
export type Cell = z.infer<typeof cellRow>;

/** The hosts in a bucket of one statistic and a bucket of the other, of those that are known for both. */
export async function crossed(
	one: CountedStatistic,
	other: CountedStatistic,
	day: Day,
): Promise<{ hosts: number; cells: Cell[] }> {
	// Millions of pairs would take seconds to count one by one. Each bucket has strings of bits, one bit for each known host,
	// and what two buckets share is the bits that both have. Short strings: each bit that is set copies its string.
	const rows = await rowsOf(
		store().pool,
		cellRow,
		`with known as materialized (
			select host_id, (row_number() over ())::int - 1 as place
			  from (${knownOn("$6::date")}) k join (${knownOn("$6::date", "$5")}) l using (host_id)
		 ),
		 bits as materialized (
			select m.statistic, coalesce(s.bucket, 'other') as bucket, place / ${bitsMax} as part,
			       bit_or(set_bit(repeat('0', ${bitsMax})::varbit, place % ${bitsMax}, 1)) as bits
			  from membership m join known using (host_id)
			  left join (${shownOn("$6::date", "any(array[$2, $4])")}) s using (statistic, bucket)
			 where m.statistic in ($2, $4) and m.bucket <> '' and ${holdsOn("$6::date")}
			 group by 1, 2, 3
		 ),
		 shared as materialized (
			select one.bucket as a, other.bucket as b, part, one.bits & other.bits as bits
			  from bits one join bits other using (part) where one.statistic = $2 and other.statistic = $4
		 ),
		 cell as materialized (select a, b, sum(bit_count(bits))::bigint as hosts from shared group by a, b)
		 select '' as a, '' as b, count(*) as hosts from known
		 union all
		 select a, b, hosts from cell where hosts >= ${hostsMin} and b <> 'other'
		 union all
		 select a, 'other', sum(hosts)::bigint
		   from (
			select a, bit_count(bit_or(bits)) as hosts from shared join cell using (a, b)
			 where hosts > 0 and (hosts < ${hostsMin} or b = 'other') group by a, part
		   ) merged group by a
		 order by 1, 2`,
		[...parametersOf(one), other.statistic, other.section, day],
	);
	return { hosts: rows.find(({ a }) => a === "")?.hosts ?? 0, cells: rows.filter(({ a }) => a !== "") };
}

/** Which of some buckets hosts of the product are in on a day, however few. For buckets that were merged there. */
export async function bucketsWithHosts(
	subject: CountedStatistic,
	day: Day,
	buckets: readonly string[],
): Promise<Set<string>> {
	const rows = await rowsOf(
		store().pool,
		z.object({ bucket: z.string() }),
		`with known_a as materialized (${knownOn("$4::date")})
		 select distinct m.bucket from membership m join known_a using (host_id)
		  where m.statistic = $2 and m.bucket = any($5) and ${holdsOn("$4::date")}`,
		[...parametersOf(subject), day, buckets],
	);
	return new Set(rows.map(({ bucket }) => bucket));
}

/** Whether the operator keeps the bucket out of everything that is published. */
export async function isDenied(statistic: string, bucket: string): Promise<boolean> {
	return (await store().prisma.deniedLabel.findFirst({ where: { statistic, bucket } })) !== null;
}

const summedRow = z.object({
	bucket: z.string(),
	hosts: count,
	total: count,
	merged: z.int().nullable(),
	/** For intervals of units; `null` where hosts are counted, or on days that were published without. */
	squares: z.number().nullable(),
	products: z.number().nullable(),
});
export type SummedRow = z.infer<typeof summedRow>;

/** The published rows of a day with the sums from which intervals are computed, the base (bucket `""`) among them. */
export async function rowsWithSums({ product, statistic }: CountedStatistic, day: Day): Promise<SummedRow[]> {
	return rowsOf(
		store().pool,
		summedRow,
		`select bucket, hosts, total, merged, squares, products from daily_row
		  where product = $1 and statistic = $2 and day = $3 order by bucket`,
		[product, statistic, day],
	);
}
