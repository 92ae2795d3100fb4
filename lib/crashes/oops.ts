/** Reads the text of a kernel oops: its frames, and letters of the kernel's taint state. Nothing else of it is looked at. */
import { lines } from "#lib/readers/values";
import type { taintFlags } from "./ureport";

export interface OopsFrame {
	reliable: boolean;
	function_name: string;
	function_offset: number;
	function_length: number;
	module_name?: string;
}

const linesMax = 1024;
/** ` [<ffffffff8b88ba2c>] ? SyS_select+0xdc/0x120 [module]`, with or without what stands in brackets. */
const frame =
	/\[<[0-9a-f]{8,16}>\] (\? )?(\w[\w.]{0,127})\+0x([0-9a-f]{1,8})\/0x([0-9a-f]{1,8})(?: \[(\w{1,64})[^\]]{0,8}\])?$/;

export function oopsFrames(text: string): OopsFrame[] {
	return [...lines(text, linesMax)].flatMap((line) => {
		const [whole, unreliable, name = "", offset = "", length = "", module] = frame.exec(line) ?? [];
		if (whole === undefined) return [];
		return {
			reliable: unreliable === undefined,
			function_name: name,
			function_offset: Number.parseInt(offset, 16),
			function_length: Number.parseInt(length, 16),
			...(module === undefined ? {} : { module_name: module }),
		};
	});
}

const letters: Readonly<Record<string, (typeof taintFlags)[number]>> = {
	...{ P: "module_proprietary", F: "forced_module", S: "smp_unsafe", R: "forced_removal", M: "mce", B: "page_release" },
	...{ U: "userspace", D: "died_recently", A: "acpi_overridden", W: "warning", C: "staging_driver" },
	...{ I: "firmware_workaround", O: "module_out_of_tree", E: "unsigned_module", L: "soft_lockup", K: "live_patch" },
};

/** `G    B      ` → page_release. A `G` says that no module is proprietary. */
export function taintFlagsIn(state: string): (typeof taintFlags)[number][] {
	return [...new Set(state.slice(0, 64))].flatMap((letter) => letters[letter] ?? []);
}
