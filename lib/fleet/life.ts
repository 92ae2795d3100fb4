/**
 * The population: when each simulated host is installed, when it reports, and when it is taken out of service. At the end
 * of the history exactly as many hosts are active as asked for. Beyond it the same fleet goes on: nothing that a host did
 * before a day depends on how far beyond it the fleet is simulated.
 */
import { UTCDateMini } from "@date-fns/utc/date/mini";
import { eachMonthOfInterval } from "date-fns/eachMonthOfInterval";
import { type Product, windowDays } from "#lib/product";
import { between, type Draw, exponential, quotas, random } from "./chance";
import { dayMs, hourMs, instant, minuteMs, yearMs } from "./time";

export interface Life {
	product: Product;
	/** Key of the host's own streams of chance. */
	key: string;
	draw: Draw;
	installed: number;
	/** Whether it is active at the end of the history. */
	stays: boolean;
	/** Nothing is sent from here on. */
	until: number;
	/** Its own time of the week or month, in [0, 1). */
	phase: number;
}

/** Midnights: of the first day, after the last day of the history, and after the last day to simulate. */
export interface Span {
	start: number;
	end: number;
	through: number;
}

/** Assumptions: the fleet's growth and its departures, per year; the first day on which a host could be installed. */
const populations: Record<Product, { growth: number; departures: number; first: number }> = {
	openvz7: { growth: 0.37, departures: 0.2, first: instant("2016-07-26") },
	legacy: { growth: -0.35, departures: 0.43, first: instant("2009-06-01") },
};

/** All hosts of a product that send in the span, `active` of them still at the end of the history. */
export function lives(product: Product, active: number, span: Span, seed: number): Life[] {
	return [...stayingLives(product, active, span, seed), ...leavingLives(product, active, span, seed)].concat(
		newLives(product, active, span, seed),
	);
}

/**
 * Hosts in the order in which they come or go report at times that are spread evenly, whichever of them are there: by
 * chance, some weekdays would have more reports all the time, and each week of the history would show the same teeth.
 */
const phaseOf = (rank: number) => (rank * 0.6180339887498949) % 1;

/** Age of a host whose installation is that far back in a population that grows. */
function ageOf({ product, draw }: Pick<Life, "product" | "draw">, until: number): number {
	const { growth, departures, first } = populations[product];
	const arrivals = Math.max(0.02, growth + departures);
	const oldest = Math.max(0, (until - first) / yearMs);
	return exponential(draw("age") * (1 - Math.exp(-arrivals * oldest)), arrivals) * yearMs;
}

/** The talk prints these shares as numbers of hosts: they are rounded to whole ones. */
const inWholeHosts: ReadonlySet<string> = new Set(["country", "vms"]);

function stayingLives(product: Product, active: number, { end }: Span, seed: number): Life[] {
	const drawOf = quotas(active, seed, product, "stays");
	return Array.from({ length: active }, (_, i) => {
		const drawn = drawOf(i);
		const draw: Draw = (name) =>
			inWholeHosts.has(name) ? (Math.floor(drawn(name) * active) + 0.5) / active : drawn(name);
		const key = `${seed}/${product}/stays/${i}`;
		const aged = together(end - ageOf({ product, draw }, end), draw);
		// Whoever counts as active has had the time for a weekly report.
		const installed = product === "openvz7" ? Math.min(aged, end - 9 * dayMs) : Math.min(aged, end - minuteMs);
		const until = end + exponential(random(key, "departure")(), populations[product].departures) * yearMs;
		const phase = phaseOf(Math.floor(draw("age") * active));
		return { product, key, draw, installed, stays: true, until, phase };
	});
}

/** A host that left did so before the last window, or it would be active at the end. */
function leavingLives(product: Product, active: number, { start, end }: Span, seed: number): Life[] {
	const { growth, departures } = populations[product];
	const back = Math.max(0, (end - start) / yearMs);
	const nearest = Math.min(back, (windowDays[product] * dayMs) / yearMs);
	const weight = (years: number) => (1 - Math.exp(-growth * years)) / growth;
	const left = (u: number) => {
		const reached = weight(nearest) + u * (weight(back) - weight(nearest));
		return end + (Math.log(1 - growth * reached) / growth) * yearMs;
	};
	const leaving = Math.round(active * departures * (weight(back) - weight(nearest)));
	const drawOf = quotas(leaving, seed, product, "leaves");
	return Array.from({ length: leaving }, (_, i) => {
		const draw = drawOf(i);
		const until = left(draw("departure"));
		const installed = together(until - ageOf({ product, draw }, until), draw);
		const phase = phaseOf(Math.floor(draw("departure") * leaving));
		return { product, key: `${seed}/${product}/leaves/${i}`, draw, installed, stays: false, until, phase };
	});
}

