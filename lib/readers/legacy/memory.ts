/** Memory, from `/proc/meminfo`. */
import type { Facts } from "#lib/facts/sections";
import { lines } from "../lines";
import { memoryOf } from "../memory";
import type { MemberText } from "./sections";

export function readMemory(text: MemberText): Facts["memory"] {
	const kb = new Map<string, string>();
	for (const line of lines(text("meminfo"))) {
		const [, key, value] = /^(MemTotal|SwapTotal):\s*(\d+)\s*kB$/.exec(line) ?? [];
		if (key !== undefined && value !== undefined) kb.set(key, value);
	}
	return { ...memoryOf(kb.get("MemTotal"), kb.get("SwapTotal")), policy: null };
}
