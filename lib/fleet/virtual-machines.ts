/** A virtual machine as it is made. */
import { guestNames } from "./guest-names";
import { between, hex, oneOf, pick, type Random, uuid } from "./random";
import { systemMade } from "./templates";
import { yearOf } from "./time";

export interface VirtualMachine {
	id: string;
	envId: string;
	name: string;
	/** As prlctl names it; empty when unknown. */
	os: string;
	state: "running" | "stopped" | "suspended" | "paused";
	memoryMb: number;
	cpus: number;
	diskMb: number;
	mac: string;
	efi: boolean;
	tools: "installed" | "not_installed" | "outdated" | "possibly_installed";
	template: boolean;
	started: number;
}

export function makeVirtualMachine(at: number, next: Random): VirtualMachine {
	const os = systemMade(next(), next(), yearOf(at));
	const windows = os.startsWith("win");
	return {
		id: uuid(next),
		envId: String(between(next(), 1_000_000_000, 2_000_000_000)),
		name: `${oneOf(next(), windows ? ["win-ad", "rds", "mssql", "1c-srv"] : guestNames)}${between(next(), 1, 40)}`,
		os,
		state: pick(next(), [
			["running", 82],
			["stopped", 15],
			["suspended", 2],
			["paused", 1],
		] as const),
		memoryMb: pick(next(), [
			[1024, 8],
			[2048, 22],
			[4096, 30],
			[8192, 24],
			[16384, 11],
			[32768, 5],
		] as const),
		cpus: pick(next(), [
			[1, 14],
			[2, 36],
			[4, 32],
			[8, 14],
			[16, 4],
		] as const),
		diskMb:
			pick(next(), [
				[32, 20],
				[64, 38],
				[100, 22],
				[250, 14],
				[1000, 6],
			] as const) * 1024,
		mac: `001C42${hex(next, 6).toUpperCase()}`,
		efi: next() < (windows ? 0.4 : 0.15),
		tools: pick(next(), [
			["installed", 70],
			["outdated", 14],
			["not_installed", 14],
			["possibly_installed", 2],
		] as const),
		template: next() < 0.02,
		started: at,
	};
}
