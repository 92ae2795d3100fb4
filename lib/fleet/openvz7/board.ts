/** The sections hardware, cpu and memory: what lscpu, dmidecode and /proc/meminfo say of the machine. */
import { vendorOf } from "../cpus";
import { varying } from "../holes";
import { type Machine, threadsOf } from "../machine";
import { between, oneOf } from "../random";
import type { Host } from "./host";

function numaNodesOf(machine: Machine): number {
	return machine.virtual ? 1 : machine.sockets * (machine.cpu.name.includes("EPYC 7351P") ? 4 : 1);
}

export function hardware({ machine, draw, digits }: Host): Record<string, unknown> {
	const { maker, cpu } = machine;
	const type = machine.bought < 2015 ? "DDR3" : machine.bought < 2022.5 ? "DDR4" : "DDR5";
	const module = machine.ramGb >= 256 ? 32 : machine.ramGb >= 64 ? 16 : machine.ramGb >= 16 ? 8 : 2;
	const serial = (start: string) => `${start}${digits.slice(0, 7).toUpperCase()}`;
	const nic = machine.nics[0];
	const controllers = [...new Set(machine.raid.map(({ driver }) => driver))];
	return {
		system: {
			vendor: maker.vendor,
			product: maker.product,
			version: "0123456789",
			serial: serial("S"),
			uuid: `00000000-0000-0000-0000-${digits}`,
		},
		board: { vendor: maker.vendor, product: maker.board, serial: serial("NM") },
		bios: {
			vendor:
				maker.vendor === "QEMU"
					? "SeaBIOS"
					: maker.vendor.startsWith("Dell")
						? "Dell Inc."
						: "American Megatrends Inc.",
			version: oneOf(draw("bios"), ["1.0b", "2.0", "2.8.0", "3.1", "P89"]),
			date: `0${between(draw("bios"), 1, 9)}/14/${Math.floor(machine.bought) + 1}`,
			uefi: draw("uefi") < (machine.bought < 2018 ? 0.1 : 0.6),
		},
		virtualized: machine.virtual ? "kvm" : "none",
		numa_nodes: numaNodesOf(machine),
		dimms: [
			{
				size_mb: module * 1024,
				type,
				speed: type === "DDR3" ? 1333 : type === "DDR4" ? (cpu.since < 2017 ? 2133 : 2933) : 4800,
				count: Math.max(1, Math.round(machine.ramGb / module)),
			},
		],
		pci: [
			{ class: "0200", vendor: "8086", device: "1521", driver: nic?.driver ?? "igb", count: machine.nics.length },
			...controllers.map((driver) => ({ class: "0104", vendor: "1000", device: "005d", driver, count: 1 })),
			{ class: "0106", vendor: "8086", device: "8d02", driver: "ahci", count: 1 },
		],
	};
}

/** The CPUs of each NUMA node as lscpu prints them: cores first, their second threads after all cores. */
function numaLists(machine: Machine): Record<string, string> {
	const nodes = numaNodesOf(machine);
	const cores = machine.sockets * machine.cpu.cores;
	const list = (node: number) =>
		Array.from({ length: machine.cpu.threadsPerCore }, (_, thread) => {
			const first = thread * cores + Math.floor((node * cores) / nodes);
			return `${first}-${thread * cores + Math.floor(((node + 1) * cores) / nodes) - 1}`;
		}).join(",");
	return Object.fromEntries(Array.from({ length: nodes }, (_, node) => [`NUMA node${node} CPU(s)`, list(node)]));
}

export function cpu({ machine, draw, software }: Host): Record<string, unknown> {
	const { cpu } = machine;
	const threads = threadsOf(machine);
	const amd = vendorOf(cpu) === "AuthenticAMD";
	// util-linux of EL9 gives totals and how many caches there are; the older ones the size of one.
	const total = software.major === 9;
	const cores = machine.sockets * cpu.cores;
	const cache = (kb: number, instances: number) =>
		total
			? `${kb * instances >= 1024 ? `${(kb * instances) / 1024} MiB` : `${kb * instances} KiB`} (${instances} instances)`
			: `${kb}K`;
	return {
		lscpu: {
			Architecture: "x86_64",
			"CPU op-mode(s)": "32-bit, 64-bit",
			...(total ? { "Address sizes": "46 bits physical, 48 bits virtual" } : {}),
			"Byte Order": "Little Endian",
			"CPU(s)": String(threads),
			"On-line CPU(s) list": threads > 1 ? `0-${threads - 1}` : "0",
			"Thread(s) per core": String(cpu.threadsPerCore),
			"Core(s) per socket": String(cpu.cores),
			"Socket(s)": String(machine.sockets),
			"NUMA node(s)": String(numaNodesOf(machine)),
			"Vendor ID": vendorOf(cpu),
			"CPU family": String(cpu.family),
			Model: String(cpu.model),
			"Model name": cpu.name,
			Stepping: String(cpu.stepping),
			"CPU MHz": varying(({ next }) => (cpu.mhz * (0.6 + next() * 0.5)).toFixed(3)),
			"CPU max MHz": `${Math.round(cpu.mhz * 1.4)}.0000`,
			"CPU min MHz": "1200.0000",
			BogoMIPS: (cpu.mhz * 2 - 0.1).toFixed(2),
			...(machine.virtual
				? { "Hypervisor vendor": "KVM", "Virtualization type": "full" }
				: { Virtualization: amd ? "AMD-V" : "VT-x" }),
			"L1d cache": cache(32, cores),
			"L1i cache": cache(32, cores),
			"L2 cache": cache(amd ? 512 : machine.cpu.machine === "modern" ? 1024 : 256, cores),
			"L3 cache": cache(cpu.l3Kb, machine.sockets),
			...numaLists(machine),
			...(total ? { "Vulnerability Meltdown": "Mitigation; PTI", "Vulnerability Mds": "Not affected" } : {}),
		},
		microcode: `0x${(draw("microcode") * 0xfffffff).toString(16).split(".")[0]}`,
		loadavg: [3, 2, 1].map(() => varying(({ next }) => Math.round(next() * next() * threads * 100) / 100)),
	};
}

export function memory({ machine, draw }: Host): Record<string, unknown> {
	const kb = machine.memTotalKb;
	const part = (low: number, high: number) => varying(({ next }) => Math.round(kb * (low + next() * (high - low))));
	const swap = oneOf(draw("swap"), [0, 4194300, 8388604, 16777212, 16777212, 33554428]);
	const policy = draw("vcmmd") < 0.92 ? "performance" : "density";
	return {
		meminfo: {
			MemTotal: kb,
			MemFree: part(0.02, 0.2),
			MemAvailable: part(0.3, 0.6),
			Buffers: part(0.002, 0.02),
			Cached: part(0.2, 0.4),
			SwapTotal: swap,
			SwapFree: varying(({ next }) => Math.round(swap * (0.8 + next() * 0.2))),
			AnonPages: part(0.2, 0.5),
			Slab: part(0.02, 0.06),
			HugePages_Total: 0,
			Hugepagesize: 2048,
			AnonHugePages: part(0.05, 0.1),
		},
		unit: "kB",
		vcmmd_policy: { runtime: policy, config: policy },
		pfcache: draw("pfcache") < 0.7,
		ksm: { run: draw("ksm") < 0.1 ? 1 : 0 },
	};
}
