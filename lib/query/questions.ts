/** Questions about the hosts of a statistic: what an address asks, and the answer as data files and pages have it. */
import type { questions } from "#lib/address/addresses";
import type { ComparedSide } from "#lib/address/links";
import { badValue, quoted, type Values } from "#lib/address/query";
import { type Day, later, plusDays } from "#lib/day";
import type { Language } from "#lib/language";
import { Problem } from "#lib/problem";
import { type Product, products } from "#lib/product";
import { changeBetween, shareOfCounts, shareOfRow } from "#lib/questions/differences";
import { inPercent, twoDecimals, wilson } from "#lib/questions/intervals";
import type { Flow } from "#lib/questions/suppression";
import type { Cross, Moves } from "#lib/schemas/questions";
import { inUnit, percentOf } from "#lib/series/amounts";
import type { Comparison } from "#lib/series/comparison";
import { byTotal, type Distribution, describe } from "#lib/series/distribution";
import country from "#lib/statistics/country";
import hostVendor from "#lib/statistics/host-vendor";
import { statisticBySlug } from "#lib/statistics/index";
import { isNamed, labelOf } from "#lib/statistics/labels";
import openvzRelease from "#lib/statistics/openvz-release";
import { canCompare, hasShares, reasonNotToCross } from "#lib/statistics/questions";
import {
	isAcrossProducts,
	isObserved,
	isSentBy,
	type ObservedStatistic,
	publishedProduct,
	type Statistic,
	type WindowStatistic,
} from "#lib/statistics/statistic";
import { bucketLabels, bucketOccurs, observedRowsOn, type Published } from "#lib/store/daily-rows";
import {
	bucketsWithHosts,
	type CountedStatistic,
	changesBy,
	crossed,
	hostMoves,
	isDenied,
	returnDays,
	returnsBefore,
	rowsWithSums,
	type SummedRow,
} from "#lib/store/questions";
import { notPublished, publishedRange, type Subject } from "./request";

type ValuesOf<Q extends keyof typeof questions> = Values<(typeof questions)[Q]>;

/** Throws a `Problem` (404) for statistics over all reports, and for those of one number unless they are wanted. */
export function assertAnswers(
	statistic: Statistic,
	oneNumber: "with one number" | "without" = "without",
): asserts statistic is WindowStatistic {
	if (statistic.over === "window" && (oneNumber === "with one number" || hasShares(statistic))) return;
	throw noQuestion(`${statistic.slug} has no answer to this: it is one number, or it is not about the hosts of a day.`);
}

/** Throws a `Problem` (404) for statistics without shares. */
export function assertCompares(statistic: Statistic): asserts statistic is WindowStatistic | ObservedStatistic {
	if (!canCompare(statistic)) throw noQuestion(`${statistic.slug} has no shares that could be compared.`);
}

const noQuestion = (detail: string) => new Problem(404, "No such question", detail);

/** Throws a `Problem` (404) if the bucket is unknown, or kept away by the operator. */
export async function assertBucket(statistic: Statistic, bucket: string): Promise<void> {
	const isKnown = isNamed(statistic, bucket) || (await bucketOccurs(statistic.slug, bucket));
	if (isKnown && !(await isDenied(statistic.slug, bucket))) return;
	throw new Problem(404, "Unknown bucket", `${quoted(bucket)} is no bucket of ${statistic.slug}.`);
}

function assertDays(published: Published | null, ...days: readonly Day[]): void {
	const range = publishedRange(published);
	const missing = days.find((day) => day < range.from || day > range.to);
	if (missing) throw notPublished(missing, range);
}

export function countedAs(statistic: WindowStatistic, product: Product): CountedStatistic {
	return {
		statistic: statistic.slug,
		section: statistic.section,
		product: publishedProduct(statistic, product),
		isClosedList: statistic.threshold === 1,
		countsHosts: statistic.unit === "hosts",
	};
}

export async function labelsOf(statistic: Statistic, language: Language): Promise<(bucket: string) => string> {
	const stored = (await bucketLabels([statistic.slug])).get(statistic.slug);
	return (bucket) => labelOf(statistic, bucket, language, stored);
}

/** A year ago other hosts were known. */
export const yearDays = 365;
const monthDays = 30;

type Side = ComparedSide;

