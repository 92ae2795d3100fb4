/** The sections hardware, cpu and memory: what dmidecode, lscpu and /proc/meminfo say of the machine. */
import { between, oneOf } from "../chance";
import { vendorOf } from "../cpus";
import { jsonForm } from "../form";
import { type Machine, threadsOf } from "../machine";
import type { Write } from "./sections";

function numaNodesOf(machine: Machine): number {
	return machine.virtual ? 1 : machine.sockets * (machine.cpu.name.includes("EPYC 7351P") ? 4 : 1);
}

const hardwareForm = jsonForm(`{
	"system": {"vendor": "$vendor", "product": "$product", "version": "0123456789", "serial": "S$serial",
		"uuid": "00000000-0000-0000-0000-$digits"},
	"board": {"vendor": "$vendor", "product": "$board", "serial": "NM$serial"},
	"bios": {"vendor": "$biosVendor", "version": "$biosVersion", "date": "0$month/14/$year", "uefi": "$uefi"},
	"virtualized": "$virtualized",
	"numa_nodes": "$numaNodes",
	"dimms": [{"size_mb": "$moduleMb", "type": "$type", "speed": "$speed", "count": "$modules"}],
	"pci": "$pci"
}`);

const pci = (kind: string, vendor: string, device: string, driver: string, count: number) => {
	return { class: kind, vendor, device, driver, count };
};

export const hardware: Write = ({ machine, draw, digits }) => {
	const { maker, bought, ramGb } = machine;
	const type = bought < 2015 ? "DDR3" : bought < 2022.5 ? "DDR4" : "DDR5";
	const moduleGb = ramGb >= 256 ? 32 : ramGb >= 64 ? 16 : ramGb >= 16 ? 8 : 2;
	const own: Record<string, string> = { QEMU: "SeaBIOS", "Dell Inc.": "Dell Inc." };
	return hardwareForm({
		...maker,
		digits,
		serial: digits.slice(0, 7).toUpperCase(),
		biosVendor: own[maker.vendor] ?? "American Megatrends Inc.",
		biosVersion: oneOf(draw("bios"), ["1.0b", "2.0", "2.8.0", "3.1", "P89"]),
		month: between(draw("bios"), 1, 9),
		year: Math.floor(bought) + 1,
		uefi: draw("uefi") < (bought < 2018 ? 0.1 : 0.6),
		virtualized: machine.virtual ? "kvm" : "none",
		numaNodes: numaNodesOf(machine),
		moduleMb: moduleGb * 1024,
		type,
		speed: type === "DDR3" ? 1333 : type === "DDR5" ? 4800 : machine.cpu.since < 2017 ? 2133 : 2933,
		modules: Math.max(1, Math.round(ramGb / moduleGb)),
		pci: [
			pci("0200", "8086", "1521", machine.nics[0]?.driver ?? "igb", machine.nics.length),
			...[...new Set(machine.raid.map(({ driver }) => driver))].map((driver) => pci("0104", "1000", "005d", driver, 1)),
			pci("0106", "8086", "8d02", "ahci", 1),
		],
	});
};

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

const cpuForm = jsonForm(`{"lscpu": "$lscpu", "microcode": "$microcode", "loadavg": "$load"}`);

export const cpu: Write = ({ machine, draw, software }, _at, next) => {
	const { cpu, sockets } = machine;
	const threads = threadsOf(machine);
	const isAmd = vendorOf(cpu) === "AuthenticAMD";
	// util-linux of EL9 gives totals and how many caches there are; the older ones the size of one.
	const isNew = software.major === 9;
	const total = (kb: number) => (kb >= 1024 ? `${kb / 1024} MiB` : `${kb} KiB`);
	const cache = (kb: number, instances: number) =>
		isNew ? `${total(kb * instances)} (${instances} instances)` : `${kb}K`;
	return cpuForm({
		lscpu: {
			Architecture: "x86_64",
			"CPU op-mode(s)": "32-bit, 64-bit",
			...(isNew ? { "Address sizes": "46 bits physical, 48 bits virtual" } : {}),
			"Byte Order": "Little Endian",
			"CPU(s)": String(threads),
			"On-line CPU(s) list": threads > 1 ? `0-${threads - 1}` : "0",
			"Thread(s) per core": String(cpu.threadsPerCore),
			"Core(s) per socket": String(cpu.cores),
			"Socket(s)": String(sockets),
			"NUMA node(s)": String(numaNodesOf(machine)),
			"Vendor ID": vendorOf(cpu),
			"CPU family": String(cpu.family),
			Model: String(cpu.model),
			"Model name": cpu.name,
			Stepping: String(cpu.stepping),
			"CPU MHz": (cpu.mhz * (0.6 + next() * 0.5)).toFixed(3),
			"CPU max MHz": `${Math.round(cpu.mhz * 1.4)}.0000`,
			"CPU min MHz": "1200.0000",
			BogoMIPS: (cpu.mhz * 2 - 0.1).toFixed(2),
			...(machine.virtual
				? { "Hypervisor vendor": "KVM", "Virtualization type": "full" }
				: { Virtualization: isAmd ? "AMD-V" : "VT-x" }),
			"L1d cache": cache(32, sockets * cpu.cores),
			"L1i cache": cache(32, sockets * cpu.cores),
			"L2 cache": cache(isAmd ? 512 : cpu.machine === "modern" ? 1024 : 256, sockets * cpu.cores),
			"L3 cache": cache(cpu.l3Kb, sockets),
			...numaLists(machine),
			...(isNew ? { "Vulnerability Meltdown": "Mitigation; PTI", "Vulnerability Mds": "Not affected" } : {}),
		},
		microcode: `0x${Math.floor(draw("microcode") * 0xfffffff).toString(16)}`,
		load: [3, 2, 1].map(() => Math.round(next() * next() * threads * 100) / 100),
	});
};

const memoryForm = jsonForm(`{
	"meminfo": {"MemTotal": "$total", "MemFree": "$free", "MemAvailable": "$available", "Buffers": "$buffers",
		"Cached": "$cached", "SwapTotal": "$swap", "SwapFree": "$swapFree", "AnonPages": "$anonymous", "Slab": "$slab",
		"HugePages_Total": 0, "Hugepagesize": 2048, "AnonHugePages": "$huge"},
	"unit": "kB",
	"vcmmd_policy": {"runtime": "$policy", "config": "$policy"},
	"pfcache": "$pfcache",
	"ksm": {"run": "$ksm"}
}`);

export const memory: Write = ({ machine, draw }, _at, next) => {
	const total = machine.memTotalKb;
	const part = (low: number, high: number) => Math.round(total * (low + next() * (high - low)));
	const swap = oneOf(draw("swap"), [0, 4194300, 8388604, 16777212, 16777212, 33554428]);
	return memoryForm({
		...{ total, free: part(0.02, 0.2), available: part(0.3, 0.6), buffers: part(0.002, 0.02), cached: part(0.2, 0.4) },
		...{ swap, swapFree: Math.round(swap * (0.8 + next() * 0.2)), anonymous: part(0.2, 0.5) },
		...{ slab: part(0.02, 0.06), huge: part(0.05, 0.1), policy: draw("vcmmd") < 0.92 ? "performance" : "density" },
		...{ pfcache: draw("pfcache") < 0.7, ksm: draw("ksm") < 0.1 ? 1 : 0 },
	});
};
