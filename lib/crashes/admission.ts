/**
 * Limits of crash reports by the network of their sender. They are in memory alone: nothing about a sender is stored, and a
 * restart forgets all. A network is named by a hash whose key this process makes for itself.
 */
import { randomBytes } from "node:crypto";
import { dayOf, plusDays, startOf } from "#lib/day";
import { hashedNetworks } from "#lib/receipt/admission";
import { LimitExceeded, type SenderNetworks, wideFactor } from "#lib/store/networks";

/** Reports of a network that count in a day; of the network around it, ten times as many. */
const countedPerDay = 50;
/** A network counts once for each problem within this time. */
const againMs = 3_600_000;
const hourMs = 3_600_000;
/** Of networks, and of problems that they reported: with more, those that were heard of longest ago are forgotten. */
const networksMax = 50_000;
const problemsMax = 200_000;

export interface Counting {
	/** Whether the report counts. If not, the network sent the same problem within the hour. */
	isCounted: boolean;
	/** The network sent this problem for the first time, as far as this process remembers. */
	isFirst: boolean;
	/** Undoes it: the report could not be stored. */
	undo(): void;
}

export interface CrashAdmission {
	/**
	 * Counts a request, before its body is read: `perHour` of a kind at once, and as many again within an hour. `what` names
	 * the requests, in the plural. Throws `LimitExceeded`. Returns the names of the networks.
	 */
	admit(what: string, address: string | null, perHour: number, now: Date): SenderNetworks;
	/** Counts a report of a problem. Throws `LimitExceeded` when one of the networks has used up its day. */
	count(networks: SenderNetworks, bthash: string, now: Date): Counting;
}

export function crashAdmission(key: Buffer = randomBytes(32)): CrashAdmission {
	/** When each network has its whole limit of requests again. */
	const fullAt = new Map<string, number>();
	const counted = new Map<string, { day: string; reports: number }>();
	const lastAt = new Map<string, number>();
	const countedOn = (day: string, network: string) => {
		const known = counted.get(network);
		return known?.day === day ? known.reports : 0;
	};
	return {
		admit(what, address, perHour, now) {
			const networks = hashedNetworks(address, key);
			const limited = `${what} ${networks.narrow}`;
			const next = Math.max(fullAt.get(limited) ?? 0, now.getTime()) + hourMs / perHour;
			const waitMs = next - now.getTime() - hourMs;
			// The clock may have been set back: nobody waits longer than the whole hour.
			if (waitMs > 0) throw new LimitExceeded(what, Math.min(3600, Math.max(1, Math.ceil(waitMs / 1000))));
			put(fullAt, limited, next, networksMax);
			return networks;
		},
		count({ narrow, wide }, bthash, now) {
			const problem = `${narrow} ${bthash}`;
			const [day, before] = [dayOf(now), lastAt.get(problem)];
			const age = now.getTime() - (before ?? 0);
			if (before !== undefined && age >= 0 && age < againMs)
				return { isCounted: false, isFirst: false, undo: () => {} };
			if (countedOn(day, narrow) >= countedPerDay || countedOn(day, wide) >= countedPerDay * wideFactor)
				throw new LimitExceeded("crash reports", secondsToMidnight(now));
			for (const network of [narrow, wide])
				put(counted, network, { day, reports: countedOn(day, network) + 1 }, networksMax);
			put(lastAt, problem, now.getTime(), problemsMax);
			return {
				isCounted: true,
				isFirst: before === undefined,
				undo() {
					for (const network of [narrow, wide]) {
						const reports = countedOn(day, network);
						if (reports > 0) counted.set(network, { day, reports: reports - 1 });
					}
					if (before === undefined) lastAt.delete(problem);
					else lastAt.set(problem, before);
				},
			};
		},
	};
}

/** The newest last: what is first is forgotten when there are too many. */
function put<V>(map: Map<string, V>, key: string, value: V, sizeMax: number): void {
	map.delete(key);
	map.set(key, value);
	const [oldest] = map.keys();
	if (map.size > sizeMax && oldest !== undefined) map.delete(oldest);
}

function secondsToMidnight(now: Date): number {
	return Math.max(1, Math.ceil((startOf(plusDays(dayOf(now), 1)).getTime() - now.getTime()) / 1000));
}
