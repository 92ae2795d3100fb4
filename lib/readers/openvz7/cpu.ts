/** Processors, from the fields of `lscpu` of any age: what it cannot tell it leaves out or prints as `-`. */
import { cpuGeneration } from "#lib/facts/cpu/generation";
import { cpuModel } from "#lib/facts/cpu/model";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import type { Facts } from "#lib/facts/sections";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { countOf, type JsonObject, known, objectOf, textOf } from "../values";

export function readCpu(output: JsonObject): Facts["cpu"] | null {
	const lscpu = objectOf(output.lscpu);
	if (!lscpu) return null;
	const name = nameIn(lscpu);
	const model = known(name, cpuModel);
	// util-linux before 2.20 says `CPU socket(s)`.
	const sockets = countOf(lscpu["Socket(s)"]) ?? countOf(lscpu["CPU socket(s)"]);
	const coresPerSocket = countOf(lscpu["Core(s) per socket"]);
	return {
		vendor: cpuVendor(said(lscpu["Vendor ID"]) ?? said(lscpu["BIOS Vendor ID"]), name),
		model,
		generation: cpuGeneration(model),
		sockets,
		cores: sockets && coresPerSocket && countOf(sockets * coresPerSocket),
		threads: countOf(lscpu["CPU(s)"]),
	};
}

export function unmatchedCpu(output: JsonObject): Unmatched[] {
	const name = nameIn(objectOf(output.lscpu) ?? {});
	return unmatched("cpu-model", name, known(name, cpuModel));
}

/** On ARM, where no instruction tells the name, newer `lscpu` has the firmware's word. */
function nameIn(lscpu: JsonObject): string | null {
	return said(lscpu["Model name"]) ?? said(lscpu["BIOS Model name"]);
}

function said(value: unknown): string | null {
	const text = textOf(value)?.trim() ?? "";
	return text === "" || text === "-" ? null : text;
}