/** Hosts that are installed after the end of the history, one after the other as the fleet grows. */
function newLives(product: Product, active: number, { end, through }: Span, seed: number): Life[] {
	const { growth, departures } = populations[product];
	const perYear = active * (growth + departures);
	const block = 100;
	const found: Life[] = [];
	for (let i = 0; perYear > 0; i++) {
		const key = `${seed}/${product}/new/${i}`;
		const next = random(key, "arrival");
		const reached = 1 + (growth * (i + next())) / perYear;
		const installed = end + (Math.log(reached) / growth) * yearMs;
		if (!(installed < through)) break;
		const draw = quotas(block, seed, product, "new", Math.floor(i / block))(i % block);
		const until = installed + exponential(next(), departures) * yearMs;
		found.push({ product, key, draw, installed, stays: false, until, phase: phaseOf(i) });
	}
	return found;
}

/** Some hosts are set up with others of their owner, in the same few days: a fleet does not grow evenly. */
function together(at: number, draw: Draw): number {
	const u = draw("owner");
	if (u > 0.16) return at;
	const every = 40 * dayMs;
	return Math.min(at, Math.floor(at / every) * every + (u / 0.16) * 5 * dayMs);
}

/** Spells in which the host sends nothing: its own, and those of the holidays when offices close. */
function silences({ key, draw, stays, product }: Life, { start, end, through }: Span): [from: number, until: number][] {
	const spells: [number, number][] = [];
	for (let year = new Date(start).getUTCFullYear(); instant(`${year}-01`) < through; year++) {
		const next = random(key, "silences", year);
		if (next() < 0.1) {
			const from = instant(`${year}-01`) + next() * yearMs;
			spells.push([from, from + (20 + next() * 60) * dayMs]);
		}
		if (draw("new year") < 0.15) {
			spells.push([instant(`${year - 1}-12-17`) + next() * 4 * dayMs, instant(`${year}-01-07`) + next() * 6 * dayMs]);
		}
		if (draw("summer") < 0.07) {
			spells.push([instant(`${year}-07-25`) + next() * 14 * dayMs, instant(`${year}-08-20`) + next() * 14 * dayMs]);
		}
	}
	const lastWindow = end - windowDays[product] * dayMs;
	return stays ? spells.filter(([from, until]) => until <= lastWindow || from >= end) : spells;
}

/** The instants of a host's reports in the span, in order. A host that stays has one in the last window of the history. */
function within(life: Life, span: Span, wanted: readonly number[]): number[] {
	const spells = silences(life, span);
	const isSilent = (at: number) => spells.some(([from, until]) => at >= from && at < until);
	const times = wanted.filter((at) => {
		return at >= span.start && at < span.through && at >= life.installed && at < life.until && !isSilent(at);
	});
	if (life.stays) {
		const lastWindow = Math.max(span.start, span.end - windowDays[life.product] * dayMs);
		const from = Math.max(lastWindow, life.installed);
		if (!times.some((at) => at >= lastWindow && at < span.end))
			times.push(from + Math.floor(random(life.key, "last window")() * (span.end - from)));
	}
	return times.map((at) => at - (at % 1000)).sort((a, b) => a - b);
}

/** OpenVZ 7 sends once a week, each host at its own time of the week, and now and then some hours late. */
export function weeklyReports(life: Life, span: Span): number[] {
	const week = 7 * dayMs;
	const phase = life.phase * week;
	const times: number[] = [];
	for (let number = Math.floor(span.start / week) - 1; number * week < span.through; number++) {
		const next = random(life.key, "week", number);
		const late = next() < 0.03 ? next() * 14 * hourMs : next() * 3 * hourMs;
		times.push(number * week + phase + late);
	}
	return within(life, span, times);
}

/**
 * The legacy reporter sends once a month, each host on its own day, at installation, and when its packages are updated.
 * @param updates instants at which the host installs a new kernel
 */
export function monthlyReports(life: Life, span: Span, updates: readonly number[]): number[] {
	const own = life.phase * 28 * dayMs;
	const times = [life.installed + 5 * minuteMs, ...updates.map((at) => at + 3 * minuteMs)];
	const days = { start: new UTCDateMini(span.start), end: new UTCDateMini(span.through - 1) };
	for (const month of eachMonthOfInterval(days)) {
		const next = random(life.key, "month", month.getTime());
		const late = next() < 0.7 ? 0 : between(next(), 1, 3) * dayMs;
		times.push(month.getTime() + own + late + next() * 40 * minuteMs);
	}
	return within(life, span, times);
}
