/** Virtual machines and containers, from what `prlctl list -a -i -j` and vzctl print. */
import { cgroupController } from "#lib/facts/cgroups";
import { filesystem } from "#lib/facts/filesystem";
import type { Facts } from "#lib/facts/sections";
import { containerState, guestOs, vmState } from "#lib/facts/software/guest";
import { serverProgram } from "#lib/facts/software/process";
import { wholeNumber } from "#lib/facts/text";
import { distinct, grouped } from "../grouped";
import { readLimits } from "../limits";
import { containerOs } from "../rules";
import {
	countOf,
	eachOnce,
	flagOf,
	inSteps,
	type JsonObject,
	lines,
	listOf,
	manyOf,
	objectOf,
	objectsOf,
	sumOf,
	textOf,
	textsOf,
} from "../values";

/** Virtual machines. */
export function readVmGuests(output: JsonObject): Facts["vm-guests"] | null {
	const guests = guestsOf(output, "VM");
	if (!guests) return null;
	const [stateOf, systemOf] = [eachOnce(vmState, "other"), eachOnce(guestOs, otherGuest)];
	const vms = guests.map(({ state, os, memoryMib, cpus, sockets }) => {
		const guest = systemOf(os);
		return {
			state: stateOf(state),
			os: guest.os,
			family: guest.family,
			memoryMib: limited(memoryMib),
			cpus: vmCpus(limited(cpus), sockets),
		};
	});
	return { vms: grouped(vms) };
}

const otherGuest: ReturnType<typeof guestOs> = { os: "other", family: "other" };

/** `cpus` of prlctl are those of one socket. */
function vmCpus(perSocket: number | null, sockets: number): number | null {
	return perSocket === null ? null : manyOf(perSocket * sockets);
}

/** A virtual machine always has a limit. */
function limited(amount: number | "unlimited" | null): number | null {
	return amount === "unlimited" ? null : amount;
}

/** Versions of what runs the virtual machines. */
export function readVmCommon(output: JsonObject): Facts["vm-common"] | null {
	const [libvirt, qemu] = [textOf(output.libvirt), textOf(output.qemu)];
	if (libvirt === null && qemu === null && !objectOf(output.domains)) return null;
	return { libvirt: threeNumbers(libvirt), qemu: threeNumbers(qemu) };
}

/** `2.12.0-18.6.3.vz7.21.6` → `2.12.0`: rebuilds could tell hosts apart. */
function threeNumbers(version: string | null): string | null {
	return /^\s*(\d{1,4}(?:\.\d{1,4}){1,2})(?!\d)/.exec(version ?? "")?.[1] ?? null;
}

/** Containers and their limits. */
export function readContainerSettings(output: JsonObject): Facts["container-settings"] | null {
	const guests = guestsOf(output, "CT");
	if (!guests) return null;
	const stateOf = eachOnce(containerState, "other");
	const containers = guests.map(({ state, memoryMib, cpus, diskMib }) => ({
		state: stateOf(state),
		memoryMib,
		cpus,
		diskMib,
		vswap: null,
	}));
	return { containers: grouped(containers) };
}

type Limit = number | "unlimited" | null;

interface Guest {
	state: unknown;
	os: unknown;
	memoryMib: Limit;
	/** Of a virtual machine: in one socket. */
	cpus: Limit;
	sockets: number;
	/** Of all disks together. */
	diskMib: Limit;
}

/** The guests of one type, without templates. A guest that does not state its type is in the right list. */
function guestsOf(output: JsonObject, type: "VM" | "CT"): Guest[] | null {
	const listed = objectsOf(output.prlctl_list_aij);
	return listed?.filter((guest) => isOf(guest, type)).map(guestOf) ?? null;
}

function isOf(guest: JsonObject, type: "VM" | "CT"): boolean {
	const stated = textOf(guest.Type)?.trim().toUpperCase();
	return (stated === undefined || stated === "" || stated === type) && flagOf(guest.Template) !== true;
}

function guestOf(guest: JsonObject): Guest {
	const hardware = objectOf(guest.Hardware) ?? {};
	return {
		state: guest.State,
		os: guest.OS,
		memoryMib: sizeOf(objectOf(hardware.memory)?.size, memoryStepMib),
		cpus: cpusOf(objectOf(hardware.cpu)?.cpus),
		sockets: countOf(objectOf(hardware.cpu)?.sockets) ?? 1,
		diskMib: disksOf(hardware),
	};
}

const memoryStepMib = 64;
const diskStepMib = 1024;

