/** The state of one simulated OpenVZ 7 host, from which its sections are written. */

import { evolve, firstGuests, type Guests } from "../guests";
import { habitsOf } from "../habits";
import type { Life } from "../life";
import { buyMachine, type Machine } from "../machine";
import { hex, oneOf, type Random, random } from "../random";
import type { Draw } from "../strata";
import { type Software, softwareOf } from "./software";

export interface Host {
	draw: Draw;
	next: Random;
	/** A name for itself and for what it stores on disk, all of it private. */
	node: string;
	domain: string;
	timezone: string;
	machine: Machine;
	guests: Guests;
	software: Software;
	/** Grow when the part of the state changes: sections are written anew only then. */
	revisions: { machine: number; guests: number; software: number };
	/** When the hardware is changed, and the share of hosts with virtual machines is kept by quota. */
	refitAt: number;
	life: Life;
	/** Last byte of its addresses, and digits of its serial numbers. */
	digits: string;
}

/** Share of servers with virtual machines [S]. */
const withVms = 0.1;

/** One of the machines that report as this host: clones have more than one. */
export function makeHost(life: Life, body: number, firstAt: number, lastAt: number, timezone: string): Host {
	const next = random(life.key, "body", body);
	// Clones are other machines: only the first has the attributes that are kept by quota.
	const draw: Draw =
		body === 0 ? life.draw : (name) => (sharedByClones.has(name) ? life.draw(name) : random(life.key, body, name)());
	return {
		draw,
		next,
		node: `${oneOf(next(), ["node", "vz", "hn", "srv", "kvm-"])}${Math.floor(next() * 90) + 1}`,
		domain: oneOf(next(), ["example.net", "example.com", "dc1.example.org", "hosting.example"]),
		timezone,
		machine: buyMachine(draw, life.installed, 2099, next),
		guests: firstGuests(draw, life.draw("vms") < withVms, firstAt, habitsOf("openvz7", firstAt), next),
		software: softwareOf({ ...life, draw }, firstAt),
		revisions: { machine: 0, guests: 0, software: 0 },
		refitAt: next() < 0.12 ? firstAt + next() * (lastAt - firstAt) : Number.POSITIVE_INFINITY,
		life: { ...life, draw },
		digits: hex(next, 12),
	};
}

const sharedByClones = new Set([
	"country",
	"sections off",
	"sections off which",
	"update lag",
	"reboot lag",
	"successor",
]);

/** Brings the host forward to an instant. */
export function advance(host: Host, at: number): void {
	evolve(host.guests, at, habitsOf("openvz7", at), host.next);
	host.revisions.guests = host.guests.revision;
	const software = softwareOf(host.life, at);
	if (JSON.stringify(software) !== JSON.stringify(host.software)) {
		host.software = software;
		host.revisions.software++;
	}
	if (at < host.refitAt) return;
	host.refitAt = Number.POSITIVE_INFINITY;
	host.revisions.machine++;
	const { machine } = host;
	const drive = machine.drives[0];
	if (drive && host.next() < 0.5) machine.drives.push(drive);
	else host.machine = { ...machine, ramGb: machine.ramGb * 2, memTotalKb: machine.memTotalKb * 2 };
}
