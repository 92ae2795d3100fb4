/** Enabled services: the known ones by name, the others as a number. */
import type { Facts } from "#lib/facts/sections";
import { unitName } from "#lib/facts/software/unit";
import { distinct } from "../grouped";
import { type JsonObject, textsOf } from "../values";

export function readServices(output: JsonObject): Facts["services"] | null {
	const units = textsOf(output.enabled);
	if (!units) return null;
	const names = units.map((unit) => unitName(unit));
	const known = names.filter((name) => name !== null);
	return { enabled: distinct(known), others: names.length - known.length };
}
