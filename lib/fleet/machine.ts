/**
 * The hardware of a simulated host: what somebody bought in its year, processor, memory, drives, network cards and the
 * way they are put together.
 */
import { between, type Draw, exponential, oneOf, pick, type Random, type Weighted, weighted } from "./chance";
import { type Cpu, cpuBought, type MachineClass, virtualCpus } from "./cpus";
import { bytesOf, type Drive, driveBought, kindBought } from "./drives";
import { yearOf } from "./time";

export interface RaidVolume {
	vendor: string;
	model: string;
	driver: string;
	bytes: number;
}

export interface Nic {
	name: string;
	driver: string;
	/** Mbit/s of the link; `null` when it is down. */
	speed: number | null;
}

export interface Machine {
	/** Year of purchase, with a fraction. */
	bought: number;
	virtual: boolean;
	cpu: Cpu;
	sockets: number;
	maker: { vendor: string; product: string; board: string };
	ramGb: number;
	/** MemTotal: what is left of the installed memory after the kernel and the board took theirs. */
	memTotalKb: number;
	drives: Drive[];
	raid: RaidVolume[];
	/** Whether the drives are put together by md. */
	md: boolean;
	/** Volumes of a storage network. */
	san: number;
	nics: Nic[];
}

/** GiB of memory. */
const ramOf: Readonly<Record<MachineClass, Readonly<Record<number, number>>>> = {
	desktop: { 8: 10, 16: 28, 32: 40, 64: 20, 128: 2 },
	entry: { 8: 10, 16: 28, 24: 2, 32: 46, 64: 14 },
	old: { 16: 12, 24: 9, 32: 20, 48: 18, 64: 18, 72: 4, 96: 9, 128: 8, 192: 2 },
	dual: { 32: 12, 64: 28, 96: 5, 128: 32, 192: 4, 256: 15, 384: 2, 512: 2 },
	modern: { 64: 9, 96: 7, 128: 26, 192: 13, 256: 24, 384: 8, 512: 10, 1024: 3 },
};

/** `vendor | product | board`. */
const makers = {
	"Supermicro | Super Server | X10DRi": 14,
	"Supermicro | X9DRT | X9DRT": 13,
	"Dell Inc. | PowerEdge R630 | 0CNCJW": 14,
	"Dell Inc. | PowerEdge R720 | 0VWT90": 9,
	"HP | ProLiant DL360 Gen9 | ProLiant DL360 Gen9": 10,
	"HPE | ProLiant DL380 Gen10 | ProLiant DL380 Gen10": 5,
	"Intel Corporation | S1200SP | S1200SP": 5,
	"Lenovo | ThinkSystem SR630 | 7X02CTO1WW": 2.5,
	"DEPO Computers | DEPO Storm 3450 | X10DRi": 2.4,
	"IBM | System x3650 M4 | 00D2888": 2.1,
	"FUJITSU | PRIMERGY RX2530 M4 | D3383-B1": 1.5,
	"HUAWEI | RH1288 V3 | BC11HGSC0": 1.4,
	"TYAN | S7012 | S7012": 0.8,
	"Cisco Systems Inc | UCSC-C220-M4S | UCSC-C220-M4S": 0.3,
	"GIGABYTE | R181-T90-00 | MR91-FS0-00": 0.2,
	"Quanta Cloud Technology Inc. | QuantaGrid D52B-1U | S5B-MB": 0.1,
};
const desktopMakers = {
	"ASUSTeK COMPUTER INC. | System Product Name | Z10PA-U8 Series": 23,
	"To Be Filled By O.E.M. | To Be Filled By O.E.M. | E3C224D2I": 14,
	"ASRockRack | X470D4U | X470D4U": 20,
	"Gigabyte Technology Co., Ltd. | B360 HD3P-LM | B360HD3PLM-CF": 20,
	"MSI | MS-7816 | B85M-E45 (MS-7816)": 8,
	"FUJITSU | ESPRIMO | D3401-H1": 12,
	"Default string | Default string | Default string": 3,
};
const virtualMaker = "QEMU | Standard PC (i440FX + PIIX, 1996) | Not Specified";

/** `driver speed` of network cards. */
const cards = {
	"igb 1000": 30,
	"ixgbe 10000": 14,
	"bnx2 1000": 8,
	"tg3 1000": 12,
	"e1000e 1000": 14,
	"e1000e 100": 2,
	"i40e 10000": 7,
	"bnx2x 10000": 3,
	"mlx5_core 25000": 2,
	"mlx4_en 10000": 1,
	"bnxt_en 25000": 1,
	"r8169 1000": 5,
	"forcedeth 1000": 0.3,
	"sfc 10000": 0.2,
};

/**
 * Volumes of hardware RAID controllers: vendor and model, cut and padded as INQUIRY gives them, driver, and the maker
 * whose servers alone have them.
 */
