/** Counts of days, weeks and months, and which of them the files cover completely. */
import { type Day, dayOf, endOfPeriod, plusDays, startOfPeriod } from "#lib/day";
import { statisticBySlug } from "#lib/statistics/index";
import { isObserved, type ObservedStatistic } from "#lib/statistics/statistic";
import type { StatisticSlug } from "#lib/text/index";
import { PseudonymSet, type Pseudonyms, pseudonyms } from "./people";

/** A day of a statistic, as `lib/store/observed.ts` takes it. */
export interface CountedDay {
	day: Day;
	lines: number;
	total: number;
	buckets: ReadonlyMap<string, number>;
}

export interface CountedStatistic {
	statistic: StatisticSlug;
	/** Covered completely. */
	days: CountedDay[];
	/** At the beginning and the end of the files: covered in part only. */
	partial: CountedDay[];
}

export const msPerDay = 86_400_000;
/** Nothing of OpenVZ is older. */
const firstMs = Date.UTC(2005, 0, 1);

/** Whether a time can be true: after the beginning of OpenVZ, and at most a day ahead. */
export function isPlausible(ms: number, now: Date): boolean {
	return ms >= firstMs && ms < now.getTime() + msPerDay;
}

interface Sum {
	total: number;
	buckets: Map<string, number>;
}

export class Counts {
	/** Of this run: what is counted once is told apart by them. */
	readonly pseudonyms: Pseudonyms = pseudonyms();
	readonly #seen = new PseudonymSet();
	readonly #sums = new Map<string, Map<Day, Sum>>();
	readonly #lines = new Map<number, number>();
	#firstMs = Number.POSITIVE_INFINITY;
	#lastMs = Number.NEGATIVE_INFINITY;

	/** An entry of the files, whether it counts or not: the files reach from the first to the last of them. */
	seen(ms: number): void {
		if (ms < this.#firstMs) this.#firstMs = ms;
		if (ms > this.#lastMs) this.#lastMs = ms;
		const place = Math.floor(ms / msPerDay);
		this.#lines.set(place, (this.#lines.get(place) ?? 0) + 1);
	}

	add(statistic: StatisticSlug, ms: number, bucket: string, amount = 1): void {
		const sum = this.#sumOf(statistic, ms);
		sum.total += amount;
		sum.buckets.set(bucket, (sum.buckets.get(bucket) ?? 0) + amount);
	}

	/** Counts somebody once in a bucket, and once in all, of the day, week or month. */
	addPerson(statistic: StatisticSlug, ms: number, bucket: string, ...who: readonly string[]): void {
		const end = endAt(statistic, ms);
		const isNewIn = (part: string) => this.#seen.add(this.pseudonyms.of(statistic, end, part, ...who));
		const sum = this.#sumOf(statistic, ms);
		if (isNewIn("")) sum.total++;
		if (isNewIn(bucket)) sum.buckets.set(bucket, (sum.buckets.get(bucket) ?? 0) + 1);
	}

	/** Whether this is the first time that these parts are seen together. */
	isNew(...parts: readonly string[]): boolean {
		return this.#seen.add(this.pseudonyms.of(...parts));
	}

	/** Whether these parts were seen together. */
	has(...parts: readonly string[]): boolean {
		return this.#seen.has(this.pseudonyms.of(...parts));
	}

	/** The days of each statistic, those without an addition among them. */
	finish(statistics: readonly StatisticSlug[]): CountedStatistic[] {
		if (this.#lastMs < this.#firstMs) return statistics.map((statistic) => ({ statistic, days: [], partial: [] }));
		const [first, last] = [dayAt(this.#firstMs), dayAt(this.#lastMs)];
		return statistics.map((statistic) => {
			const { every, threshold } = observedStatistic(statistic);
			const sums = this.#sums.get(statistic) ?? new Map<Day, Sum>();
			const counted = periodsOf(first, last, every).map(({ from, to }) => {
				const { total, buckets } = sums.get(to) ?? { total: 0, buckets: new Map<string, number>() };
				const day = { day: to, lines: this.#linesOf(from, to), total, buckets: withoutFew(buckets, threshold) };
				return { day, isWhole: from > first && to < last };
			});
			return {
				statistic,
				days: counted.flatMap(({ day, isWhole }) => (isWhole ? [day] : [])),
				partial: counted.flatMap(({ day, isWhole }) => (isWhole ? [] : [day])),
			};
		});
	}

	#sumOf(statistic: StatisticSlug, ms: number): Sum {
		const end = endAt(statistic, ms);
		const byDay = this.#sums.get(statistic) ?? new Map<Day, Sum>();
		this.#sums.set(statistic, byDay);
		const sum = byDay.get(end) ?? { total: 0, buckets: new Map() };
		byDay.set(end, sum);
		return sum;
	}

	#linesOf(from: Day, to: Day): number {
		let sum = 0;
		for (let place = Date.parse(from) / msPerDay; place <= Date.parse(to) / msPerDay; place++)
			sum += this.#lines.get(place) ?? 0;
		return sum;
	}
}

/** Of every line of a log: a map is faster than a date. */
const days = new Map<number, Day>();

function dayAt(ms: number): Day {
	const place = Math.floor(ms / msPerDay);
	const known = days.get(place);
	if (known) return known;
	const day = dayOf(new Date(place * msPerDay));
	days.set(place, day);
	return day;
}

/** The last day of the period in which it counts. */
const ends = new Map<StatisticSlug, Map<number, Day>>();

function endAt(statistic: StatisticSlug, ms: number): Day {
	const own = ends.get(statistic) ?? new Map<number, Day>();
	ends.set(statistic, own);
	const place = Math.floor(ms / msPerDay);
	const end = own.get(place) ?? endOfPeriod(dayAt(ms), observedStatistic(statistic).every);
	own.set(place, end);
	return end;
}

/** Throws for a slug of another kind. */
export function observedStatistic(slug: StatisticSlug): ObservedStatistic {
	const statistic = statisticBySlug(slug);
	if (!statistic || !isObserved(statistic)) throw new Error(`${slug} is not observed`);
	return statistic;
}

function periodsOf(first: Day, last: Day, every: ObservedStatistic["every"]): { from: Day; to: Day }[] {
	const periods: { from: Day; to: Day }[] = [];
	for (let from = startOfPeriod(first, every); from <= last; ) {
		const to = endOfPeriod(from, every);
		periods.push({ from, to });
		from = plusDays(to, 1);
	}
	return periods;
}

/** Buckets with too few people are merged into `other` before anything is stored. */
function withoutFew(buckets: ReadonlyMap<string, number>, threshold: number): Map<string, number> {
	const merged = new Map<string, number>();
	for (const [bucket, amount] of [...buckets].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const into = amount < threshold ? "other" : bucket;
		merged.set(into, (merged.get(into) ?? 0) + amount);
	}
	return merged;
}
