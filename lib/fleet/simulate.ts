/**
 * A simulated fleet of OpenVZ hosts, as the reports they send: archives in the formats of the real reporters, nothing
 * shared with what reads them. The same options give the same bytes. Its figures and assumptions: SOURCES.md.
 */
import { type Day, plusDays, startOf } from "#lib/day";
import type { Product } from "#lib/product";
import { random, weighted } from "./chance";
import { addressIn, type Country, countries } from "./countries";
import { legacyReports } from "./legacy/reports";
import { kernelUpdates } from "./legacy/systems";
import { type Life, lives, monthlyReports, type Span, weeklyReports } from "./life";
import { openvz7Reports } from "./openvz7/reports";

export interface FleetOptions {
	/** OpenVZ 7 hosts that are active at the end. */
	hosts: number;
	/** The same of the legacy reporter. */
	legacyHosts: number;
	/** Days of history, the last one included. */
	days: number;
	seed: number;
	/** The last day of the history. */
	end: Day;
}

/**
 * Days of the same fleet, which goes on after the end of its history. What it sends on a day is the same in every part
 * that holds the day.
 */
export interface Part {
	from: Day;
	through: Day;
}

export interface SimulatedReport {
	product: Product;
	/** As the host sends it. */
	uuid: string;
	receivedAt: Date;
	/** Empty where the address is not known. */
	ip: string;
	/** The gzipped tar. */
	archive: Buffer;
}

export interface PlannedHost {
	life: Life;
	country: Country;
	/** Since the beginning of the history. */
	times: number[];
}

export interface FleetPlan {
	/** The hosts that report in the part. */
	hosts: PlannedHost[];
	/** Reports before this instant have been sent. */
	from: number;
	/** About as many reports as there will be: clones add a few. */
	reports: number;
}

/** Who lives, where, and when they report; of a part of the fleet's days, or of its whole history. */
export function planFleet(options: FleetOptions, part?: Part): FleetPlan {
	const after = (day: Day) => startOf(plusDays(day, 1)).getTime();
	const end = after(options.end);
	const through = part ? after(part.through) : end;
	const span: Span = { start: startOf(plusDays(options.end, 1 - options.days)).getTime(), end, through };
	const from = part ? startOf(part.from).getTime() : span.start;
	const shares = countries.map((country) => [country, country.share] as const);
	const plan = (life: Life): PlannedHost => {
		const country = weighted(life.draw("country"), shares);
		// A third of the servers have their clock on UTC, wherever they are.
		const clock = life.draw("utc") < 0.34 ? { timezone: "UTC", offsetHours: 0 } : {};
		const isLegacy = life.product === "legacy";
		const times = isLegacy ? monthlyReports(life, span, kernelUpdates(life)) : weeklyReports(life, span);
		return { life, country: { ...country, ...clock }, times };
	};
	const hosts = [
		...lives("openvz7", options.hosts, span, options.seed),
		...lives("legacy", options.legacyHosts, span, options.seed),
	]
		.map(plan)
		.filter(({ times }) => times.some((at) => at >= from));
	const reports = hosts.reduce((sum, { times }) => sum + times.filter((at) => at >= from).length, 0);
	return { hosts, from, reports };
}

/** The reports of the planned hosts, one host after the other, each in order of time. */
export function* simulateFleet({ hosts, from }: FleetPlan): Generator<SimulatedReport> {
	for (const { life, country, times } of hosts) {
		const { product, key } = life;
		const ip = addressIn(country, random(key, "address"));
		const sent = product === "openvz7" ? openvz7Reports(life, times, country, from) : legacyReports(life, times, from);
		for (const { at, uuid, archive } of sent) yield { product, uuid, receivedAt: new Date(at), ip, archive };
	}
}
