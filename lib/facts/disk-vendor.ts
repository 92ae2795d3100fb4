/**
 * Who made a disk. The model comes first: every SATA drive gives `ATA` as its vendor, and server makers put their name
 * on other makers' drives only where they also give them part numbers of their own.
 */
import { makersByModel, makersByVendor } from "./disk-makers";
import { named, volumeKind } from "./disk-volumes";

const first = (rules: readonly (readonly [RegExp, string])[], text: string) =>
	rules.find(([pattern]) => pattern.test(text))?.[1];

/**
 * `null` when nothing is said, and for volumes of RAID controllers, storage networks and hypervisors, whose vendor
 * made no disk; `other` for a maker that no rule knows.
 */
export function diskVendor(vendor: string | null, model: string | null): string | null {
	const said = named(vendor, model);
	if (said.vendor === null && said.model === null) return null;
	if (volumeKind(vendor, model) !== null) return null;
	const byModel = said.model === null ? undefined : first(makersByModel, said.model);
	return byModel ?? (said.vendor === null ? undefined : first(makersByVendor, said.vendor)) ?? "other";
}
