/** The fifteen members of an OpenVZ 7 report: when each is collected, what it depends on, and who writes it. */
import { cpu, hardware, memory } from "./board";
import { cgroups, containerContents, containerSettings, simfs } from "./containers";
import { disks } from "./disks";
import type { Host } from "./host";
import { network } from "./network";
import { clusters, packages, services } from "./software-sections";
import { staticSettings } from "./static";
import { libvirt, vmGuests } from "./vms";

export interface SectionWriter {
	/** Name of the member without `.json`. */
	name: string;
	/** Day of the week, Monday being 0, and slot of the day in which it is collected. */
	weekday: 0 | 1 | 2 | 3 | 4;
	slot: 0 | 1 | 2;
	/** The parts of the host's state that it is written from. */
	of: readonly (keyof Host["revisions"])[];
	write(host: Host): Record<string, unknown>;
}

export const sectionWriters: readonly SectionWriter[] = [
	{ name: "hardware", weekday: 0, slot: 0, of: ["machine"], write: hardware },
	{ name: "network", weekday: 0, slot: 1, of: ["machine", "guests"], write: network },
	{ name: "memory", weekday: 0, slot: 2, of: ["machine"], write: memory },
	{ name: "cpu", weekday: 1, slot: 0, of: ["machine", "software"], write: cpu },
	{ name: "disks", weekday: 1, slot: 1, of: ["machine", "guests", "software"], write: disks },
	{ name: "libvirt_guests", weekday: 1, slot: 2, of: ["guests", "software"], write: vmGuests },
	{ name: "libvirt_stats", weekday: 2, slot: 0, of: ["guests", "software"], write: libvirt },
	{ name: "ves_content", weekday: 2, slot: 1, of: ["guests"], write: containerContents },
	{ name: "ves", weekday: 2, slot: 2, of: ["guests", "software"], write: containerSettings },
	{ name: "services", weekday: 3, slot: 0, of: ["software"], write: services },
	{ name: "packages", weekday: 3, slot: 1, of: ["software"], write: packages },
	{ name: "clusters", weekday: 3, slot: 2, of: [], write: clusters },
	{ name: "cgroups", weekday: 4, slot: 0, of: ["guests"], write: cgroups },
	{ name: "simfs", weekday: 4, slot: 1, of: ["guests"], write: simfs },
	{ name: "static", weekday: 4, slot: 2, of: ["software", "guests"], write: staticSettings },
];
