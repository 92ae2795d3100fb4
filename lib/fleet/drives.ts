/** Which drives a simulated host was bought with. */
import { type CensusRow, driveCensus } from "./drive-census";
import { pick, type Weighted } from "./random";
import { along } from "./time";

export type DriveKind = keyof typeof driveCensus;

export interface Drive {
	kind: DriveKind;
	/** As smartctl gives it; `lsblk` cuts it to 16 characters for SATA and SAS. */
	model: string;
	gb: number;
	/** What SCSI INQUIRY gives as the vendor: `ATA` for every SATA drive. */
	vendor: string;
	transport: "sata" | "sas" | "nvme";
	revision: string;
	/** Year in which it came out. */
	since: number;
}

function table(kind: DriveKind): Weighted<Drive> {
	const rows: readonly CensusRow[] = driveCensus[kind];
	return rows.map(([model, gb, weight, since, revision = "", sas]) => {
		const vendor = kind === "nvme" ? "" : (sas ?? "ATA");
		const transport = kind === "nvme" ? "nvme" : sas ? "sas" : "sata";
		return [{ kind, model, gb, vendor, transport, revision, since } as const, weight] as const;
	});
}

const tables = { hdd: table("hdd"), ssd: table("ssd"), nvme: table("nvme") };

/** Kinds by year of purchase [A]: over the years they give the 46.8, 36.5 and 16.7 % of the census. */
const nvmeShare = [
	[2014, 0],
	[2018, 0.1],
	[2020, 0.24],
	[2023, 0.45],
	[2026, 0.6],
] as const;
const hddShare = [
	[2009, 0.97],
	[2013, 0.85],
	[2016, 0.52],
	[2019, 0.36],
	[2022, 0.28],
	[2026, 0.18],
] as const;

export function kindBought(u: number, year: number): DriveKind {
	const nvmes = along(nvmeShare, year);
	const hdds = along(hddShare, year);
	return u < hdds ? "hdd" : u < 1 - nvmes ? "ssd" : "nvme";
}

export function driveBought(u: number, kind: DriveKind, year: number): Drive {
	const offered = tables[kind].map(([drive, weight]) => {
		const age = year - drive.since;
		return [drive, age < 0 ? 0 : weight * 0.5 ** Math.max(0, (age - 3) / 2)] as const;
	});
	// Before the first drive of a kind came out, hosts get the oldest.
	const oldest = tables[kind].map(
		([drive]) => [drive, drive.since === Math.min(...tables[kind].map(([d]) => d.since)) ? 1 : 0] as const,
	);
	return pick(u, offered.some(([, weight]) => weight > 0) ? offered : oldest);
}

/** Exact bytes of a drive sold with so many gigabytes (IDEMA LBA1-03). */
export function bytesOf(gb: number): number {
	return 512 * (97_696_368 + 1_953_504 * (gb - 50));
}
