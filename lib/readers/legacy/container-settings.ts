/** Containers of the host: their states, and whether they use VSwap. */

import type { Facts } from "#lib/facts/sections";
import { containerState } from "#lib/facts/software/guest";
import { grouped } from "../grouped";
import { flagOf } from "../values";
import type { MemberText } from "./sections";
import { listedContainers } from "./vzlist";

export function readContainerSettings(text: MemberText): Facts["container-settings"] {
	const containers = listedContainers(text("vzlist")).map(({ status, vswap }) => ({
		state: containerState(status),
		memoryMib: null,
		cpus: null,
		diskMib: null,
		vswap: flagOf(vswap),
	}));
	return { containers: grouped(containers) };
}
