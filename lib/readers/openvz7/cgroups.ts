/** Resource controllers of the kernel, and how many containers have their disk traffic limited. */
import { cgroupController } from "#lib/facts/cgroups";
import type { Facts } from "#lib/facts/sections";
import { wholeNumber } from "#lib/facts/text";
import { distinct } from "../grouped";
import { lines } from "../lines";
import { type JsonObject, objectsOf, textOf } from "../values";

export function readCgroups(output: JsonObject): Facts["cgroups"] | null {
	const controllers = textOf(output.proc_cgroups);
	const containers = objectsOf(output.containers);
	if (controllers === null && !containers) return null;
	const limited = (containers ?? []).map(isLimited);
	return {
		controllers: enabled(controllers ?? ""),
		ioLimited: limited.filter((limit) => limit === true).length,
		ioUnlimited: limited.filter((limit) => limit === false).length,
	};
}

/** Lines of `name hierarchy cgroups enabled`. */
function enabled(procCgroups: string): string[] {
	const names = [...lines(procCgroups)].flatMap((line) => {
		const [name = "", , , isEnabled] = line.split(/\s+/);
		return isEnabled === "1" ? [cgroupController(name)] : [];
	});
	return distinct(names);
}

/** In bytes or in operations per second; 0 is no limit. `null` when the container says neither. */
function isLimited(container: JsonObject): boolean | null {
	const speeds = ["beancounter.iolimit.speed", "beancounter.iopslimit.speed"].map((file) =>
		wholeNumber(container[file]),
	);
	if (speeds.some((speed) => speed !== null && speed > 0)) return true;
	return speeds.every((speed) => speed === null) ? null : false;
}
