/** Members of a legacy report that the machine and its containers give: the plain text of commands, traps included. */
import { type Draw, oneOf, pick, type Random } from "../chance";
import { vendorOf } from "../cpus";
import { form } from "../form";
import type { Container } from "../guests";
import { type Machine, threadsOf } from "../machine";

const commonFlags =
	"fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ht syscall nx pdpe1gb rdtscp lm constant_tsc rep_good nonstop_tsc pni cx16 popcnt lahf_lm";
const flags = {
	GenuineIntel: `${commonFlags} dts acpi ss tm pbe arch_perfmon pebs bts xtopology aperfmperf pclmulqdq dtes64 monitor ds_cpl vmx smx est tm2 ssse3 xtpr pdcm pcid dca sse4_1 sse4_2 aes ida arat epb tpr_shadow vnmi flexpriority ept vpid`,
	AuthenticAMD: `${commonFlags} mmxext fxsr_opt 3dnowext 3dnow extd_apicid amd_dcm cmp_legacy svm extapic cr8_legacy abm sse4a misalignsse 3dnowprefetch osvw ibs skinit wdt nodeid_msr arat`,
};

const cpuForm = form(`processor	: $number
vendor_id	: $vendor
cpu family	: $family
model		: $model
model name	: $name
stepping	: $stepping
cpu MHz		: $mhz.761
cache size	: $l3Kb KB$topology
fpu		: yes
fpu_exception	: yes
cpuid level	: 11
wp		: yes
flags		: $flags
bogomips	: $bogomips
clflush size	: 64
cache_alignment	: 64
address sizes	: 40 bits physical, 48 bits virtual
power management:

`);
const topologyForm = form(`
physical id	: $socket
siblings	: $siblings
core id		: $coreId
cpu cores	: $cores
apicid		: $number
initial apicid	: $number`);

/** /proc/cpuinfo: one block for each logical CPU, 256 at most. RHEL 5 under Xen does not say which socket a CPU is in. */
export function cpuinfo(machine: Machine, xen: boolean): string {
	const { cpu, sockets } = machine;
	const vendor = vendorOf(cpu);
	const fixed = { ...cpu, vendor, flags: flags[vendor], bogomips: (cpu.mhz * 2 - 0.48).toFixed(2) };
	const blocks = Array.from({ length: Math.min(256, threadsOf(machine)) }, (_, number) => {
		const socket = Math.floor((number % (sockets * cpu.cores)) / cpu.cores);
		const core = number % cpu.cores;
		// Core ids have gaps, as on the six-core Xeons.
		const coreId = core < 3 ? core : core + 5;
		const siblings = cpu.cores * cpu.threadsPerCore;
		const topology = xen ? "" : topologyForm({ socket, siblings, coreId, cores: cpu.cores, number });
		return cpuForm({ ...fixed, number, topology });
	});
	return blocks.join("");
}

/** Share of the installed memory of each line; a `=` gives kilobytes that are the same everywhere. */
const meminfoParts = `MemFree 0.05 Buffers 0.03 Cached 0.5 SwapCached =10240 Active 0.45 Inactive 0.35 Active(anon) 0.15
	Inactive(anon) 0.06 Active(file) 0.3 Inactive(file) 0.3 Unevictable =0 Mlocked =0 SwapTotal swap SwapFree swap
	Dirty 0.0003 Writeback =0 AnonPages 0.2 Mapped 0.02 Shmem 0.003 Slab 0.06 SReclaimable 0.05 SUnreclaim 0.005
	KernelStack =31208 PageTables =212040 NFS_Unstable =0 Bounce =0 WritebackTmp =0 CommitLimit 0.5 Committed_AS 0.6
	VmallocTotal =34359738367 VmallocUsed =512344 VmallocChunk =34333000000 HardwareCorrupted =0 HugePages_Total =0
	HugePages_Free =0 HugePages_Rsvd =0 HugePages_Surp =0 Hugepagesize =2048 DirectMap4k =5632 DirectMap2M =2082816`;