/** The sides in the address of a page, like `2026-11-21:legacy`. */
export function sidesIn({ a, b }: { a: string | null; b: string | null }) {
	const [ofA, ofB] = [sideIn(a), sideIn(b)];
	return { a: ofA.day, b: ofB.day, aProduct: ofA.product, bProduct: ofB.product };
}

function sideIn(text: string | null): { day: Day | null; product: Product | null } {
	const [day = "", name] = (text ?? "").split(":");
	return { day: (day || null) as Day | null, product: products.find((product) => product === name) ?? null };
}

/** The two sides that an address compares. By default the later day is the view's, and the earlier one a year before it. */
export function comparedSides(
	{ statistic, product }: Subject,
	values: Omit<ValuesOf<"compare">, "product" | "lang">,
	published: Published | null,
): { a: Side; b: Side } {
	const range = publishedRange(published);
	const [ofA, ofB] = [values.aProduct ?? product, values.bProduct ?? product];
	for (const one of [ofA, ofB])
		if (!isSentBy(statistic, one))
			throw new Problem(404, "Not sent by this product", `Hosts of ${one} do not report ${statistic.slug}.`);
	const dayOfB = values.b ?? values.date ?? range.to;
	const dayOfA = values.a ?? (ofA === ofB ? later(plusDays(dayOfB, -yearDays), range.from) : dayOfB);
	assertDays(published, dayOfA, dayOfB);
	return { a: { product: ofA, day: dayOfA }, b: { product: ofB, day: dayOfB } };
}

export async function readComparison(
	statistic: Statistic,
	{ a, b }: { a: Side; b: Side },
	language: Language,
): Promise<Comparison> {
	assertCompares(statistic);
	const [sideA, sideB, labelFor] = await Promise.all([
		readSide(statistic, a),
		readSide(statistic, b),
		labelsOf(statistic, language),
	]);
	const [presentA, presentB] = await Promise.all([
		mergedBuckets(statistic, a, sideA, sideB),
		mergedBuckets(statistic, b, sideB, sideA),
	]);
	const rows = [...new Set([...sideA.rows.keys(), ...sideB.rows.keys()])].map((bucket) => {
		const [ofA, ofB] = [rowOf(sideA, bucket, presentA), rowOf(sideB, bucket, presentB)];
		const points = ofA && ofB ? twoDecimals(percentIn(sideB, ofB) - percentIn(sideA, ofA)) : null;
		const [shareA, shareB] = [ofA && shareIn(statistic, sideA, ofA), ofB && shareIn(statistic, sideB, ofB)];
		return {
			bucket,
			label: labelFor(bucket),
			a: ofA && countsIn(statistic, sideA, ofA),
			b: ofB && countsIn(statistic, sideB, ofB),
			points,
			...changeBetween(shareA, shareB),
		};
	});
	return {
		statistic: describe(statistic, a.product, language).statistic,
		a: describedSide(statistic, a, sideA),
		b: describedSide(statistic, b, sideB),
		rows: rows.sort(byPoints),
	};
}

interface ReadSide {
	/** Of what was observed, the last observed day up to the one that was asked for. */
	day: Day;
	base: SummedRow;
	rows: ReadonlyMap<string, SummedRow>;
}

const nothing = { hosts: 0, total: 0, merged: null, squares: 0, products: 0 };

async function readSide(statistic: WindowStatistic | ObservedStatistic, { product, day }: Side): Promise<ReadSide> {
	const observed = isObserved(statistic) ? ((await observedRowsOn([statistic.slug], day))[0] ?? []) : null;
	const found: readonly SummedRow[] =
		observed?.map((row) => ({ ...row, squares: null, products: null })) ??
		(await rowsWithSums(countedAs(statistic as WindowStatistic, product), day));
	const rows = new Map(found.map((row) => [row.bucket, row]));
	const base = rows.get("") ?? { bucket: "", ...nothing };
	rows.delete("");
	return { day: observed?.[0]?.day ?? day, base, rows };
}

/** The distribution with the interval of each share, for data files. */
export async function withIntervals(
	{ statistic, product }: Pick<Subject, "statistic" | "product">,
	shown: Distribution,
): Promise<Distribution> {
	if (!hasShares(statistic)) return shown;
	const side = await readSide(statistic, { product, day: shown.date });
	const intervalOf = (bucket: string) => {
		const row = side.rows.get(bucket);
		const share = row && shareOfRow(statistic.unit, side.base, row);
		return share ? inPercent(wilson(share)) : null;
	};
	return { ...shown, rows: shown.rows.map((row) => ({ ...row, interval: intervalOf(row.bucket) })) };
}

