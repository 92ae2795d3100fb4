/** Memory, from `/proc/meminfo` in kB and the policy of vcmmd. */
import type { Facts } from "#lib/facts/sections";
import { memoryOf } from "../memory";
import { type JsonObject, objectOf, textOf } from "../values";

type Memory = Facts["memory"];

export function readMemory(output: JsonObject): Memory | null {
	const meminfo = objectOf(output.meminfo);
	if (!meminfo) return null;
	const policy = objectOf(output.vcmmd_policy);
	return {
		...memoryOf(meminfo.MemTotal, meminfo.SwapTotal),
		policy: policyOf(policy?.runtime) ?? policyOf(policy?.config),
	};
}

function policyOf(value: unknown): Memory["policy"] {
	const said = textOf(value)?.trim().toLowerCase();
	if (!said) return null;
	return said === "performance" || said === "density" ? said : "other";
}