const raidControllers: Weighted<readonly [vendor: string, model: string, driver: string, maker?: string]> = [
	[["AVAGO   ", "MR9361-4i       ", "megaraid_sas"], 16],
	[["LSI     ", "MR9271-8i       ", "megaraid_sas"], 14],
	[["LSI     ", "MegaRAID SAS RMB", "megaraid_sas"], 3],
	[["DELL    ", "PERC H730P Mini ", "megaraid_sas", "Dell Inc."], 15],
	[["DELL    ", "PERC H710       ", "megaraid_sas", "Dell Inc."], 12],
	[["HP      ", "LOGICAL VOLUME  ", "hpsa", "HP"], 18],
	[["HPE     ", "LOGICAL VOLUME  ", "smartpqi", "HPE"], 4],
	[["Adaptec ", "ASR7805         ", "aacraid"], 8],
	[["IBM     ", "ServeRAID M5110e", "megaraid_sas", "IBM"], 3],
	[["SMC     ", "SMC3108         ", "megaraid_sas", "Supermicro"], 3],
];

function nicsOf(u: number, virtual: boolean, next: Random): Nic[] {
	if (virtual) return [{ name: "eth0", driver: "virtio_net", speed: null }];
	const [driver = "", mbits] = pick(u, cards).split(" ");
	const speed = Number(mbits);
	const count = driver === "r8169" ? 1 : oneOf(next(), [2, 2, 2, 4]);
	const name = (i: number) => (speed >= 10_000 ? `ens${i < 2 ? 1 : 2}f${i % 2}` : `eno${i + 1}`);
	return Array.from({ length: count }, (_, i) => ({ name: name(i), driver, speed: i < 2 ? speed : null }));
}

function storageOf(
	draw: Draw,
	year: number,
	maker: string,
	virtual: boolean,
	next: Random,
): Pick<Machine, "drives" | "raid" | "md"> {
	if (virtual) return { drives: [], raid: [], md: false };
	const setup = draw("storage");
	const kind = kindBought(draw("drive kind"), year);
	const drive = driveBought(draw("drive model"), kind, year);
	if (setup < 0.38) {
		const offered = raidControllers.filter(([[, , , of]]) => of === undefined || of === maker);
		// Dell and HP servers come with their maker's controllers, others with one of the trade.
		const own = offered.filter(([[, , , of]]) => of !== undefined);
		const [vendor, model, driver] = weighted(next(), own.length > 0 && maker !== "Supermicro" ? own : offered);
		const volumes = Array.from({ length: next() < 0.7 ? 1 : 2 }, () => {
			const gb = oneOf(next(), [480, 960, 1000, 1920, 2000, 4000]) * between(next(), 1, 6);
			return { vendor, model, driver, bytes: bytesOf(gb) - 1_572_864_000 };
		});
		const beside = next() < 0.15 ? [driveBought(next(), next() < 0.5 ? "nvme" : "ssd", Math.max(year, 2015))] : [];
		return { drives: beside, raid: volumes, md: false };
	}
	const md = setup < 0.68;
	const count = md ? oneOf(next(), [2, 2, 2, 2, 4]) : oneOf(next(), [1, 1, 2, 2, 3]);
	const drives = Array.from({ length: count }, () => drive);
	if (kind !== "hdd" && next() < 0.4) {
		const large = driveBought(next(), "hdd", year);
		drives.push(...Array.from({ length: md ? 2 : 1 }, () => large));
	}
	// A few are storage servers.
	if (next() < 0.03)
		drives.push(...Array.from({ length: between(next(), 4, 16) }, () => driveBought(0.4, "hdd", year)));
	return { drives, raid: [], md };
}

/** `newest`: the latest year in which hosts of the product were still bought. */
export function buyMachine(draw: Draw, installed: number, newest: number, next: Random): Machine {
	// Hosts are often installed on hardware that did something else before.
	const bought = Math.min(newest, yearOf(installed)) - Math.min(8, exponential(draw("hardware age"), 0.5));
	const virtual = draw("virtual") < 0.02;
	const cpu = virtual ? oneOf(next(), virtualCpus) : cpuBought(draw("cpu"), Math.max(2009.8, bought));
	const single = cpu.sockets === 2 && next() < 0.16;
	const kinds: Readonly<Record<string, number>> = cpu.machine === "desktop" ? desktopMakers : makers;
	const [vendor = "", product = "", board = ""] = (virtual ? virtualMaker : pick(draw("maker"), kinds)).split(" | ");
	const ramGb = Number(virtual ? oneOf(next(), [4, 8, 16]) : pick(draw("memory"), ramOf[cpu.machine]));
	const installedGb = single && ramGb >= 64 ? ramGb / 2 : ramGb;
	return {
		bought,
		virtual,
		cpu,
		sockets: single ? 1 : cpu.sockets,
		maker: { vendor, product, board },
		ramGb: installedGb,
		memTotalKb: Math.round(installedGb * 1024 * 1024 * (1 - 0.011 - draw("memory") * 0.015)),
		...storageOf(draw, bought, vendor, virtual, next),
		san: !virtual && draw("san") < 0.01 ? 2 : 0,
		nics: nicsOf(draw("network card"), virtual, next),
	};
}

export function threadsOf(machine: Machine): number {
	return machine.sockets * machine.cpu.cores * machine.cpu.threadsPerCore;
}
