/**
 * The hardware of a simulated host: what somebody bought in its year, processor, memory, drives, network cards and the
 * way they are put together.
 */

import { type Cpu, cpuBought, type MachineClass, virtualCpus } from "./cpus";
import { bytesOf, type Drive, driveBought, kindBought } from "./drives";
import { raidControllers } from "./raid-controllers";
import { between, exponential, oneOf, pick, type Random, type Weighted } from "./random";
import type { Draw } from "./strata";
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

const ramOf: Record<MachineClass, Weighted<number>> = {
	desktop: [
		[8, 10],
		[16, 28],
		[32, 40],
		[64, 20],
		[128, 2],
	],
	entry: [
		[8, 10],
		[16, 28],
		[24, 2],
		[32, 46],
		[64, 14],
	],
	old: [
		[16, 12],
		[24, 9],
		[32, 20],
		[48, 18],
		[64, 18],
		[72, 4],
		[96, 9],
		[128, 8],
		[192, 2],
	],
	dual: [
		[32, 12],
		[64, 28],
		[96, 5],
		[128, 32],
		[192, 4],
		[256, 15],
		[384, 2],
		[512, 2],
	],
	modern: [
		[64, 9],
		[96, 7],
		[128, 26],
		[192, 13],
		[256, 24],
		[384, 8],
		[512, 10],
		[1024, 3],
	],
};

type Maker = Machine["maker"];
const makers: Weighted<Maker> = [
	[{ vendor: "Supermicro", product: "Super Server", board: "X10DRi" }, 14],
	[{ vendor: "Supermicro", product: "X9DRT", board: "X9DRT" }, 13],
	[{ vendor: "Dell Inc.", product: "PowerEdge R630", board: "0CNCJW" }, 14],
	[{ vendor: "Dell Inc.", product: "PowerEdge R720", board: "0VWT90" }, 9],
	[{ vendor: "HP", product: "ProLiant DL360 Gen9", board: "ProLiant DL360 Gen9" }, 10],
	[{ vendor: "HPE", product: "ProLiant DL380 Gen10", board: "ProLiant DL380 Gen10" }, 5],
	[{ vendor: "Intel Corporation", product: "S1200SP", board: "S1200SP" }, 5],
	[{ vendor: "Lenovo", product: "ThinkSystem SR630", board: "7X02CTO1WW" }, 2.5],
	[{ vendor: "DEPO Computers", product: "DEPO Storm 3450", board: "X10DRi" }, 2.4],
	[{ vendor: "IBM", product: "System x3650 M4", board: "00D2888" }, 2.1],
	[{ vendor: "FUJITSU", product: "PRIMERGY RX2530 M4", board: "D3383-B1" }, 1.5],
	[{ vendor: "HUAWEI", product: "RH1288 V3", board: "BC11HGSC0" }, 1.4],
	[{ vendor: "TYAN", product: "S7012", board: "S7012" }, 0.8],
];
const desktopMakers: Weighted<Maker> = [
	[{ vendor: "ASUSTeK COMPUTER INC.", product: "System Product Name", board: "Z10PA-U8 Series" }, 23],
	[{ vendor: "To Be Filled By O.E.M.", product: "To Be Filled By O.E.M.", board: "E3C224D2I" }, 14],
	[{ vendor: "ASRockRack", product: "X470D4U", board: "X470D4U" }, 20],
	[{ vendor: "Gigabyte Technology Co., Ltd.", product: "B360 HD3P-LM", board: "B360HD3PLM-CF" }, 20],
	[{ vendor: "MSI", product: "MS-7816", board: "B85M-E45 (MS-7816)" }, 8],
	[{ vendor: "FUJITSU", product: "ESPRIMO", board: "D3401-H1" }, 12],
	[{ vendor: "Default string", product: "Default string", board: "Default string" }, 3],
];
const virtualMaker: Maker = { vendor: "QEMU", product: "Standard PC (i440FX + PIIX, 1996)", board: "Not Specified" };

/** Drivers of fast cards decide the link. */
const cards: Weighted<{ driver: string; speed: number }> = [
	[{ driver: "igb", speed: 1000 }, 30],
	[{ driver: "ixgbe", speed: 10000 }, 14],
	[{ driver: "bnx2", speed: 1000 }, 8],
	[{ driver: "tg3", speed: 1000 }, 12],
	[{ driver: "e1000e", speed: 1000 }, 14],
	[{ driver: "e1000e", speed: 100 }, 2],
	[{ driver: "i40e", speed: 10000 }, 7],
	[{ driver: "bnx2x", speed: 10000 }, 3],
	[{ driver: "mlx5_core", speed: 25000 }, 2],
	[{ driver: "mlx4_en", speed: 10000 }, 1],
	[{ driver: "bnxt_en", speed: 25000 }, 1],
	[{ driver: "r8169", speed: 1000 }, 5],
];

function nicsOf(u: number, virtual: boolean, next: Random): Nic[] {
	if (virtual) return [{ name: "eth0", driver: "virtio_net", speed: null }];
	const { driver, speed } = pick(u, cards);
	const count = driver === "r8169" ? 1 : oneOf(next(), [2, 2, 2, 4]);
	const name = (i: number) => (speed >= 10_000 ? `ens${i < 2 ? 1 : 2}f${i % 2}` : `eno${i + 1}`);
	return Array.from({ length: count }, (_, i) => ({ name: name(i), driver, speed: i < 2 ? speed : null }));
}

function storageOf(
	draw: Draw,
	year: number,
	maker: Maker,
	virtual: boolean,
	next: Random,
): Pick<Machine, "drives" | "raid" | "md"> {
	if (virtual) return { drives: [], raid: [], md: false };
	const setup = draw("storage");
	const kind = kindBought(draw("drive kind"), year);
	const drive = driveBought(draw("drive model"), kind, year);
	if (setup < 0.38) {
		const offered = raidControllers.filter(([{ maker: of }]) => of === null || of === maker.vendor);
		// Dell and HP servers come with their maker's controllers, others with one of the trade.
		const own = offered.filter(([{ maker: of }]) => of !== null);
		const controller = pick(next(), own.length > 0 && maker.vendor !== "Supermicro" ? own : offered);
		const volumes = Array.from({ length: next() < 0.7 ? 1 : 2 }, () => {
			const size = oneOf(next(), [480, 960, 1000, 1920, 2000, 4000]) * between(next(), 1, 6);
			return { ...controller, bytes: bytesOf(size) - 1_572_864_000 };
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
	const maker = virtual ? virtualMaker : pick(draw("maker"), cpu.machine === "desktop" ? desktopMakers : makers);
	const ramGb = virtual ? oneOf(next(), [4, 8, 16]) : pick(draw("memory"), ramOf[cpu.machine]);
	return {
		bought,
		virtual,
		cpu,
		sockets: single ? 1 : cpu.sockets,
		maker,
		ramGb: single && ramGb >= 64 ? ramGb / 2 : ramGb,
		memTotalKb: Math.round(
			(single && ramGb >= 64 ? ramGb / 2 : ramGb) * 1024 * 1024 * (1 - 0.011 - draw("memory") * 0.015),
		),
		...storageOf(draw, bought, maker, virtual, next),
		san: !virtual && draw("san") < 0.01 ? 2 : 0,
		nics: nicsOf(draw("network card"), virtual, next),
	};
}

export function threadsOf(machine: Machine): number {
	return machine.sockets * machine.cpu.cores * machine.cpu.threadsPerCore;
}
