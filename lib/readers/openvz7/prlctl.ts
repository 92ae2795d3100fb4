/** Virtual machines and containers as `prlctl list -a -i -j` prints them. */
import { flagOf, inSteps, type JsonObject, manyOf, objectOf, objectsOf, textOf } from "../values";

type Limit = number | "unlimited" | null;

export interface Guest {
	state: unknown;
	os: unknown;
	memoryMib: Limit;
	cpus: Limit;
	/** Of all disks together. */
	diskMib: Limit;
}

/** The guests of one type that are no templates; one that does not say its type is where it belongs. */
export function guestsOf(output: JsonObject, type: "VM" | "CT"): Guest[] | null {
	const listed = objectsOf(output.prlctl_list_aij);
	return listed?.filter((guest) => isOf(guest, type)).map(guestOf) ?? null;
}

function isOf(guest: JsonObject, type: "VM" | "CT"): boolean {
	const said = textOf(guest.Type)?.trim().toUpperCase();
	return (said === undefined || said === "" || said === type) && flagOf(guest.Template) !== true;
}

function guestOf(guest: JsonObject): Guest {
	const hardware = objectOf(guest.Hardware) ?? {};
	return {
		state: guest.State,
		os: guest.OS,
		memoryMib: sizeOf(objectOf(hardware.memory)?.size, memoryStepMib),
		cpus: cpusOf(objectOf(hardware.cpu)?.cpus),
		diskMib: disksOf(hardware),
	};
}

const memoryStepMib = 64;
const diskStepMib = 1024;

/** Numbers with units are texts: `2048Mb`. */
function sizeOf(value: unknown, step: number): Limit {
	const text = textOf(value)?.trim() ?? "";
	if (/^unlimited$/i.test(text)) return "unlimited";
	const mib = Number(/^(\d{1,10})\s?Mb$/i.exec(text)?.[1] ?? Number.NaN);
	return Number.isNaN(mib) ? null : inSteps(mib, step);
}

function cpusOf(value: unknown): Limit {
	// vzctl calls no limit 0.
	if (value === 0 || /^unlimited$/i.test(textOf(value)?.trim() ?? "")) return "unlimited";
	return manyOf(value);
}

/** Devices are siblings of `cpu` and `memory`, called `hdd0`, `hdd1` and so on. A sum that lacks one would be wrong. */
function disksOf(hardware: JsonObject): Limit {
	const sizes = Object.entries(hardware).flatMap(([name, device]) =>
		/^hdd\d{1,4}$/.test(name) ? [sizeOf(objectOf(device)?.size, 1)] : [],
	);
	let sum = 0;
	for (const size of sizes) {
		if (size === null || size === "unlimited") return size;
		sum += size;
	}
	return sizes.length === 0 || sum > mibMax ? null : inSteps(sum, diskStepMib);
}

/** A thousand terabytes. */
const mibMax = 2 ** 30;
