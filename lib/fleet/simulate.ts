/**
 * A simulated fleet of OpenVZ hosts, as the reports they send: archives in the formats of the real reporters, nothing
 * shared with what reads them. The same options give the same bytes. Its figures and assumptions: SOURCES.md.
 */
import { type Day, startOf } from "#lib/day";
import type { Product } from "#lib/product";
import { networks } from "./addresses";
import { type Country, countries } from "./countries";
import { kernelUpdates, legacyReports } from "./legacy/reports";
import { type Life, lives, type Span } from "./life";
import { openvz7Reports } from "./openvz7/reports";
import { between, oneOf, pick, random } from "./random";
import { monthlyReports, weeklyReports } from "./schedule";
import { pack } from "./tar";
import { dayMs } from "./time";

export interface FleetOptions {
	/** OpenVZ 7 hosts that are active at the end. */
	hosts: number;
	/** The same of the legacy reporter. */
	legacyHosts: number;
	/** Days of history, the last one included. */
	days: number;
	seed: number;
	/** The last day. */
	end: Day;
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

interface PlannedHost {
	life: Life;
	country: Country;
	times: number[];
}

export interface FleetPlan {
	hosts: PlannedHost[];
	/** About as many reports as there will be: clones add a few. */
	reports: number;
}

function addressOf(life: Life, code: string): string {
	const next = random(life.key, "address");
	const last = between(next(), 1, 254);
	const known = networks[code];
	if (known) return `${oneOf(next(), known)}.${last}`;
	// Unknown senders: no address at all, or one that is not routed.
	return oneOf(next(), ["", `192.0.2.${last}`, `10.3.0.${last}`, `100.64.1.${last}`]);
}

/** Who lives, where, and when they report. */
export function planFleet(options: FleetOptions): FleetPlan {
	const end = startOf(options.end).getTime() + dayMs;
	const span: Span = { start: end - options.days * dayMs, end };
	const shares = countries.map((country) => [country, country.share] as const);
	const plan = (life: Life): PlannedHost => {
		const country = pick(life.draw("country"), shares);
		// A third of the servers have their clock on UTC, wherever they are.
		const clock = life.draw("utc") < 0.34 ? { timezone: "UTC", offsetHours: 0 } : country;
		const { timezone, offsetHours } = clock;
		const times =
			life.product === "openvz7"
				? weeklyReports(life, offsetHours, span)
				: monthlyReports(life, offsetHours, span, kernelUpdates(life));
		return { life, country: { ...country, timezone, offsetHours }, times };
	};
	const hosts = [
		...lives("openvz7", options.hosts, span, options.seed),
		...lives("legacy", options.legacyHosts, span, options.seed),
	]
		.map(plan)
		.filter(({ times }) => times.length > 0);
	return { hosts, reports: hosts.reduce((sum, { times }) => sum + times.length, 0) };
}

/** Archives that are compressed while the next ones are made. */
const ahead = 16;

/** The reports of the planned hosts, one host after the other, each in order of time. */
export async function* simulateFleet(plan: FleetPlan): AsyncGenerator<SimulatedReport> {
	const underWay: Promise<SimulatedReport>[] = [];
	for (const { life, country, times } of plan.hosts) {
		const ip = addressOf(life, country.code);
		const sent = life.product === "openvz7" ? openvz7Reports(life, times, country) : legacyReports(life, times);
		for (const { at, uuid, members } of sent) {
			const head = { product: life.product, uuid, receivedAt: new Date(at), ip };
			underWay.push(pack(members, at).then((archive) => ({ ...head, archive })));
			const oldest = underWay.length > ahead ? underWay.shift() : undefined;
			if (oldest) yield await oldest;
		}
	}
	for (const last of underWay) yield await last;
}
