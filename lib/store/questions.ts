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
const knownOn = (day: string, section = "$3") => `
	select k.host_id, h.product, h.first_day from known_span k join counted_host h on h.id = k.host_id
	 where $1 in (h.product, 'all') and k.section = ${section} and k.since <= ${day} and k.until > ${day}`;

const holdsOn = (day: string) => `m.since <= ${day} and (m.until is null or m.until > ${day})`;

/** The buckets that are shown on a day. */
const shownOn = (day: string, statistic: string) => `
	select statistic, bucket from daily_row d where product = $1 and statistic = ${statistic} and day = ${day} and bucket <> ''
	   and not exists (select from denied_label l where l.statistic = d.statistic and l.bucket = d.bucket)`;

/** Each membership of a day, with its own bucket and the one in which it is shown: several may be shown in `other`. */
const heldOn = (day: string, statistic = "$2") => `
	select m.host_id, m.bucket as own, coalesce(s.bucket, 'other') as bucket, m.amount
	  from membership m left join (${shownOn(day, statistic)}) s on s.bucket = m.bucket
	 where m.statistic = ${statistic} and m.bucket <> '' and ${holdsOn(day)}`;

const isInside = (bucket: string) => `(own = ${bucket} or (${bucket} = 'other' and bucket = 'other'))`;

/** The amount of a known host in the base of the statistic. Its last membership up to the day is one step of the index. */
const baseAmountOn = (day: string, host: string) => `
	left join lateral (
		select amount, until from membership m
		 where m.host_id = ${host} and m.statistic = $2 and m.bucket = '' and m.since <= ${day}
		 order by m.since desc limit 1
	) m on m.until is null or m.until > ${day}`;

/** Hosts in the bucket, each with its amount; without a bucket all that are known, with their amounts in the base. */
const insideOn = (side: "a" | "b", day: string, bucket: string) => `
	select host_id, sum(amount) as amount from held_${side} join known_${side} using (host_id)
	 where ${isInside(bucket)} group by host_id
	union all
	select k.host_id, coalesce(m.amount, 0) from known_${side} k ${baseAmountOn(day, "k.host_id")}
	 where ${bucket}::text is null`;

/** The same without their amounts. */
const hostsInsideOn = (side: "a" | "b", bucket: string) => `
	select distinct host_id from held_${side} join known_${side} using (host_id) where ${isInside(bucket)}
	union all
	select host_id from known_${side} where ${bucket}::text is null`;

/** What is known and held on two days, $4 and $5; $6 is the bucket or null. */
const onBothDays = `
	with known_a as materialized (${knownOn("$4::date")}),
	known_b as materialized (${knownOn("$5::date")}),
	held_a as materialized (${heldOn("$4::date")}),
	held_b as materialized (${heldOn("$5::date")})`;

