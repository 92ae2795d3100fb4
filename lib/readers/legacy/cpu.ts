/** Processors, from the blocks of `/proc/cpuinfo`: one for each logical processor. */
import { cpuGeneration } from "#lib/facts/cpu/generation";
import { cpuModel } from "#lib/facts/cpu/model";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import type { Facts } from "#lib/facts/sections";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { lines } from "../lines";
import { countOf, known, manyOf } from "../values";
import type { MemberText } from "./sections";

interface LogicalCpu {
	socket: number | null;
	core: number | null;
}

export function readCpu(text: MemberText): Facts["cpu"] {
	const cpus: LogicalCpu[] = [];
	const said = new Map<string, string>();
	for (const [key, value] of fields(text("cpuinfo"))) {
		if (key === "processor" && /^\d+$/.test(value)) cpus.push({ socket: null, core: null });
		else if (!said.has(key)) said.set(key, value);
		const cpu = cpus.at(-1);
		if (cpu && key === "physical id") cpu.socket = manyOf(value);
		if (cpu && key === "core id") cpu.core = manyOf(value);
	}
	const name = nameIn(said);
	const model = known(name, cpuModel);
	return {
		vendor: cpuVendor(said.get("vendor_id") ?? said.get("cpu implementer") ?? null, name),
		model,
		generation: cpuGeneration(model),
		sockets: different(cpus, ({ socket }) => socket),
		cores: different(cpus, ({ socket, core }) => (socket === null || core === null ? null : `${socket}/${core}`)),
		threads: countOf(cpus.length),
	};
}

/** Old ARM kernels name the model `Processor`, POWER names it `cpu`. */
function nameIn(said: ReadonlyMap<string, string>): string | null {
	return said.get("model name") ?? said.get("processor") ?? said.get("cpu") ?? null;
}

export function unmatchedCpu(text: MemberText): Unmatched[] {
	const said = new Map<string, string>();
	for (const [key, value] of fields(text("cpuinfo"))) {
		const isNumber = key === "processor" && /^\d+$/.test(value);
		if (!isNumber && !said.has(key)) said.set(key, value);
	}
	const name = nameIn(said);
	return unmatched("cpu-model", name, known(name, cpuModel));
}

function* fields(cpuinfo: string): Generator<[string, string]> {
	for (const line of lines(cpuinfo)) {
		const colon = line.indexOf(":");
		if (colon > 0) yield [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
	}
}

/** `null` where a processor does not say, as under Xen on RHEL 5. */
function different(cpus: readonly LogicalCpu[], place: (cpu: LogicalCpu) => number | string | null): number | null {
	const places = new Set(cpus.map(place));
	return places.has(null) ? null : countOf(places.size);
}