/** Buckets that only the other side shows, and that this side may have merged: those in which it has hosts. */
async function mergedBuckets(
	statistic: WindowStatistic | ObservedStatistic,
	{ product, day }: Side,
	side: ReadSide,
	other: ReadSide,
): Promise<ReadonlySet<string>> {
	const missing = [...other.rows.keys()].filter((bucket) => !side.rows.has(bucket) && bucket !== "other");
	if (isObserved(statistic)) return new Set(statistic.threshold > 1 && side.rows.has("other") ? missing : []);
	if (missing.length === 0 || !side.rows.get("other")?.merged) return new Set();
	return bucketsWithHosts(countedAs(statistic, product), day, missing);
}

function rowOf({ rows }: ReadSide, bucket: string, merged: ReadonlySet<string>): SummedRow | null {
	return rows.get(bucket) ?? (merged.has(bucket) ? null : { bucket, ...nothing });
}

const shareIn = (statistic: Statistic, { base }: ReadSide, row: SummedRow) =>
	isObserved(statistic) ? shareOfCounts(base, row) : shareOfRow(statistic.unit, base, row);

const percentIn = ({ base }: ReadSide, row: SummedRow) => percentOf(row.total, base.total);

function countsIn(statistic: Statistic, side: ReadSide, row: SummedRow) {
	return {
		hosts: row.hosts,
		total: inUnit(row.total, statistic.unit),
		percent: percentIn(side, row),
	};
}

function describedSide(statistic: Statistic, { product }: Side, { day, base }: ReadSide): Comparison["a"] {
	return {
		product: publishedProduct(statistic, product),
		date: day,
		base: { hosts: base.hosts, total: inUnit(base.total, statistic.unit) },
	};
}

function byPoints(a: Comparison["rows"][number], b: Comparison["rows"][number]): number {
	const place = ({ bucket, points }: typeof a) => (bucket === "other" ? 2 : points === null ? 1 : 0);
	const size = ({ points }: typeof a) => Math.abs(points ?? 0);
	return place(a) - place(b) || size(b) - size(a) || (a.bucket < b.bucket ? -1 : 1);
}

/** The days between which an address asks why. */
export function movedDays(
	{ from, to, date }: Pick<ValuesOf<"why">, "from" | "to" | "date">,
	published: Published | null,
): { from: Day; to: Day } {
	const range = publishedRange(published);
	if (from && to && from > to) throw badValue("from", from, `is after to (${to})`);
	const last = to ?? date ?? range.to;
	const first = from ?? later(plusDays(last, -monthDays), range.from);
	assertDays(published, first, last);
	if (first > last) throw badValue("from", first, `is after to (${last})`);
	return { from: first, to: last };
}

/** What became of the hosts of a bucket, or without a bucket of all that are known. */
export async function readMoves(
	{ statistic, product, language }: Subject,
	{ from, to }: { from: Day; to: Day },
	bucket: string | null,
): Promise<Moves> {
	assertAnswers(statistic, "with one number");
	if (bucket) await assertBucket(statistic, bucket);
	const counted = countedAs(statistic, product);
	const [{ counts, amount, flows }, returns, labelFor] = await Promise.all([
		hostMoves(counted, from, to, bucket),
		returnsBefore(counted, to),
		labelsOf(statistic, language),
	]);
	const isTold = counts.start !== null && counts.end !== null;
	const by = isTold ? await readChangesBy({ statistic, product, language }, counted, { from, to }, bucket) : [];
	const { unit } = statistic;
	const inUnits = amount && {
		start: inUnit(amount.start, unit),
		grown: inUnit(amount.grown, unit),
		shrunk: inUnit(amount.shrunk, unit),
		end: inUnit(amount.end, unit),
	};
	const described = describe(statistic, product, language);
	return {
		statistic: described.statistic,
		product: described.product,
		from,
		to,
		bucket,
		label: bucket && labelFor(bucket),
		...counts,
		...(unit === "hosts" ? {} : { amount: inUnits }),
		flows: { to: labelled(flows.to, labelFor), from: labelled(flows.from, labelFor) },
		returns: returns && {
			days: returnDays,
			...returns,
			percent: percentOf(returns.returned, returns.silences),
			interval: inPercent(wilson({ share: returns.returned / returns.silences, size: returns.silences })),
		},
		by,
		...fewIn(Object.values(counts)),
	};
}

