/** Members of a legacy report that the machine and its containers give: the plain text of commands, traps included. */

import type { Container } from "../containers";
import { vendorOf } from "../cpus";
import { type Machine, threadsOf } from "../machine";
import { oneOf, type Random } from "../random";
import type { Draw } from "../strata";
import { cpuFlags } from "./flags";

/** The kernel puts a tab behind the names of eight letters and more, and two behind the shorter ones. */
const field = (name: string, value: string | number) => `${name}${name.length < 8 ? "\t\t" : "\t"}: ${value}`;

/** /proc/cpuinfo: one block for each logical CPU, 256 at most. */
export function cpuinfo(machine: Machine, xen: boolean): string {
	const { cpu, sockets } = machine;
	const perSocket = cpu.cores * cpu.threadsPerCore;
	const flags = cpuFlags[vendorOf(cpu)];
	const blocks = Array.from({ length: Math.min(256, threadsOf(machine)) }, (_, i) => {
		const cores = sockets * cpu.cores;
		const socket = Math.floor((i % cores) / cpu.cores);
		const core = i % cpu.cores;
		// Core ids have gaps, as on the six-core Xeons.
		const coreId = core < 3 ? core : core + 5;
		const lines = [
			field("processor", i),
			field("vendor_id", vendorOf(cpu)),
			field("cpu family", cpu.family),
			field("model", cpu.model),
			field("model name", cpu.name),
			field("stepping", cpu.stepping),
			field("cpu MHz", `${cpu.mhz}.761`),
			field("cache size", `${cpu.l3Kb} KB`),
			// RHEL 5 under Xen does not say which socket a CPU is in.
			...(xen
				? []
				: [
						field("physical id", socket),
						field("siblings", perSocket),
						field("core id", coreId),
						field("cpu cores", cpu.cores),
						field("apicid", i),
						field("initial apicid", i),
					]),
			field("fpu", "yes"),
			field("fpu_exception", "yes"),
			field("cpuid level", 11),
			field("wp", "yes"),
			field("flags", flags),
			field("bogomips", (cpu.mhz * 2 - 0.48).toFixed(2)),
			field("clflush size", 64),
			field("cache_alignment", 64),
			"address sizes\t: 40 bits physical, 48 bits virtual",
			"power management:",
		];
		return `${lines.join("\n")}\n\n`;
	});
	return blocks.join("");
}

/** /proc/meminfo of an EL6 kernel, which has no MemAvailable. */
export function meminfo(machine: Machine, draw: Draw, next: Random): string {
	const kb = machine.memTotalKb;
	const swap = oneOf(draw("swap"), [0, 2097148, 4194296, 8388600, 16777208, 16777208]);
	const part = (share: number) => Math.round(kb * share * (0.9 + next() * 0.2));
	const row = (name: string, value: number, unit = " kB") =>
		`${`${name}:`.padEnd(16)}${String(value).padStart(8)}${unit}`;
	const cached = part(0.5);
	return `${[
		row("MemTotal", kb),
		row("MemFree", part(0.05)),
		row("Buffers", part(0.03)),
		row("Cached", cached),
		row("SwapCached", swap === 0 ? 0 : 10240),
		row("Active", part(0.45)),
		row("Inactive", part(0.35)),
		row("Active(anon)", part(0.15)),
		row("Inactive(anon)", part(0.06)),
		row("Active(file)", part(0.3)),
		row("Inactive(file)", part(0.3)),
		row("Unevictable", 0),
		row("Mlocked", 0),
		row("SwapTotal", swap),
		row("SwapFree", Math.round(swap * 0.98)),
		row("Dirty", Math.round(next() * 20_000)),
		row("Writeback", 0),
		row("AnonPages", part(0.2)),
		row("Mapped", part(0.02)),
		row("Shmem", part(0.003)),
		row("Slab", part(0.06)),
		row("SReclaimable", part(0.05)),
		row("SUnreclaim", part(0.005)),
		row("KernelStack", 31208),
		row("PageTables", 212040),
		row("NFS_Unstable", 0),
		row("Bounce", 0),
		row("WritebackTmp", 0),
		row("CommitLimit", swap + Math.round(kb / 2)),
		row("Committed_AS", part(0.6)),
		row("VmallocTotal", 34359738367),
		row("VmallocUsed", 512344),
		row("VmallocChunk", 34333000000),
		row("HardwareCorrupted", 0),
		row("HugePages_Total", 0, ""),
		row("HugePages_Free", 0, ""),
		row("HugePages_Rsvd", 0, ""),
		row("HugePages_Surp", 0, ""),
		row("Hugepagesize", 2048),
		row("DirectMap4k", 5632),
		row("DirectMap2M", 2082816),
	].join("\n")}\n`;
}

/** `df -k` of the containers' area: long device names, which often carry the host name, wrap to a second line. */
export function df(draw: Draw, node: string, sizeKb: number, next: Random): string {
	const used = Math.round(sizeKb * (0.15 + draw("vz used") * 0.7 + next() * 0.01));
	const u = draw("vz device");
	const device =
		u < 0.35
			? `/dev/mapper/vg_${node}-lv_vz`
			: u < 0.37
				? "storage1.example.net:/export/vz"
				: oneOf(u, ["/dev/sda3", "/dev/md2", "/dev/sda5"]);
	const mount = u > 0.8 ? "/" : u > 0.75 ? "/var/lib/vz" : "/vz";
	const numbers = `${String(sizeKb).padStart(10)} ${String(used).padStart(9)} ${String(Math.round(sizeKb * 0.95 - used)).padStart(9)} ${String(Math.round((used / sizeKb) * 100)).padStart(3)}% ${mount}`;
	const name = device.length > 20 ? `${device}\n${" ".repeat(20)}` : device.padEnd(20);
	return `Filesystem           1K-blocks      Used Available Use% Mounted on\n${name} ${numbers}\n`;
}

/** Third column of /proc/mounts for the containers' area; on the root file system there is a rootfs line before. */
export function fs(draw: Draw): string {
	const u = draw("vz filesystem");
	const type =
		u < 0.86
			? "ext4"
			: u < 0.93
				? "ext3"
				: u < 0.97
					? "xfs"
					: u < 0.98
						? "btrfs"
						: u < 0.985
							? "zfs"
							: u < 0.99
								? "nfs"
								: "";
	return draw("vz device") > 0.8 ? `rootfs\n${type}\n` : type && `${type}\n`;
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
export function ostemplates(containers: readonly Container[], proxmox: boolean): string {
	const name = ({ template, memoryMb, id }: Container) => {
		if (memoryMb === 256 && id < "6") return "-";
		return proxmox ? template.replace(/-x86_64.*/, "-standard_1.0-2_amd64") : template;
	};
	return containers.map((container) => `${name(container)}\n`).join("");
}

/** For each running container a dashed line and its busiest processes; a name is cut to 15 characters. */
export function topPs(containers: readonly Container[], next: Random): string {
	return containers
		.filter(({ state }) => state === "running")
		.map(({ processes }) => {
			let seconds = 200 + next() * 20_000;
			const rows = processes.slice(0, 5).map((name) => {
				const row = `${Math.round(seconds)} ${name.slice(0, 15)}\n`;
				seconds *= 0.2 + next() * 0.4;
				return row;
			});
			return `----\n${rows.join("")}`;
		})
		.join("");
}
