/**
 * The population: when each simulated host was installed, when it is taken out of service, and when it falls silent.
 * Hosts that stay are active at the end and as many as asked for; hosts that leave were active at some time before.
 */
import { type Product, windowDays } from "#lib/product";
import { exponential, type Random } from "./random";
import { type Draw, strata } from "./strata";
import { dayMs, instant, yearMs } from "./time";

export interface Life {
	product: Product;
	/** Key of the host's own streams of chance. */
	key: string;
	draw: Draw;
	installed: number;
	/** Whether it is active at the end. */
	stays: boolean;
	/** Nothing is sent from here on: the end of the simulation for hosts that stay. */
	until: number;
}

/** The span of days that is simulated: from `start` until `end`, both midnights. */
export interface Span {
	start: number;
	end: number;
}

/** Assumptions: the fleet's growth and its departures, per year; the first day on which a host could be installed. */
const populations: Record<Product, { growth: number; departures: number; first: number }> = {
	openvz7: { growth: 0.37, departures: 0.2, first: instant("2016-07-26") },
	legacy: { growth: -0.35, departures: 0.43, first: instant("2009-06-01") },
};

/** Age of a host of a population with this rate of arrivals, not more than `oldest`. */
function age(u: number, arrivals: number, oldest: number): number {
	const reached = 1 - Math.exp(-arrivals * oldest);
	return exponential(u * reached, arrivals);
}

/** All hosts of a product that send in the span, `active` of them still at its end. */
export function lives(product: Product, active: number, span: Span, seed: number): Life[] {
	const { growth, departures, first } = populations[product];
	const window = windowDays[product] * dayMs;
	const arrivals = Math.max(0.02, growth + departures);
	const live = (stays: boolean, index: number, draw: Draw, until: number): Life => {
		const oldest = Math.max(0, (until - first) / yearMs);
		const aged = until - age(draw("age"), arrivals, oldest) * yearMs;
		// Whoever counts as active has had the time for a weekly report.
		const installed = stays && product === "openvz7" ? Math.min(aged, until - 9 * dayMs) : aged;
		return { product, key: `${seed}/${product}/${stays ? "stays" : "leaves"}/${index}`, draw, installed, stays, until };
	};

	// A host that leaves did so before the last window, or it would be active at the end.
	const back = Math.max(0, (span.end - span.start) / yearMs);
	const nearest = Math.min(back, window / yearMs);
	const weight = (years: number) => (1 - Math.exp(-growth * years)) / growth;
	const leaving = Math.round(active * departures * (weight(back) - weight(nearest)));
	const left = (u: number) => {
		const reached = weight(nearest) + u * (weight(back) - weight(nearest));
		return span.end - (-Math.log(1 - growth * reached) / growth) * yearMs;
	};

	const staying = strata(active, seed, product, "stays");
	const gone = strata(leaving, seed, product, "leaves");
	return [
		...Array.from({ length: active }, (_, i) => live(true, i, staying(i), span.end)),
		...Array.from({ length: leaving }, (_, i) => live(false, i, gone(i), left(gone(i)("departure")))),
	];
}

/** Spells in which the host sends nothing: its own, and those of the holidays when offices close. */
export function silences(life: Life, span: Span, next: Random): [from: number, until: number][] {
	const spells: [number, number][] = [];
	if (life.draw("lapse") < 0.12) {
		const from = span.start + next() * (span.end - span.start);
		spells.push([from, from + (20 + next() * 60) * dayMs]);
	}
	for (let year = new Date(span.start).getUTCFullYear(); instant(`${year}-01`) < span.end; year++) {
		if (life.draw("new year") < 0.15) {
			spells.push([instant(`${year - 1}-12-17`) + next() * 4 * dayMs, instant(`${year}-01-07`) + next() * 6 * dayMs]);
		}
		if (life.draw("summer") < 0.07) {
			spells.push([instant(`${year}-07-25`) + next() * 14 * dayMs, instant(`${year}-08-20`) + next() * 14 * dayMs]);
		}
	}
	const lastWindow = span.end - windowDays[life.product] * dayMs;
	return life.stays ? spells.filter(([, until]) => until <= lastWindow) : spells;
}
