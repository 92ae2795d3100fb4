/** The state of one simulated OpenVZ 7 host, from which its sections are written, and how it changes. */
import { type Draw, exponential, hex, oneOf, type Random, random } from "../chance";
import { evolve, firstGuests, type Guests } from "../guests";
import type { Life } from "../life";
import { buyMachine, type Machine } from "../machine";
import { adopted, hasSuccessor, lagOf, lastBoot, ownBuild, readykernelPatch, successors, updates } from "../releases";
import { dayMs, yearMs } from "../time";

export interface Software {
	major: 7 | 8 | 9;
	/** Number of the update; of VZ8 and VZ9, the one that is most like it. */
	update: number;
	/** `7.0.11 (235)` */
	release: string;
	/** Version of Virtuozzo Linux below. */
	base: string;
	/** The running kernel. */
	kernel: string;
	/** Installed ones: the running one is often not the newest. */
	kernels: readonly string[];
	readykernel: { autoupdate: boolean; installed: string | null; loaded: boolean };
	booted: number;
}

/** `release` is the part of the software that decides how tools print. */
export type Part = "machine" | "containers" | "vms" | "release" | "software";

export interface Host {
	life: Life;
	draw: Draw;
	next: Random;
	/** Tells the machines that share a UUID apart; 0 is the original. */
	body: number;
	/** A name for itself and for what it stores on disk, all of it private. */
	node: string;
	domain: string;
	timezone: string;
	machine: Machine;
	guests: Guests;
	software: Software;
	/** When each part changed last: sections are written anew only then. */
	changed: Record<Part, number>;
	/** When the hardware is changed. */
	refitAt: number;
	/** Digits of its serial numbers. */
	digits: string;
}

/** Share of servers with virtual machines [S]. */
const withVms = 0.1;

/** What all machines under one UUID have in common. */
const sharedByClones = new Set([
	...["country", "sections off", "sections off which", "update lag", "reboot lag", "successor"],
]);

/** One of the machines that report as this host. Only the first has the attributes that are kept by quota. */
export function makeHost(original: Life, body: number, firstAt: number, timezone: string): Host {
	const { key } = original;
	const next = random(key, "body", body);
	const draw: Draw = (name) =>
		body === 0 || sharedByClones.has(name) ? original.draw(name) : random(key, body, name)();
	const life = { ...original, draw };
	const machine = buyMachine(draw, life.installed, 2099, next);
	return {
		...{ life, draw, next, body, timezone, machine },
		node: `${oneOf(next(), ["node", "vz", "hn", "srv", "kvm-"])}${Math.floor(next() * 90) + 1}`,
		domain: oneOf(next(), ["example.net", "example.com", "dc1.example.org", "hosting.example"]),
		guests: firstGuests(draw, "openvz7", original.draw("vms") < withVms, firstAt, next),
		software: softwareOf(life, firstAt),
		changed: { machine: firstAt, containers: firstAt, vms: firstAt, release: firstAt, software: firstAt },
		refitAt: firstAt + exponential(next(), 0.1) * yearMs,
		digits: hex(next, 12),
	};
}

/** Brings the host forward to an instant. */
export function advance(host: Host, at: number): void {
	evolve(host.guests, "openvz7", at, host.next);
	Object.assign(host.changed, host.guests.changed);
	const software = softwareOf(host.life, at);
	if (JSON.stringify(software) !== JSON.stringify(host.software)) {
		if (software.release !== host.software.release) host.changed.release = at;
		host.changed.software = at;
		host.software = software;
	}
	if (at < host.refitAt) return;
	host.refitAt = Number.POSITIVE_INFINITY;
	host.changed.machine = at;
	const { machine } = host;
	const drive = machine.drives[0];
	if (drive && host.next() < 0.5) machine.drives.push(drive);
	else host.machine = { ...machine, ramGb: machine.ramGb * 2, memTotalKb: machine.memTotalKb * 2 };
}

function softwareOf({ key, draw, installed }: Life, at: number): Software {
	const lag = lagOf(draw);
	if (hasSuccessor(draw, at)) {
		const { major, kernel, release, base, at: released } = adopted(successors, at, installed, lag * 0.5);
		const readykernel = { autoupdate: false, installed: null, loaded: false };
		const booted = lastBoot(key, Math.max(installed, released), at);
		return { major, update: 22, release, base, kernel, kernels: [kernel], readykernel, booted };
	}
	const running = adopted(updates, at, installed, lag + draw("reboot lag") ** 2 * 120 * dayMs);
	const current = adopted(updates, at, installed, lag);
	const kernel = ownBuild(running.kernel, draw);
	const isOld = at - running.at > 60 * dayMs;
	const u = draw("readykernel");
	const loaded = u < (isOld ? 0.55 : 0.2);
	const isPresent = loaded || u > 0.9;
	// Patches of another build are left behind by updates; they do nothing for the running kernel.
	const patched = u > 0.97 ? adopted(updates, running.at - dayMs, 0, 0).kernel : kernel;
	return {
		major: 7,
		update: current.number,
		release: `7.0.${current.number} (${current.build})`,
		base: `7.${current.minor}`,
		kernel,
		kernels: [...new Set([kernel, current.kernel])],
		readykernel: {
			autoupdate: u < 0.7,
			installed: isPresent ? readykernelPatch(patched, at - lag / 4) : null,
			loaded,
		},
		booted: lastBoot(key, Math.max(installed, running.at), at),
	};
}