/** /proc/meminfo of an EL6 kernel, which has no MemAvailable. */
export function meminfo({ memTotalKb }: Machine, draw: Draw, next: Random): string {
	const swap = oneOf(draw("swap"), [0, 2097148, 4194296, 8388600, 16777208, 16777208]);
	const line = (name: string, kb: number) =>
		`${`${name}:`.padEnd(16)}${String(kb).padStart(8)}${name.startsWith("HugePages_") ? "" : " kB"}\n`;
	const lines = [...meminfoParts.matchAll(/(\S+) (?:=(\d+)|swap|([\d.]+))/g)].map(([, name = "", fixed, share]) => {
		if (fixed !== undefined) return line(name, Number(fixed));
		if (share === undefined) return line(name, swap);
		return line(name, Math.round(memTotalKb * Number(share) * (0.9 + next() * 0.2)));
	});
	return line("MemTotal", memTotalKb) + lines.join("");
}

/** `df -k` of the containers' area: long device names, which often carry the host name, wrap to a second line. */
export function df(draw: Draw, node: string, sizeKb: number, next: Random): string {
	const used = Math.round(sizeKb * (0.15 + draw("vz used") * 0.7 + next() * 0.01));
	const u = draw("vz device");
	const usual = oneOf(u, ["/dev/sda3", "/dev/md2", "/dev/sda5"]);
	const device = u < 0.35 ? `/dev/mapper/vg_${node}-lv_vz` : u < 0.37 ? "storage1.example.net:/export/vz" : usual;
	const mount = u > 0.8 ? "/" : u > 0.75 ? "/var/lib/vz" : "/vz";
	const free = Math.round(sizeKb * 0.95 - used);
	const percent = Math.round((used / sizeKb) * 100);
	const numbers = `${String(sizeKb).padStart(10)} ${String(used).padStart(9)} ${String(free).padStart(9)}`;
	const name = device.length > 20 ? `${device}\n${" ".repeat(20)}` : device.padEnd(20);
	const head = "Filesystem           1K-blocks      Used Available Use% Mounted on";
	return `${head}\n${name} ${numbers} ${String(percent).padStart(3)}% ${mount}\n`;
}

/** Third column of /proc/mounts for the containers' area; on the root file system there is a rootfs line before. */
export function fs(draw: Draw): string {
	const type = pick(draw("vz filesystem"), { ext4: 86, ext3: 7, xfs: 4, btrfs: 1, zfs: 0.5, nfs: 0.5, none: 1 });
	const line = type === "none" ? "" : `${type}\n`;
	return draw("vz device") > 0.8 ? `rootfs\n${line || "\n"}` : line;
}

/** `vzlist -aH -o status[,layout][,vswap]`: older tools know fewer columns. */
export function vzlist(containers: readonly Container[], tools: string): string {
	const [major = 0, minor = 0] = tools.split(".").map(Number);
	const number = major * 100 + minor;
	return containers
		.map(({ state, layout, vswap }) => {
			if (number < 302) return `${state.padEnd(9)}\n`;
			const two = `${state.padEnd(9)} ${layout.padEnd(6)}`;
			return number < 402 ? `${two}\n` : `${two} ${(vswap ? "yes" : "no").padStart(5)}\n`;
		})
		.join("");
}

/** One line for each container; Proxmox has names of its own, and some containers have none. */
export function ostemplates(containers: readonly Container[], isProxmox: boolean): string {
	const name = ({ template, memoryMb, id }: Container) => {
		if (memoryMb === 256 && id < "6") return "-";
		return isProxmox ? template.replace(/-x86_64.*/, "-standard_1.0-2_amd64") : template;
	};
	return containers.map((container) => `${name(container)}\n`).join("");
}

/** For each running container a dashed line and its busiest processes; a name is cut to 15 characters. */
export function topPs(containers: readonly Container[], next: Random): string {
	const lists = containers
		.filter(({ state }) => state === "running")
		.map(({ processes }) => {
			let seconds = 200 + next() * 20_000;
			const rows = processes.slice(0, 5).map((name) => {
				const row = `${Math.round(seconds)} ${name.slice(0, 15)}\n`;
				seconds *= 0.2 + next() * 0.4;
				return row;
			});
			return `----\n${rows.join("")}`;
		});
	return lists.join("");
}
