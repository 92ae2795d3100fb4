/** The two numbers of `/proc/meminfo` that are kept. */
import { installedMib } from "#lib/facts/memory";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { inSteps } from "./values";

const swapStepMib = 256;

/** Both in kB, as numbers or digits. */
export function memoryOf(memTotal: unknown, swapTotal: unknown): Pick<Facts["memory"], "installedMib" | "swapMib"> {
	const [memory, swap] = [wholeNumber(memTotal), wholeNumber(swapTotal)];
	return {
		installedMib: memory === null ? null : installedMib(memory),
		swapMib: swap === null ? null : inSteps(swap / 1024, swapStepMib),
	};
}