/** Where hosts are, what they run and who made them: what most often explains a change. A host is in one bucket of each. */
const explaining: readonly Statistic[] = [country, openvzRelease, hostVendor];

async function readChangesBy(
	{ statistic, product, language }: Subject,
	counted: CountedStatistic,
	{ from, to }: { from: Day; to: Day },
	bucket: string | null,
): Promise<Moves["by"]> {
	// Releases and makers are of one product.
	if (isAcrossProducts(statistic)) return [];
	const others = explaining.filter((one) => one.slug !== statistic.slug && isSentBy(one, product));
	const slugs = others.map(({ slug }) => slug);
	const [changes, labels] = await Promise.all([changesBy(counted, from, to, bucket, slugs), bucketLabels(slugs)]);
	return others.map((other) => ({
		statistic: describe(other, product, language).statistic,
		rows: (changes.get(other.slug) ?? []).map(({ bucket: own, start, end }) => ({
			bucket: own,
			label: labelOf(other, own, language, labels.get(other.slug)),
			start,
			end,
		})),
	}));
}

export const labelled = (flows: readonly Flow[], labelFor: (bucket: string) => string) =>
	flows.map(({ bucket, ...flow }) => ({ bucket, label: labelFor(bucket), ...flow }));

export const fewIn = (counts: readonly (number | null)[]): { few?: true } =>
	counts.includes(null) ? { few: true } : {};

/** The other statistic of a cross table. Throws a `Problem` (404) for pairs that make no sense. */
export function crossedWith({ statistic, product }: Subject, slug: string): WindowStatistic {
	assertAnswers(statistic);
	const other = statisticBySlug(slug);
	if (!other)
		throw new Problem(404, "Unknown statistic", `There is no statistic ${quoted(slug)}: /data/index.json lists them.`);
	assertAnswers(other);
	if (!isSentBy(other, product))
		throw new Problem(404, "Not sent by this product", `Hosts of ${product} do not report ${slug}.`);
	const reason = reasonNotToCross(statistic, other);
	if (reason) throw noQuestion(`${statistic.slug} by ${slug} would say nothing new: ${reason}.`);
	return other;
}

export async function readCross(
	{ statistic, product, language }: Subject,
	other: WindowStatistic,
	day: Day,
): Promise<Cross> {
	assertAnswers(statistic);
	const [{ hosts, cells }, labelA, labelB] = await Promise.all([
		crossed(countedAs(statistic, product), countedAs(other, product), day),
		labelsOf(statistic, language),
		labelsOf(other, language),
	]);
	const placeA = placesOf(statistic, cells, ({ a }) => a);
	const placeB = placesOf(other, cells, ({ b }) => b);
	const namesOf = (places: ReadonlyMap<string, number>, labelFor: (bucket: string) => string) =>
		Object.fromEntries([...places.keys()].map((bucket) => [bucket, labelFor(bucket)]));
	const place = (places: ReadonlyMap<string, number>, bucket: string) => places.get(bucket) ?? 0;
	return {
		statistic: describe(statistic, product, language).statistic,
		by: describe(other, product, language).statistic,
		product,
		date: day,
		base: { hosts },
		labels: { a: namesOf(placeA, labelA), b: namesOf(placeB, labelB) },
		rows: cells.sort((x, y) => place(placeA, x.a) - place(placeA, y.a) || place(placeB, x.b) - place(placeB, y.b)),
	};
}

/** Buckets in their natural order, else the largest first, `other` last. */
function placesOf<C extends { hosts: number }>(
	{ order }: Statistic,
	cells: readonly C[],
	bucketOf: (cell: C) => string,
): ReadonlyMap<string, number> {
	const totals = new Map<string, number>();
	for (const cell of cells) totals.set(bucketOf(cell), (totals.get(bucketOf(cell)) ?? 0) + cell.hosts);
	const natural = (bucket: string) => {
		const place = order?.indexOf(bucket) ?? -1;
		return place < 0 ? Number.POSITIVE_INFINITY : place;
	};
	const sorted = [...totals]
		.map(([bucket, total]) => ({ bucket, total }))
		.sort((a, b) => {
			const [x, y] = [natural(a.bucket), natural(b.bucket)];
			return x === y ? byTotal(a, b) : x - y;
		});
	return new Map(sorted.map(({ bucket }, place) => [bucket, place]));
}
