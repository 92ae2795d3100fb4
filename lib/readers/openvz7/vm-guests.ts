/** Virtual machines of the host. */

import type { Facts } from "#lib/facts/sections";
import { guestOs, vmState } from "#lib/facts/software/guest";
import { grouped } from "../grouped";
import type { JsonObject } from "../values";
import { guestsOf } from "./prlctl";

export function readVmGuests(output: JsonObject): Facts["vm-guests"] | null {
	const guests = guestsOf(output, "VM");
	if (!guests) return null;
	const vms = guests.map(({ state, os, memoryMib, cpus }) => {
		const guest = guestOs(os);
		return {
			state: vmState(state),
			os: guest.os,
			family: guest.family,
			memoryMib: limited(memoryMib),
			cpus: limited(cpus),
		};
	});
	return { vms: grouped(vms, (vm) => ({ ...vm, memoryMib: null, cpus: null })) };
}

/** A machine cannot have everything. */
function limited(amount: number | "unlimited" | null): number | null {
	return amount === "unlimited" ? null : amount;
}
