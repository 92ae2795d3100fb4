/** The machine, from what `lscpu`, `/proc/meminfo`, `dmidecode` and `ethtool` print. */
import { plausibleCounts } from "#lib/facts/cpu/counts";
import { cpuVendor } from "#lib/facts/cpu/vendor";
import { bondMode, isVirtualNic, nicDriver, teamRunner } from "#lib/facts/network";
import type { Facts } from "#lib/facts/sections";
import { systemVendor } from "#lib/facts/system-vendor";
import { wholeNumber } from "#lib/facts/text";
import { type Unmatched, unmatched } from "#lib/facts/unmatched";
import { grouped } from "../grouped";
import { readLimits } from "../limits";
import { cpuModel, generationOf } from "../rules";
import { countOf, eachOnce, type JsonObject, known, memoryOf, objectOf, objectsOf, textOf } from "../values";

/** Who built the host, and how its memory is divided among its processors. */
export function readHardware(output: JsonObject): Facts["hardware"] | null {
	const system = objectOf(output.system);
	const numaNodes = countOf(output.numa_nodes);
	if (!system && numaNodes === null) return null;
	return { vendor: systemVendor(textOf(system?.vendor)), numaNodes };
}

export function unmatchedHardware(output: JsonObject): Unmatched[] {
	const vendor = textOf(objectOf(output.system)?.vendor);
	return unmatched("system-vendor", vendor, systemVendor(vendor));
}

/** Processors, from `lscpu` of any age: what it does not know it leaves out or prints as `-`. */
export function readCpu(output: JsonObject): Facts["cpu"] | null {
	const lscpu = objectOf(output.lscpu);
	if (!lscpu) return null;
	const name = nameIn(lscpu);
	const model = known(name, cpuModel);
	// util-linux before 2.20 says `CPU socket(s)`.
	const sockets = countOf(lscpu["Socket(s)"]) ?? countOf(lscpu["CPU socket(s)"]);
	const threads = onlineOf(lscpu["On-line CPU(s) list"]) ?? countOf(lscpu["CPU(s)"]);
	return {
		vendor: cpuVendor(field(lscpu["Vendor ID"]) ?? field(lscpu["BIOS Vendor ID"]), name),
		model,
		generation: generationOf(name),
		...plausibleCounts(model, { sockets, cores: coresOf(lscpu, sockets), threads }),
	};
}

/** Of all sockets. Some ARM servers have clusters instead, which `lscpu` counts for the whole host. */
function coresOf(lscpu: JsonObject, sockets: number | null): number | null {
	const perSocket = countOf(lscpu["Core(s) per socket"]);
	if (perSocket !== null) return sockets && countOf(sockets * perSocket);
	const [perCluster, clusters] = [countOf(lscpu["Core(s) per cluster"]), countOf(lscpu["Cluster(s)"])];
	return perCluster && clusters && countOf(perCluster * clusters);
}

/** How many processors a list like `0-7,16` names; `null` when it is none. A processor that is off-line is not in it. */
function onlineOf(list: unknown): number | null {
	const ranges = (textOf(list)?.trim() ?? "").slice(0, 65_536).split(",");
	let count = 0;
	for (const range of ranges) {
		const [, first, last = first] = /^\s*(\d{1,5})(?:-(\d{1,5}))?\s*$/.exec(range) ?? [];
		if (first === undefined || Number(last) < Number(first)) return null;
		count += Number(last) - Number(first) + 1;
	}
	return countOf(count);
}

export function unmatchedCpu(output: JsonObject): Unmatched[] {
	const name = nameIn(objectOf(output.lscpu) ?? {});
	return unmatched("cpu-model", name, known(name, cpuModel));
}

/** On ARM no instruction gives the name: newer versions of `lscpu` print what the firmware calls it. */
function nameIn(lscpu: JsonObject): string | null {
	return field(lscpu["Model name"]) ?? field(lscpu["BIOS Model name"]);
}

function field(value: unknown): string | null {
	const text = textOf(value)?.trim() ?? "";
	return text === "" || text === "-" ? null : text;
}

type Memory = Facts["memory"];

/** Memory in kB, and the policy of vcmmd. */
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
	const policy = textOf(value)?.trim().toLowerCase();
	if (!policy) return null;
	return policy === "performance" || policy === "density" ? policy : "other";
}

type Nic = Omit<Facts["network"]["nics"][number], "count">;

/** Network cards, bonds and teams. Names of devices hold MAC addresses and customers' names: none is kept. */
export function readNetwork(output: JsonObject): Facts["network"] | null {
	const nics = objectsOf(output.nics);
	const bonds = objectsOf(output.bonds);
	if (!nics && !bonds) return null;
	return {
		nics: grouped((nics ?? []).flatMap(nicReader())),
		bonds: grouped((bonds ?? []).slice(0, readLimits.bonds).map(({ proc }) => ({ mode: bondMode(beginning(proc)) }))),
		teams: grouped(
			(objectsOf(output.teams) ?? []).slice(0, readLimits.bonds).map(({ state }) => ({ runner: runnerOf(state) })),
		),
	};
}

function nicReader(): (nic: JsonObject) => Nic[] {
	const driverOf = eachOnce(nicDriver, "other");
	return ({ name, driver, speed }) =>
		isVirtualNic(name, driver) ? [] : [{ driver: driverOf(textOf(driver)), speedMbps: speedOf(speed) }];
}

export function unmatchedNetwork(output: JsonObject): Unmatched[] {
	const nicOf = nicReader();
	return (objectsOf(output.nics) ?? []).flatMap((nic) =>
		nicOf(nic).flatMap((card) => unmatched("nic-driver", nic.driver, card.driver)),
	);
}

/** A link that is down has the speed -1, which older drivers print in 16 bits. */
function speedOf(value: unknown): number | null {
	const mbps = wholeNumber(value, fastestMbps);
	return mbps === 0 || mbps === unknownSpeed ? null : mbps;
}

const fastestMbps = 1_000_000;
const unknownSpeed = 65_535;

function runnerOf(state: unknown): string {
	return teamRunner(objectOf(objectOf(state)?.setup)?.runner_name);
}

/** The mode stands above the list of cards. */
function beginning(proc: unknown): string {
	return (textOf(proc) ?? "").slice(0, 2048);
}