const moves = `${onBothDays},
	in_a as materialized (${insideOn("a", "$4::date", "$6")}),
	in_b as materialized (${insideOn("b", "$5::date", "$6")}),
	moved as materialized (
		select host_id, a.amount as amount_a, b.amount as amount_b,
		       case when a.host_id is not null and b.host_id is not null then 'stayed'
		            when b.host_id is null and kb.host_id is null then 'silent'
		            when b.host_id is null then 'switchedFrom'
		            when kb.first_day > $4::date then 'new'
		            when ka.host_id is null then 'returned'
		            else 'switchedTo' end as move
		  from in_a a full join in_b b using (host_id)
		  left join known_a ka using (host_id)
		  left join known_b kb using (host_id)
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
		`${moves}
		 select (select count(*) from in_a) as start, (select count(*) from in_b) as end,
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
	const counted = (side: "a" | "b", day: string, name: string) => `
		select statistic, coalesce(d.bucket, 'other') as bucket, '${name}' as side
		  from (${hostsInsideOn(side, "$6")}) inside cross join unnest($7::text[]) statistic
		  left join (
			select m.host_id, m.statistic, min(coalesce(s.bucket, 'other')) as bucket
			  from membership m left join (${shownOn(day, "any($7::text[])")}) s using (statistic, bucket)
			 where m.statistic = any($7::text[]) and m.bucket <> '' and ${holdsOn(day)}
			 group by m.host_id, m.statistic
		  ) d using (host_id, statistic)`;
	const rows = await rowsOf(
		store().pool,
		z.object({ statistic: z.string(), bucket: z.string(), start: count, end: count }),
		`${onBothDays}
		 select statistic, bucket, count(*) filter (where side = 'start') as start, count(*) filter (where side = 'end') as end
		   from (${counted("a", "$4::date", "start")} union all ${counted("b", "$5::date", "end")}) counted
		  group by statistic, bucket order by statistic, bucket`,
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

/** By the bucket of the other day, as JSON. A host in several of few hosts counts once in `other`. */
function flowsFor(move: "switchedFrom" | "switchedTo"): string {
	const other = move === "switchedFrom" ? "held_b" : "held_a";
	return `(
		select coalesce(json_agg(flow order by bucket = 'other', hosts desc, bucket), '[]')
		  from (
			select bucket, count(distinct host_id) as hosts
			  from (
				select host_id, case when count(*) over (partition by f.bucket) < ${hostsMin} then 'other' else f.bucket end as bucket
				  from moved join (select distinct host_id, bucket from ${other}) f using (host_id)
				 where move = '${move}'
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
		`with known_a as materialized (${knownOn("$4::date")}),
		 held_a as materialized (${heldOn("$4::date")}),
		 in_a as materialized (${insideOn("a", "$4::date", "$5")})
		 select product, count(a.host_id) as hosts, count(*) as base
		   from known_a left join in_a a using (host_id) group by product`,
		[...parametersOf(subject), day, bucket],
	);
	return new Map(rows.map(({ product, hosts, base }) => [product, { hosts: toldOf(subject, hosts), base }]));
}

/**
 * Hosts that have nothing else: all their units of the day are in the bucket, or, where hosts are counted, they are in no
 * other bucket. `null`: few.
 */
export async function hostsOnlyIn(subject: CountedStatistic, day: Day, bucket: string): Promise<number | null> {
	const [found] = await rowsOf(
		store().pool,
		z.object({ hosts: count }),
		`with known_a as materialized (${knownOn("$4::date")}),
		 held as (
			select host_id, bool_and(${isInside("$5")}) as alone, bool_or(${isInside("$5")}) as inside,
			       coalesce(sum(amount) filter (where ${isInside("$5")}), 0) as amount
			  from (${heldOn("$4::date")}) held_a join known_a using (host_id) group by host_id
		 )
		 select count(*) as hosts from held ${baseAmountOn("$4::date", "held.host_id")}
		  where inside and case when $6 then alone else held.amount = coalesce(m.amount, 0) end`,
		[...parametersOf(subject), day, bucket, subject.countsHosts],
	);
	return toldOf(subject, found?.hosts ?? 0);
}

const toldOf = ({ isClosedList }: CountedStatistic, hosts: number) => (isClosedList || !isFew(hosts) ? hosts : null);

const cellRow = z.object({ a: z.string(), b: z.string(), hosts: count });
export type Cell = z.infer<typeof cellRow>;

/** The hosts in a bucket of one statistic and a bucket of the other, of those that are known for both. */
export async function crossed(
	one: CountedStatistic,
	other: CountedStatistic,
	day: Day,
): Promise<{ hosts: number; cells: Cell[] }> {
	// Millions of pairs would take seconds to count one by one. The hosts of a bucket are a string of bits, one for each known
	// host, and a pair of buckets is the bits that both have.
	const bitsOf = (statistic: string) => `
		select bucket, bit_or(set_bit(zeros, place, 1)) as bits
		  from (${heldOn("$6::date", statistic)}) held join known using (host_id), zero group by bucket`;
	const rows = await rowsOf(
		store().pool,
		cellRow,
		`with known as materialized (
			select host_id, (row_number() over ())::int - 1 as place
			  from (${knownOn("$6::date")}) k join (${knownOn("$6::date", "$5")}) l using (host_id)
		 ),
		 zero as materialized (select repeat('0', count(*)::int)::varbit as zeros from known),
		 one as materialized (${bitsOf("$2")}),
		 other as materialized (${bitsOf("$4")}),
		 cell as materialized (
			select one.bucket as a, other.bucket as b, one.bits & other.bits as shared, bit_count(one.bits & other.bits) as hosts
			  from one cross join other
		 )
		 select '' as a, '' as b, count(*) as hosts from known
		 union all
		 select a, b, hosts from cell where hosts >= ${hostsMin} and b <> 'other'
		 union all
		 select a, 'other', bit_count(bit_or(shared)) from cell where hosts > 0 and (hosts < ${hostsMin} or b = 'other') group by a
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