/** Numbers with units are texts: `2048Mb`. */
function sizeOf(value: unknown, step: number): Limit {
	const text = textOf(value)?.trim() ?? "";
	if (/^unlimited$/i.test(text)) return "unlimited";
	const mib = Number(/^(\d{1,10})\s?Mb$/i.exec(text)?.[1] ?? Number.NaN);
	return Number.isNaN(mib) ? null : inSteps(mib, step);
}

function cpusOf(value: unknown): Limit {
	// vzctl calls no limit 0.
	if (value === 0 || /^unlimited$/i.test(textOf(value)?.trim() ?? "")) return "unlimited";
	return manyOf(value);
}

/** Devices are siblings of `cpu` and `memory`, called `hdd0`, `hdd1` and so on. A sum that lacks one would be wrong. */
function disksOf(hardware: JsonObject): Limit {
	const sizes = Object.entries(hardware).flatMap(([name, device]) =>
		/^hdd\d{1,4}$/.test(name) ? [sizeOf(objectOf(device)?.size, 1)] : [],
	);
	let sum = 0;
	for (const size of sizes) {
		if (size === null || size === "unlimited") return size;
		sum += size;
	}
	return sizes.length === 0 || sum > mibMax ? null : inSteps(sum, diskStepMib);
}

/** A thousand terabytes. */
const mibMax = 2 ** 30;

/** Templates and server programs of containers. Names that no rule knows are the hoster's own and are not kept. */
export function readContainerContents(output: JsonObject): Facts["container-contents"] | null {
	const listed = objectsOf(output.containers);
	if (!listed) return null;
	const systemOf = eachOnce(containerOs, "custom");
	const programOf = eachOnce(serverProgram, null);
	const containers = listed.map(({ ostemplate, top }) => ({
		os: systemOf(textOf(ostemplate)),
		processes: distinct(
			(listOf(top) ?? []).slice(0, readLimits.programs).flatMap((entry) => programOf(nameIn(entry)) ?? []),
		),
	}));
	return { containers: grouped(containers) };
}

/** An entry is `[seconds, name]`. */
function nameIn(entry: unknown): string {
	return textOf(listOf(entry)?.[1]) ?? "";
}

/** vzctl numbers the layouts; 3 was VZFS. */
const layoutNames: Readonly<Record<string, "ploop" | "simfs">> = { "4": "simfs", "5": "ploop" };

/** Where containers keep their files, and the file system they are on. */
export function readSimfs(output: JsonObject, member: (name: string) => JsonObject | null): Facts["simfs"] | null {
	const layouts = objectOf(output.layouts);
	if (!layouts) return null;
	const counts = { ploop: 0, simfs: 0, other: 0, unknown: 0 };
	for (const [number, containers] of Object.entries(layouts)) {
		const layout = (Object.hasOwn(layoutNames, number) ? layoutNames[number] : undefined) ?? "other";
		counts[layout] = sumOf([counts[layout], manyOf(containers) ?? 0]);
	}
	// The disks section looks at /vz too, and is in most reports the only one that says what it is.
	const vz = objectOf(member("disks.json")?.vz);
	return { layouts: counts, filesystem: filesystem(mountedAtVz(output.proc_mounts) ?? textOf(vz?.fstype)) };
}

/** The third column of `/proc/mounts`. */
function mountedAtVz(mounts: unknown): string | null {
	for (const line of textsOf(mounts) ?? []) {
		const [, place, type] = line.slice(0, readLimits.lineCharacters).split(/\s+/, 3);
		if (place === "/vz") return type ?? null;
	}
	return null;
}

/** Resource controllers of the kernel, and how many containers have their disk traffic limited. */
export function readCgroups(output: JsonObject): Facts["cgroups"] | null {
	const controllers = textOf(output.proc_cgroups);
	const containers = objectsOf(output.containers);
	if (controllers === null && !containers) return null;
	const limited = (containers ?? []).map(isLimited);
	return {
		controllers: enabled(controllers ?? ""),
		ioLimited: limited.filter((limit) => limit === true).length,
		ioUnlimited: limited.filter((limit) => limit === false).length,
	};
}

/** Lines of `name hierarchy cgroups enabled`. */
function enabled(procCgroups: string): string[] {
	const names = [...lines(procCgroups)].flatMap((line) => {
		const [name = "", , , isEnabled] = line.split(/\s+/, 4);
		return isEnabled === "1" ? [cgroupController(name)] : [];
	});
	return distinct(names);
}

/** In bytes or in operations per second; 0 is no limit. `null` when the container says neither. */
function isLimited(container: JsonObject): boolean | null {
	const speeds = ["beancounter.iolimit.speed", "beancounter.iopslimit.speed"].map((file) =>
		wholeNumber(container[file]),
	);
	if (speeds.some((speed) => speed !== null && speed > 0)) return true;
	return speeds.every((speed) => speed === null) ? null : false;
}
