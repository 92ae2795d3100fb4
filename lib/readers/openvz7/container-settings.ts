/** Containers of the host and their limits. */

import type { Facts } from "#lib/facts/sections";
import { containerState } from "#lib/facts/software/guest";
import { grouped } from "../grouped";
import type { JsonObject } from "../values";
import { guestsOf } from "./prlctl";

export function readContainerSettings(output: JsonObject): Facts["container-settings"] | null {
	const guests = guestsOf(output, "CT");
	if (!guests) return null;
	const containers = guests.map(({ state, memoryMib, cpus, diskMib }) => ({
		state: containerState(state),
		memoryMib,
		cpus,
		diskMib,
		vswap: null,
	}));
	return {
		containers: grouped(containers, (container) => ({ ...container, memoryMib: null, cpus: null, diskMib: null })),
	};
}
