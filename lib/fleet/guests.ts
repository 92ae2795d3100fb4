/**
 * The containers and virtual machines of a host, and how they change from one report to the next: a few are made,
 * removed, started and stopped, most stay as they are.
 */
import { type Container, type Habits, makeContainer } from "./containers";
import { between, exponential, logNormal, oneOf, type Random } from "./random";
import type { Draw } from "./strata";
import { yearMs } from "./time";
import { makeVirtualMachine, type VirtualMachine } from "./virtual-machines";

export interface Guests {
	containers: Container[];
	vms: VirtualMachine[];
	/** Grows with every change. */
	revision: number;
	asOf: number;
}

/** Guests as they are found at the first report. `vms`: whether the host holds virtual machines at all. */
export function firstGuests(draw: Draw, vms: boolean, at: number, habits: Habits, next: Random): Guests {
	const born = () => at - Math.min(4, exponential(next(), 0.7)) * yearMs;
	const u = draw("containers");
	const containers = u < habits.empty ? 0 : logNormal((u - habits.empty) / (1 - habits.empty), habits.median, 1.25);
	const machines = vms ? logNormal(draw("virtual machines"), 3, 0.9) : 0;
	const count = (amount: number, cap: number) => (amount === 0 ? 0 : Math.min(cap, Math.max(1, Math.round(amount))));
	return {
		containers: Array.from({ length: count(containers, 600) }, () => makeContainer(born(), habits, next)),
		vms: Array.from({ length: count(machines, 80) }, (_, i) => ({
			...makeVirtualMachine(born(), next),
			...(i === 0 ? { template: false } : {}),
		})),
		revision: 0,
		asOf: at,
	};
}

/** How often a year one guest of a host is made, removed, and started or stopped, per guest. */
const rates = { made: 0.24, removed: 0.2, turned: 0.12 };

export function evolve(guests: Guests, at: number, habits: Habits, next: Random): void {
	const years = Math.max(0, at - guests.asOf) / yearMs;
	guests.asOf = at;
	const before = guests.revision;
	const change = <G extends { state: string; started: number }>(list: G[], make: () => G, cap: number) => {
		if (list.length === 0) return;
		const times = (rate: number) => Math.floor(rate * list.length * years + next());
		const made = times(rates.made);
		const removed = times(rates.removed);
		const turned = times(rates.turned);
		for (let i = 0; i < made && list.length < cap; i++) list.push(make());
		// The first guest stays: a host does not change what it is used for by chance.
		for (let i = 0; i < removed && list.length > 1; i++) list.splice(between(next(), 1, list.length - 1), 1);
		for (let i = 0; i < turned; i++) {
			const guest = oneOf(next(), list);
			guest.state = guest.state === "running" && next() < 0.4 ? "stopped" : "running";
			guest.started = at - Math.floor(next() * 86_400_000);
		}
		guests.revision += made + removed + turned;
	};
	change(guests.containers, () => makeContainer(at, habits, next), 600);
	change(guests.vms, () => makeVirtualMachine(at, next), 80);
	if (guests.revision !== before) guests.revision = before + 1;
}
