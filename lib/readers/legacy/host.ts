/** The host itself, from the files that vzstats copies. */
import { plausibleCounts } from "#lib/facts/cpu/counts";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import type { Facts } from "#lib/facts/sections";
import { releaseText } from "#lib/facts/software/host-distro";
import { compareKernels, kernelOf, unmatchedKernel } from "#lib/facts/software/kernel";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { readLimits } from "../limits";
import { cpuModel, generationOf, hostDistro } from "../rules";
import { countOf, known, lines, manyOf, memoryOf, sumOf } from "../values";
import type { MemberText } from "./sections";

/** More than `lsb_release` and the ends of release files say. */
const releaseLengthMax = 16_384;

/** Kernel, distribution and version of vzctl. */
export function readStatic(text: MemberText): Facts["static"] {
	const { lsb, osrelease } = releasesOf(text);
	const { branch, version } = kernelOf(unameOf(text));
	return {
		kernel: version,
		kernelBranch: branch,
		release: vzctlVersion(text),
		distro: known((lsb ?? "") + (osrelease ?? ""), () => hostDistro({ lsb, osrelease, kernelBranch: branch })),
		readykernel: null,
		counters: null,
	};
}

export function unmatchedStatic(text: MemberText): Unmatched[] {
	return [
		...unmatchedKernel(unameOf(text)),
		...unmatched("host-distro", releaseText(releasesOf(text)), readStatic(text).distro),
	];
}

function unameOf(text: MemberText): string | null {
	return text("uname").trim().split(/\s+/, 1)[0] ?? null;
}

function releasesOf(text: MemberText): { lsb?: string; osrelease?: string } {
	const [lsb, osrelease] = ["lsbrelease", "osrelease"].map(
		(name) => text(name).slice(0, releaseLengthMax) || undefined,
	);
	return { lsb, osrelease };
}

const number = String.raw`(\d{1,4}(?:\.\d{1,4}){0,4})`;

/** By member, what a line about vzctl itself looks like. */
const patterns: Readonly<Record<string, RegExp>> = {
	// EL 5 prints no architecture.
	"vzversion-rpm": new RegExp(`^vzctl-${number}-[^-\\s]+$`),
	// Only what is installed: the second letter of the state. An epoch may stand before the version.
	"vzversion-deb": new RegExp(`^[a-z]i\\s+vzctl(?::\\w+)?\\s+(?:\\d+:)?${number}(?=[-+~\\s])`),
	"vzversion-gentoo": new RegExp(`^sys-cluster/vzctl-${number}(?:-r\\d+)?$`),
	"vzversion-arch": new RegExp(`^vzctl (?:\\d+:)?${number}-\\S+$`),
};

/** The newest, where several are listed; `null` when none is. */
function vzctlVersion(text: MemberText): string | null {
	const versions = Object.entries(patterns).flatMap(([member, pattern]) =>
		[...lines(text(member), readLimits.fewLines)].flatMap((line) => pattern.exec(line)?.[1] ?? []),
	);
	return versions.sort(compareKernels).at(-1) ?? null;
}

interface LogicalCpu {
	socket: number | null;
	core: number | null;
	/** Of its socket. */
	coresOfSocket: number | null;
}

/** Processors, from the blocks of `/proc/cpuinfo`: one for each logical processor. */
export function readCpu(text: MemberText): Facts["cpu"] {
	const cpus: LogicalCpu[] = [];
	const first = new Map<string, string>();
	for (const [key, value] of fields(text("cpuinfo"))) {
		if (key === "processor" && /^\d+$/.test(value)) cpus.push({ socket: null, core: null, coresOfSocket: null });
		else if (!first.has(key)) first.set(key, value);
		const cpu = cpus.at(-1);
		if (cpu && key === "physical id") cpu.socket = manyOf(value);
		if (cpu && key === "core id") cpu.core = manyOf(value);
		if (cpu && key === "cpu cores") cpu.coresOfSocket = countOf(value);
	}
	const name = nameIn(first);
	const model = known(name, cpuModel);
	return {
		vendor: cpuVendor(first.get("vendor_id") ?? first.get("vendor") ?? first.get("cpu implementer") ?? null, name),
		model,
		generation: generationOf(name),
		...plausibleCounts(model, {
			sockets: different(cpus, ({ socket }) => socket),
			cores: coresOf(cpus),
			threads: countOf(cpus.length),
		}),
	};
}

/**
 * The sum of `cpu cores` over the sockets. AMD repeats core ids for the second die, and a kernel that is older than the
 * processor gives each thread an id: ids are counted only where nothing else is said.
 */
function coresOf(cpus: readonly LogicalCpu[]): number | null {
	const bySocket = new Map<number, number>();
	for (const { socket, coresOfSocket } of cpus) {
		if (socket !== null && coresOfSocket !== null) bySocket.set(socket, coresOfSocket);
	}
	const isSaid = cpus.every(({ socket }) => socket !== null && bySocket.has(socket));
	if (isSaid) return countOf(sumOf(bySocket.values()));
	return different(cpus, ({ socket, core }) => (socket === null || core === null ? null : `${socket}/${core}`));
}

/** Old ARM kernels name the model `Processor`, POWER names it `cpu`, and Itanium may have but a family. */
function nameIn(first: ReadonlyMap<string, string>): string | null {
	const family = first.get("arch")?.startsWith("IA-64") ? first.get("family") : undefined;
	return first.get("model name") ?? first.get("processor") ?? first.get("cpu") ?? family ?? null;
}

export function unmatchedCpu(text: MemberText): Unmatched[] {
	const first = new Map<string, string>();
	for (const [key, value] of fields(text("cpuinfo"))) {
		const isNumber = key === "processor" && /^\d+$/.test(value);
		if (!isNumber && !first.has(key)) first.set(key, value);
	}
	const name = nameIn(first);
	return unmatched("cpu-model", name, known(name, cpuModel));
}

const fieldNames: ReadonlySet<string> = new Set([
	...["processor", "physical id", "core id", "cpu cores", "model name", "cpu"],
	...["vendor_id", "vendor", "cpu implementer", "arch", "family"],
]);
const fieldNameLengthMax = 32;

/** Those that are looked at: a file may have a made-up one on each line. */
function* fields(cpuinfo: string): Generator<[string, string]> {
	for (const line of lines(cpuinfo)) {
		const colon = line.indexOf(":");
		if (colon <= 0 || colon > fieldNameLengthMax) continue;
		const name = line.slice(0, colon).trim().toLowerCase();
		if (fieldNames.has(name)) yield [name, line.slice(colon + 1).trim()];
	}
}

/** `null` where a processor has no such field, as under Xen on RHEL 5. */
function different(cpus: readonly LogicalCpu[], place: (cpu: LogicalCpu) => number | string | null): number | null {
	const places = new Set(cpus.map(place));
	return places.has(null) ? null : countOf(places.size);
}

/** Memory, from `/proc/meminfo`. */
export function readMemory(text: MemberText): Facts["memory"] {
	const kb = new Map<string, string>();
	for (const line of lines(text("meminfo"), readLimits.fewLines)) {
		const [, key, value] = /^(MemTotal|SwapTotal):\s*(\d+)\s*kB$/.exec(line) ?? [];
		if (key !== undefined && value !== undefined) kb.set(key, value);
	}
	return { ...memoryOf(kb.get("MemTotal"), kb.get("SwapTotal")), policy: null };
}
