/** Who built the host, and how its memory is divided among its processors. */
import type { Facts } from "#lib/facts/sections";
import { systemVendor } from "#lib/facts/system-vendor";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { countOf, type JsonObject, objectOf, textOf } from "../values";

export function readHardware(output: JsonObject): Facts["hardware"] | null {
	const system = objectOf(output.system);
	const numaNodes = countOf(output.numa_nodes);
	if (!system && numaNodes === null) return null;
	return { vendor: systemVendor(textOf(system?.vendor)), numaNodes };
}

export function unmatchedHardware(output: JsonObject): Unmatched[] {
	const vendor = textOf(objectOf(output.system)?.vendor);
	return unmatched("system-vendor", vendor, systemVendor(vendor));
}
