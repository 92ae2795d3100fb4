/**
 * Drives of OpenVZ servers: models, sizes, counts and years as linuxhw/EnterpriseDrive has them (CC-BY-4.0, see
 * SOURCES.md), rare ones at the end; and which of them a simulated host was bought with.
 */
import { along, type Weighted, weighted } from "./chance";

export type DriveKind = "hdd" | "ssd" | "nvme";

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

/** `model | GB | count | year | revision | vendor of a SAS drive`. */
const census: Readonly<Record<DriveKind, string>> = {
	hdd: `
		HGST HUH721212ALN604 | 12000 | 2142 | 2017.5 | W9HL; WDC WUH721414ALE604 | 14000 | 2111 | 2019 | W240;
		WDC WUH721818ALE604 | 18000 | 2060 | 2020.6 | W680; ST6000NM0024-1HT17Z | 6000 | 1697 | 2014.3 | SN05;
		ST10000NM0016-1TT101 | 10000 | 1568 | 2016.5 | SND0; ST8000NM0055-1RM112 | 8000 | 949 | 2016.2 | SN04;
		TOSHIBA MG04ACA600E | 6000 | 778 | 2014.5 | FS2B; WDC WUH721818ALE6L4 | 18000 | 768 | 2020.8 | W232;
		TOSHIBA MG05ACA800E | 8000 | 677 | 2016.3 | GX2A; ST4000NM0033-9ZM170 | 4000 | 900 | 2012.8 | SN04;
		TOSHIBA MD04ACA400 | 4000 | 452 | 2013.8 | FP2A; TOSHIBA DT01ACA200 | 2000 | 594 | 2012.3 | ABB0;
		WDC WD40EFRX-68WT0N0 | 4000 | 490 | 2013.7 | 82.0; HGST HUS724020ALA640 | 2000 | 582 | 2012.6 | AA70;
		MM2000GEFRA | 2000 | 270 | 2014 | HPG3 | HP; ST8000DM005-2EH112 | 8000 | 217 | 2017 | 0001;
		ST4000NM0035-1V4107 | 4000 | 497 | 2016.1 | TN04; HGST HUS726060ALE614 | 6000 | 378 | 2015.2 | WNH7;
		ST1000NM0033-9ZM173 | 1000 | 755 | 2012.7 | SN06; HGST HUS726020ALA610 | 2000 | 455 | 2015.2 | T907;
		WDC WD1003FBYX-01Y7B1 | 1000 | 929 | 2010.5 | 01.0; ST31000528AS | 1000 | 500 | 2009.2 | CC46;
		ST500DM002-1BD142 | 500 | 420 | 2011.7 | KC45; Hitachi HDS723030ALA640 | 3000 | 380 | 2011 | AA10;
		ST3600057SS | 600 | 120 | 2010 | 000B | SEAGATE; ST16000NM001G-2KK103 | 16000 | 460 | 2019.5 | SN03;
		ST20000NM007D-3DJ103 | 20000 | 270 | 2021.8 | SN01; ST2000NM0033-9ZM175 | 2000 | 60 | 2012.8 | SN04;
		ST3000DM001-1CH166 | 3000 | 50 | 2012 | CC27; TOSHIBA MG03ACA300 | 3000 | 40 | 2013 | FL1A;
		WDC WD2000FYYZ-01UL1B1 | 2000 | 45 | 2012.5 | 01.0; Hitachi HUA723020ALA641 | 2000 | 40 | 2011.5 | MK7O;
		HGST HUS722T2TALA604 | 2000 | 60 | 2017 | RAGN; ST12000NM0007-2A1101 | 12000 | 70 | 2017.8 | SN03;
		TOSHIBA MG07ACA14TE | 14000 | 60 | 2018.3 | 0101; TOSHIBA MG08ACA16TE | 16000 | 80 | 2019.6 | 0102;`,
	ssd: `
		SAMSUNG MZ7LH960HAJR-00005 | 960 | 1170 | 2018.5 | 904Q; INTEL SSDSC2KB960G8 | 960 | 927 | 2018.2 | 0132;
		SAMSUNG MZ7LH1T9HMLT-00005 | 1920 | 845 | 2018.5 | 904Q; INTEL SSDSC2KB240G8 | 240 | 823 | 2018.2 | 0132;
		SAMSUNG MZ7LH240HAHQ-00005 | 240 | 520 | 2018.5 | 904Q; CT1000MX500SSD1 | 1000 | 496 | 2018 | 023;
		INTEL SSDSC2KB019T8 | 1920 | 474 | 2018.2 | 0132; Samsung SSD 860 EVO 1TB | 1000 | 472 | 2018.1 | 3B6Q;
		SAMSUNG MZ7LM960HMJP-00005 | 960 | 643 | 2016.2 | 104Q; INTEL SSDSC2KB480G8 | 480 | 614 | 2018.2 | 0132;
		Samsung SSD 860 EVO 500GB | 500 | 291 | 2018.1 | 2B6Q; INTEL SSDSC2KG480G8 | 480 | 284 | 2018.2 | 0132;
		Samsung SSD 883 DCT 1.92TB | 1920 | 236 | 2018.8 | 3Q; Micron_5300_MTFDDAK960TDS | 960 | 394 | 2019.9 | U001;
		Micron_5200_MTFDDAK960TDD | 960 | 374 | 2018.1 | U004; INTEL SSDSC2BA200G4 | 200 | 260 | 2015.2 | 0270;
		KINGSTON SA400S37240G | 240 | 252 | 2017.2 | K1B3; INTEL SSDSC2BB480G4 | 480 | 420 | 2013.9 | 0355;
		Crucial_CT512MX100SSD1 | 512 | 220 | 2014.4 | MU02; Samsung SSD 850 PRO 512GB | 512 | 300 | 2014.5 | M6XQ;
		INTEL SSDSA2CW120G3 | 120 | 200 | 2011.3 | 0362; SAMSUNG MZ7L33T8HBLT-00A07 | 3840 | 900 | 2021.5 | 604Q;
		SAMSUNG MZ7L37T6HBLA-00A07 | 7680 | 330 | 2021.5 | 604Q; Samsung SSD 850 EVO 500GB | 500 | 60 | 2014.9 | 2B6Q;
		Samsung SSD 870 EVO 1TB | 1000 | 70 | 2021 | 2B6Q; CT500MX500SSD1 | 500 | 60 | 2018 | 023;
		KINGSTON SEDC500M960G | 960 | 40 | 2019.2 | J2.3; INTEL SSDSC2BX400G4 | 400 | 50 | 2015.2 | 0140;
		SanDisk SDSSDHII480G | 480 | 30 | 2014.8 | 4.00; Micron_M500DC_MTFDDAK480MBB | 480 | 30 | 2014.3 | 0152;`,
	nvme: `
		SAMSUNG MZQLB1T9HAJR-00007 | 1920 | 951 | 2018.2; SAMSUNG MZQLB960HAJR-00007 | 960 | 682 | 2018.2;
		WUS4BB096D7P3E3 | 960 | 553 | 2019.8; WUS4BB096D7P3E1 | 960 | 488 | 2019.8;
		WUS4BB019D7P3E1 | 1920 | 477 | 2019.8; SAMSUNG MZQL2960HCJR-00A07 | 960 | 615 | 2021.3;
		INTEL SSDPEDMD800G4 | 800 | 276 | 2014.6; INTEL SSDPEDMD400G4 | 400 | 211 | 2014.6;
		Dell Ent NVMe AGN RI U.2 3.84TB | 3840 | 304 | 2020.2; SAMSUNG MZQLB3T8HALS-00007 | 3840 | 382 | 2018.4;
		INTEL SSDPE2KX010T8 | 1000 | 168 | 2018.6; KXG60ZNV256G TOSHIBA | 256 | 156 | 2019.1;
		Samsung SSD 970 EVO Plus 1TB | 1000 | 210 | 2019.1; Micron_7450_MTFDKCC7T6TFR | 7680 | 330 | 2022.3;
		KCD61LUL1T92 | 1920 | 200 | 2020.2; INTEL SSDPE2KX040T8 | 4000 | 50 | 2018.6;
		SAMSUNG MZVL2512HCJQ-00B00 | 512 | 60 | 2021; Samsung SSD 980 PRO 1TB | 1000 | 50 | 2020.8;`,
};

function table(kind: DriveKind): Weighted<Drive> {
	const rows = census[kind].split(";").map((row) => row.trim());
	return rows.filter(Boolean).map((row) => {
		const [model = "", gb, count, since, revision = "", sas] = row.split(" | ");
		const vendor = kind === "nvme" ? "" : (sas ?? "ATA");
		const transport = kind === "nvme" ? "nvme" : sas ? "sas" : "sata";
		return [{ kind, model, gb: Number(gb), vendor, transport, revision, since: Number(since) }, Number(count)] as const;
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
	// Before the first drive of a kind came out, hosts get the oldest.
	const latest = Math.max(year, Math.min(...tables[kind].map(([{ since }]) => since)));
	const offered = tables[kind].map(([drive, weight]) => {
		const age = latest - drive.since;
		return [drive, age < 0 ? 0 : weight * 0.5 ** Math.max(0, (age - 3) / 2)] as const;
	});
	return weighted(u, offered);
}

/** Exact bytes of a drive sold with so many gigabytes (IDEMA LBA1-03). */
export function bytesOf(gb: number): number {
	return 512 * (97_696_368 + 1_953_504 * (gb - 50));
}
