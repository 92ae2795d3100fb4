/**
 * The fleet of the talk of 2019 (SOURCES.md): on its last day, what is counted of it is what the slides print. The hosts of
 * OpenVZ 7 are those of any simulated fleet. The older ones are a quarter of a million, most of which went long ago: each
 * sends the report of one of some hundred machines, month after month, so that four million reports need a thousand archives.
 */
import { type Day, plusDays, startOf } from "#lib/day";
import { windowDays } from "#lib/product";
import { exponential, quotas, random, uuid, weighted } from "./chance";
import { addressIn, countries } from "./countries";
import { type Holds, legacyReports } from "./legacy/reports";
import { dayMs, yearMs } from "./time";

export interface TalkFigures {
	/** Hosts of OpenVZ 7 that are active on the last day, and the days of their history. */
	hosts: number;
	days: number;
	legacy: {
		/** By what they ever held. */
		hosts: Readonly<Record<Holds, number>>;
		/** Of them, those that are active on the last day. */
		active: number;
		reports: number;
		days: number;
		/** Machines that are installed in a year. */
		machines: number;
	};
}

const [total, withContainers, withRunning] = [262_938, 104_183, 90_676];
/** Of the slides, but days and machines. The shares of countries and of virtual machines are those of every fleet. */
export const talkFigures: TalkFigures = {
	hosts: 2372,
	days: 1158,
	legacy: {
		hosts: { running: withRunning, stopped: withContainers - withRunning, nothing: total - withContainers },
		active: 14_961,
		reports: 4_135_030,
		days: 2300,
		machines: 120,
	},
};

export interface TalkHost {
	uuid: string;
	ip: string;
	/** Place of its machine among all of them. */
	machine: number;
	/** The times of its reports (ms), in order. */
	times: number[];
}

/** A machine of which some hosts send the report. */
export interface TalkMachine {
	at: number;
	archive: Buffer;
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const monthMs = 30.4375 * dayMs;
/** Hosts that stay have been there longer than those that left. */
const staysLonger = 3;
/** When most hosts left: this share of the history before its end. */
const departuresPeak = 0.72;

interface Draft {
	holds: Holds;
	/** Before the end of the history (ms). */
	last: number;
	/** Decides how long it stays. */
	draw: number;
	/** How much longer it stays than others. */
	longer: number;
	/** Reports that fit into the history. */
	room: number;
	reports: number;
}

/** The legacy hosts, those of one machine together. */
export function* talkHosts({ legacy }: TalkFigures, end: Day, seed: number): Generator<TalkHost> {
	const endAt = startOf(plusDays(end, 1)).getTime();
	const years = Math.ceil((legacy.days * dayMs) / yearMs);
	const groups = machineGroups(legacy);
	const shares = countries.map((country) => [country, country.share] as const);
	const hosts = drafts(legacy, seed).map(({ holds, last, reports }, i) => {
		const next = random(seed, "talk", "host", i);
		const age = (last + (reports - 1) * monthMs) / yearMs;
		const year = Math.max(0, years - 1 - Math.floor(age));
		const { first, count } = groups[holds];
		const machine = year * legacy.machines + first + Math.floor(next() * count);
		return { last, reports, machine, next };
	});
	hosts.sort((a, b) => a.machine - b.machine);
	for (const { last, reports, machine, next } of hosts) {
		const times = Array.from({ length: reports }, (_, i) => {
			const at = Math.floor(endAt - last - (reports - 1 - i) * monthMs);
			return at - (at % 1000);
		});
		yield { uuid: uuid(next), ip: addressIn(weighted(next(), shares), next), machine, times };
	}
}

/** When each host sent last, and how many reports: exactly as many hosts are active, and as many reports sent, as wanted. */
function drafts({ hosts, active, reports, days }: TalkFigures["legacy"], seed: number): Draft[] {
	const kinds = Object.entries(hosts).flatMap(([holds, count]) => Array<Holds>(count).fill(holds as Holds));
	const silence = windowDays.legacy * dayMs;
	const span = days * dayMs;
	const made = kinds.map((holds, i): Draft => {
		const next = random(seed, "talk", "life", i);
		// Spread evenly over all kinds.
		const stays = Math.floor(((i + 1) * active) / kinds.length) > Math.floor((i * active) / kinds.length);
		const left = silence + Math.max(1000, departure(next()) * (span - silence - dayMs));
		const last = stays ? 1 + next() * (monthMs - 1) : left;
		const room = 1 + Math.floor((span - last - 1000) / monthMs);
		return { holds, last, draw: next(), room, reports: 0, longer: stays ? staysLonger : 1 };
	});
	const lifetimes = (mean: number) => {
		for (const one of made)
			one.reports = Math.min(one.room, 1 + Math.floor(exponential(one.draw, 1 / (mean * one.longer))));
		return sum(made.map((one) => one.reports));
	};
	if (reports < made.length || reports > sum(made.map(({ room }) => room)))
		throw new Error(`${made.length} hosts cannot send ${reports} reports in ${days} days`);
	// The mean lifetime in months, as large as it may be.
	let [low, high] = [0.01, 1200];
	for (let step = 0; step < 30; step++) {
		const middle = (low + high) / 2;
		if (lifetimes(middle) <= reports) low = middle;
		else high = middle;
	}
	let missing = reports - lifetimes(low);
	while (missing > 0)
		for (const one of made)
			if (missing > 0 && one.reports < one.room) {
				one.reports++;
				missing--;
			}
	return made;
}

/** Before the end, as a share of the history: few left near its ends. */
function departure(u: number): number {
	return u < departuresPeak ? Math.sqrt(u * departuresPeak) : 1 - Math.sqrt((1 - u) * (1 - departuresPeak));
}

/** Which machines of a year hold what: as many as hosts do, and at least one. */
function machineGroups({ hosts, machines }: TalkFigures["legacy"]): Record<Holds, { first: number; count: number }> {
	const share = (count: number) => Math.max(1, Math.floor((machines * count) / sum(Object.values(hosts))));
	const [running, stopped] = [share(hosts.running), share(hosts.stopped)];
	return {
		running: { first: 0, count: running },
		stopped: { first: running, count: stopped },
		nothing: { first: running + stopped, count: machines - running - stopped },
	};
}

/** The machines in the order of their places: those of the first year, and so on. */
export function* talkMachines({ legacy }: TalkFigures, end: Day, seed: number): Generator<TalkMachine> {
	const endAt = startOf(plusDays(end, 1)).getTime();
	const years = Math.ceil((legacy.days * dayMs) / yearMs);
	const groups = machineGroups(legacy);
	for (let year = 0; year < years; year++) {
		const found: Record<Holds, TalkMachine[]> = { running: [], stopped: [], nothing: [] };
		const isMissing = (holds: Holds) => found[holds].length < groups[holds].count;
		const block = 100;
		for (let i = 0; isMissing("running") || isMissing("stopped") || isMissing("nothing"); i++) {
			const key = `${seed}/talk/machine/${year}/${i}`;
			// In the year before: no host has software that is not there yet.
			const at = Math.floor(endAt - (years - year + random(key, "at")()) * yearMs);
			const draw = quotas(block, seed, "talk", year, Math.floor(i / block))(i % block);
			const life = { product: "legacy", key, draw, installed: at, stays: false, until: endAt, phase: 0 } as const;
			for (const { archive, holds } of legacyReports(life, [at - (at % 1000)], 0))
				if (isMissing(holds)) found[holds].push({ at, archive });
		}
		yield* [...found.running, ...found.stopped, ...found.nothing];
	}
}
