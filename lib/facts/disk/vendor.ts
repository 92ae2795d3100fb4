/**
 * Who made a disk. The model comes first: every SATA drive gives `ATA` as its vendor, and server makers put their name
 * on other makers' drives only where they also give them part numbers of their own.
 */
import { type Makers, makersByModel, makersByVendor } from "./makers";
import { scsiNames, volumeKind } from "./volumes";

const first = (makers: Makers, text: string) => makers.find(([pattern]) => pattern.test(text))?.[1];

/**
 * `null` when both fields are absent, and for volumes of RAID controllers, storage networks and hypervisors, whose
 * vendor made no disk; `other` for a maker that no rule knows.
 */
export function diskVendor(vendor: string | null, model: string | null): string | null {
	const names = scsiNames(vendor, model);
	if (names.vendor === null && names.model === null) return null;
	if (volumeKind(vendor, model) !== null) return null;
	const byModel = names.model === null ? undefined : first(makersByModel, names.model);
	return byModel ?? (names.vendor === null ? undefined : first(makersByVendor, names.vendor)) ?? "other";
}
