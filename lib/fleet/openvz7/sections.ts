/**
 * The fifteen members of an OpenVZ 7 report: when each is collected, what of the host it depends on, and who writes it;
 * and strange hosts: one in a hundred says something that no rule expects. Readers must live with all of it: a wrong field
 * costs that field or that section, never the report.
 */
import { type Draw, oneOf, type Random } from "../chance";
import { disks } from "./disks";
import { cgroups, containerContents, containerSettings, libvirt, simfs, vmGuests } from "./guest-sections";
import type { Host, Part } from "./host";
import { cpu, hardware, memory } from "./machine-sections";
import { network } from "./network";
import { clusters, packages, services, staticSettings } from "./software-sections";

/**
 * The JSON of what a section says of a host. `at` is when the host last changed, and `next` the chance of that change:
 * the text depends on the state alone, not on when it is written.
 */
export type Write = (host: Host, at: number, next: Random) => string;

export interface Section {
	/** Name of the member without `.json`. */
	name: string;
	/** Day of the week, Monday being 0, and slot of the day in which it is collected. */
	weekday: 0 | 1 | 2 | 3 | 4;
	slot: 0 | 1 | 2;
	/** The parts of the host that it is written from. */
	of: readonly Part[];
	write: Write;
}

export const sections: readonly Section[] = [
	{ name: "hardware", weekday: 0, slot: 0, of: ["machine"], write: hardware },
	{ name: "network", weekday: 0, slot: 1, of: ["machine", "vms"], write: network },
	{ name: "memory", weekday: 0, slot: 2, of: ["machine"], write: memory },
	{ name: "cpu", weekday: 1, slot: 0, of: ["machine", "release"], write: cpu },
	{ name: "disks", weekday: 1, slot: 1, of: ["machine", "containers", "release"], write: disks },
	{ name: "libvirt_guests", weekday: 1, slot: 2, of: ["vms", "release"], write: vmGuests },
	{ name: "libvirt_stats", weekday: 2, slot: 0, of: ["vms", "release"], write: libvirt },
	{ name: "ves_content", weekday: 2, slot: 1, of: ["containers"], write: containerContents },
	{ name: "ves", weekday: 2, slot: 2, of: ["containers", "release"], write: containerSettings },
	{ name: "services", weekday: 3, slot: 0, of: ["software"], write: services },
	{ name: "packages", weekday: 3, slot: 1, of: ["software"], write: packages },
	{ name: "clusters", weekday: 3, slot: 2, of: ["machine"], write: clusters },
	{ name: "cgroups", weekday: 4, slot: 0, of: ["containers"], write: cgroups },
	{ name: "simfs", weekday: 4, slot: 1, of: ["containers"], write: simfs },
	{ name: "static", weekday: 4, slot: 2, of: ["software", "containers", "vms"], write: staticSettings },
];

type Body = Record<string, unknown>;

const inEach = (value: unknown, change: Body) =>
	Array.isArray(value) ? value.map((item: Body) => ({ ...item, ...change })) : [];

/** What a strange host says in a section instead. */
const oddities: readonly (readonly [section: string, change: (body: Body) => Body])[] = [
	["static", () => ({ uname_rm: "6.1.0-13-amd64 x86_64" })],
	["static", () => ({ uname_rm: "3.10.0-1160.105.1.vz7.214.3.aip7.1 x86_64" })],
	["static", () => ({ releases: { "os-release": 'PRETTY_NAME="Home made 3"' } })],
	[
		"cpu",
		() => ({
			lscpu: { "Model name": "Genuine Intel(R) CPU 0000 @ 2.20GHz", "CPU(s)": "112", "Vendor ID": "GenuineIntel" },
		}),
	],
	["cpu", () => ({ lscpu: "lscpu: command not found" })],
	["memory", () => ({ meminfo: { MemFree: 4096 } })],
	["memory", () => ({ meminfo: { MemTotal: 25_769_803_776, SwapTotal: 0 } })],
	["disks", () => ({ lsblk_P_b: ['NAME="sda" TYPE="disk" SIZE="0"', "lsblk: dm-3: failed to get device path"] })],
	["network", () => ({ bonds: [{ name: "bond0", proc: "Bonding Mode: quantum entangled\n" }] })],
	["network", () => ({ teams: [{ name: "team0", state: null }] })],
	["ves_content", (body) => ({ containers: inEach(body.containers, { ostemplate: '../../etc/<b>my "own"</b>' }) })],
	["ves", (body) => ({ prlctl_list_aij: inEach(body.prlctl_list_aij, { State: "hibernating", Hardware: {} }) })],
	["simfs", () => ({ layouts: { "3": 2, "7": 1 } })],
	["services", () => ({ enabled: Array.from({ length: 700 }, (_, i) => `job-${i}@tenant.service`) })],
	["packages", () => ({ rpm_qa: ["not a package", "vzctl", ""], total: -1 })],
];

/** The section's JSON as this host sends it, if it is a strange one. */
export function oddly(draw: Draw, section: string, text: string): string {
	const u = draw("strange");
	if (u >= 0.01) return text;
	const [odd, change] = oneOf(u / 0.01, oddities);
	if (odd !== section) return text;
	const body = JSON.parse(text);
	return JSON.stringify({ ...body, ...change(body) });
}
