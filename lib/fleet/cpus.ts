/**
 * Processors of the simulated hosts, with the weights that linuxhw/DMI counts for servers, adjusted to the years, and
 * the time when they came out. Rare ones are there so that small counts are real. Names are as the processor gives them,
 * odd spaces included.
 */
import { weighted } from "./chance";

export type MachineClass = "desktop" | "entry" | "old" | "dual" | "modern";

export interface Cpu {
	name: string;
	machine: MachineClass;
	/** Year in which it came out. */
	since: number;
	weight: number;
	sockets: number;
	/** Cores of one socket. */
	cores: number;
	threadsPerCore: number;
	family: number;
	model: number;
	stepping: number;
	/** Of one socket, in KiB. */
	l3Kb: number;
	mhz: number;
}

/**
 * `name | class | year it came out | sockets x threads of a core | family model stepping | L3 in KiB per core | models`,
 * a model being `model@GHz x cores : weight`. In the name, `#` stands for the model (`_` in it for a space), `%` for its
 * GHz, `*` for its cores. Without a weight: what a virtual machine shows.
 */
const table = `
	Intel(R) Xeon(R) CPU           #  @ %GHz | old | 2007.9 | 2x1 | 6 23 10 | 1536 |
		E5410@2.33x4:9 E5420@2.50x4:9 E5440@2.83x4:2 E5450@3.00x4:2
	Intel(R) Xeon(R) CPU           #  @ %GHz | entry | 2007.1 | 1x1 | 6 15 11 | 1024 | X3220@2.40x4:4 X3210@2.13x4:1
	Intel(R) Xeon(R) CPU           #  @ %GHz | old | 2009.2 | 2x2 | 6 26 5 | 2048 |
		E5520@2.27x4:24 L5520@2.27x4:18 E5540@2.53x4:5 X5550@2.67x4:5
	Intel(R) Xeon(R) CPU           #  @ %GHz | old | 2010.2 | 2x2 | 6 44 2 | 3072 |
		E5620@2.40x4:42 E5630@2.53x4:4 E5640@2.67x4:4 L5630@2.13x4:3
	Intel(R) Xeon(R) CPU           #  @ %GHz | old | 2010.2 | 2x2 | 6 44 2 | 2048 |
		E5645@2.40x6:32 L5640@2.27x6:16 X5650@2.67x6:44 X5660@2.80x6:18 X5670@2.93x6:45 X5675@3.07x6:13
		X5680@3.33x6:14 X5690@3.47x6:4
	Intel(R) Xeon(R) CPU           #  @ %GHz | entry | 2009.7 | 1x1 | 6 30 5 | 2048 | X3430@2.40x4:22
	Intel(R) Xeon(R) CPU           #  @ %GHz | entry | 2009.7 | 1x2 | 6 30 5 | 2048 |
		X3440@2.53x4:14 X3450@2.67x4:3 X3460@2.80x4:2 X3470@2.93x4:2
	Intel(R) Xeon(R) CPU # @ %GHz | entry | 2011.3 | 1x2 | 6 42 7 | 2048 |
		E31230@3.20x4:34 E31270@3.40x4:16 E31240@3.30x4:5 E31245@3.30x4:3
	Intel(R) Xeon(R) CPU E3-# V2 @ %GHz | entry | 2012.4 | 1x2 | 6 58 9 | 2048 |
		1230@3.30x4:38 1240@3.40x4:6 1245@3.40x4:3 1270@3.50x4:6
	Intel(R) Xeon(R) CPU E3-# v3 @ %GHz | entry | 2013.5 | 1x2 | 6 60 3 | 2048 |
		1230@3.30x4:26 1231@3.40x4:14 1240@3.40x4:3 1270@3.50x4:4
	Intel(R) Xeon(R) CPU E3-# v5 @ %GHz | entry | 2015.8 | 1x1 | 6 94 3 | 2048 | 1220@3.00x4:20
	Intel(R) Xeon(R) CPU E3-# v5 @ %GHz | entry | 2015.8 | 1x2 | 6 94 3 | 2048 | 1230@3.40x4:8 1270@3.60x4:5
	Intel(R) Xeon(R) CPU E3-# v6 @ %GHz | entry | 2017.2 | 1x2 | 6 158 9 | 2048 |
		1230@3.50x4:18 1270@3.80x4:14 1240@3.70x4:4 1245@3.70x4:3
	Intel(R) Xeon(R) CPU E5-# 0 @ %GHz | entry | 2012.2 | 1x2 | 6 45 7 | 2560 | 1620@3.60x4:12 1650@3.20x6:4
	Intel(R) Xeon(R) CPU E5-# 0 @ %GHz | dual | 2012.2 | 2x2 | 6 45 7 | 2560 |
		2620@2.00x6:24 2670@2.60x8:28 2650@2.00x8:14 2640@2.50x6:5 2660@2.20x8:5 2690@2.90x8:4
	Intel(R) Xeon(R) CPU E5-# v2 @ %GHz | entry | 2013.7 | 1x2 | 6 62 4 | 2560 | 1650@3.50x6:16 1620@3.70x4:4
	Intel(R) Xeon(R) CPU E5-# v2 @ %GHz | dual | 2013.7 | 2x2 | 6 62 4 | 2560 |
		2620@2.10x6:33 2650@2.60x8:31 2680@2.80x10:61 2630@2.60x6:7 2640@2.00x8:6 2660@2.20x10:6 2690@3.00x10:4
		2697@2.70x12:3
	Intel(R) Xeon(R) CPU E5-# v3 @ %GHz | entry | 2014.7 | 1x2 | 6 63 2 | 2560 | 1650@3.50x6:18 1620@3.50x4:4
	Intel(R) Xeon(R) CPU E5-# v3 @ %GHz | dual | 2014.7 | 2x2 | 6 63 2 | 2560 |
		2620@2.40x6:38 2630@2.40x8:20 2660@2.60x10:18 2680@2.50x12:9 2640@2.60x8:6 2650@2.30x10:7 2690@2.60x12:4
		2697@2.60x14:3
	Intel(R) Xeon(R) CPU E5-# v4 @ %GHz | dual | 2016.2 | 2x2 | 6 79 1 | 2560 |
		2620@2.10x8:40 2630@2.20x10:46 2640@2.40x10:20 2680@2.40x14:80 2667@3.20x8:20 2650@2.20x12:8 2690@2.60x14:6
		2697@2.30x18:3 2637@3.50x4:2 2699@2.20x22:2
	Intel(R) Xeon(R) CPU E7- #  @ %GHz | dual | 2011.3 | 4x2 | 6 47 2 | 3072 | 4870@2.40x10:8 4850@2.00x10:2
	Intel(R) Xeon(R) CPU E7-# v3 @ %GHz | dual | 2015.4 | 4x2 | 6 63 4 | 2560 | 4830@2.10x12:7
	Intel(R) Xeon(R) Silver # CPU @ %GHz | modern | 2017.6 | 2x2 | 6 85 4 | 1408 | 4110@2.10x8:13 4114@2.20x10:26
	Intel(R) Xeon(R) Gold # CPU @ %GHz | modern | 2017.6 | 2x2 | 6 85 4 | 1408 |
		6130@2.10x16:24 5118@2.30x12:4 6140@2.30x18:3 6148@2.40x20:4
	Intel(R) Xeon(R) Silver # CPU @ %GHz | modern | 2019.3 | 2x2 | 6 85 7 | 1408 | 4208@2.10x8:25 4210@2.20x10:19
	Intel(R) Xeon(R) Silver # CPU @ %GHz | modern | 2020.2 | 2x2 | 6 85 7 | 1408 | 4210R@2.40x10:20 4214@2.20x12:14
	Intel(R) Xeon(R) Gold # CPU @ %GHz | modern | 2020.2 | 2x2 | 6 85 7 | 1408 | 6226R@2.90x16:30 6230@2.10x20:5
	Intel(R) Xeon(R) Silver # CPU @ %GHz | modern | 2021.3 | 2x2 | 6 106 6 | 1536 | 4310@2.10x12:17 4314@2.40x16:5
	Intel(R) Xeon(R) Gold # CPU @ %GHz | modern | 2021.3 | 2x2 | 6 106 6 | 1536 | 6326@2.90x16:16 6330@2.00x28:4
	Intel(R) Xeon(R) Gold # | modern | 2023.1 | 2x2 | 6 143 8 | 1920 | 6430@2.10x32:12
	INTEL(R) XEON(R) SILVER # | modern | 2024 | 2x2 | 6 207 2 | 2560 | 4510@2.40x12:10
	Intel(R) Xeon(R) E-# CPU @ %GHz | entry | 2018.6 | 1x2 | 6 158 10 | 2048 | 2136@3.30x6:14 2176G@3.70x6:2
	Intel(R) Xeon(R) E-# CPU @ %GHz | entry | 2019.5 | 1x2 | 6 158 13 | 2048 | 2288G@3.70x8:9 2236@3.40x6:3
	Intel(R) Xeon(R) E-# CPU @ %GHz | entry | 2021.7 | 1x2 | 6 167 1 | 2048 | 2386G@3.50x6:10 2388G@3.20x8:4
	Intel(R) Core(TM) i7 CPU         #  @ %GHz | desktop | 2008.9 | 1x2 | 6 26 5 | 2048 | 920@2.67x4:12 930@2.80x4:3
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2011.1 | 1x2 | 6 42 7 | 2048 | i7-2600@3.40x4:10 i7-2600K@3.40x4:2
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2012.4 | 1x2 | 6 58 9 | 2048 | i7-3770@3.40x4:9
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2013.5 | 1x2 | 6 60 3 | 2048 | i7-4770@3.40x4:9 i7-4790@3.60x4:3
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2015.7 | 1x2 | 6 94 3 | 2048 | i7-6700@3.40x4:12 i7-6700K@4.00x4:2
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2017.8 | 1x2 | 6 158 10 | 2048 | i7-8700@3.20x6:8
	Intel(R) Core(TM) # CPU @ %GHz | desktop | 2018.9 | 1x2 | 6 158 12 | 2048 | i9-9900K@3.60x8:6
	12th Gen Intel(R) Core(TM) # | desktop | 2022.1 | 1x2 | 6 151 5 | 3072 | i5-12500@3.00x6:6
	Intel(R) Atom(TM) CPU  #  @ %GHz | desktop | 2013.8 | 1x1 | 6 77 8 | 512 | C2750@2.40x8:5 C2550@2.40x4:1
	Quad-Core AMD Opteron(tm) Processor # | old | 2008.9 | 2x1 | 16 4 2 | 1536 | 2376@2.30x4:12 2378@2.40x4:2
	AMD Athlon(tm) 64 X2 Dual Core Processor # | desktop | 2007.1 | 1x1 | 15 107 2 | 256 | 5600+@2.90x2:3
	AMD Phenom(tm) II # Processor | desktop | 2009.3 | 1x1 | 16 4 3 | 1536 | X4_955@3.20x4:9
	AMD Opteron(tm) Processor # | old | 2010.3 | 2x1 | 16 9 1 | 1280 | 6128@2.00x8:30 6134@2.30x8:2
	AMD Opteron(TM) Processor # | old | 2011.9 | 2x2 | 21 1 2 | 1536 | 6274@2.20x8:26 6276@2.30x8:4
	AMD FX(tm)-# Eight-Core Processor | desktop | 2012.8 | 1x2 | 21 2 0 | 2048 | 8350@4.00x4:8 8320@3.50x4:2
	AMD Opteron(tm) # APU | entry | 2017.4 | 1x2 | 21 96 1 | 1024 | X3216@1.60x1:14
	AMD EPYC # *-Core Processor | modern | 2017.6 | 1x2 | 23 1 2 | 4096 | 7351P@2.40x16:20 7401P@2.00x24:16
	AMD EPYC # *-Core Processor | modern | 2019.6 | 1x2 | 23 49 0 | 8192 | 7302P@3.00x16:14 7402P@2.80x24:14
	AMD EPYC # *-Core Processor | modern | 2019.6 | 1x2 | 23 49 0 | 4096 | 7502P@2.50x32:5 7702P@2.00x64:3
	AMD EPYC # *-Core Processor | modern | 2019.6 | 2x2 | 23 49 0 | 4096 | 7352@2.30x24:11 7742@2.25x64:7
	AMD EPYC # *-Core Processor | modern | 2021.2 | 2x2 | 25 1 1 | 8192 |
		7543@2.80x32:16 7313@3.00x16:5 7443@2.85x24:4
	AMD EPYC # *-Core Processor | modern | 2022.9 | 2x2 | 25 17 1 | 8192 |
		9354@3.25x32:12 9124@3.00x16:3 9254@2.90x24:3
	AMD EPYC # *-Core Processor | modern | 2022.9 | 1x2 | 25 17 1 | 5461 | 9454P@2.75x48:9 9354P@3.25x32:3
	AMD Ryzen # *-Core Processor | desktop | 2019.5 | 1x2 | 23 113 0 | 4096 | 5_3600@3.60x6:9 7_3700X@3.60x8:5
	AMD Ryzen # *-Core Processor | desktop | 2019.5 | 1x2 | 23 113 0 | 5461 | 9_3900X@3.80x12:3
	AMD Ryzen # *-Core Processor | desktop | 2020.9 | 1x2 | 25 33 0 | 4096 | 9_5950X@3.40x16:7 7_5800X@3.80x8:3
	AMD Ryzen # *-Core Processor | desktop | 2022.8 | 1x2 | 25 97 2 | 4096 | 9_7950X@4.50x16:4 7_7700X@4.50x8:3
	QEMU Virtual CPU version 2.5+ | desktop | 2009 | 4x1 | 6 6 3 | 16384 | #@2.40x1:0
	Common KVM processor | desktop | 2009 | 1x1 | 6 6 3 | 4096 | #@2.40x4:0
	Intel Xeon E312xx (Sandy Bridge) | desktop | 2009 | 1x1 | 6 42 1 | 4096 | #@2.40x4:0
`;

const cpus: readonly Cpu[] = table.split(/\n\t(?!\t)/).flatMap((row) => {
	const [pattern = "", machine, since, topology = "", identity = "", l3KbPerCore, models = ""] = row.split(" | ");
	const [sockets = 1, threadsPerCore = 1] = topology.split("x").map(Number);
	const [family = 6, model = 0, stepping = 0] = identity.split(" ").map(Number);
	return [...models.matchAll(/(\S+)@([\d.]+)x(\d+):(\d+)/g)].map(([, name = "", ghz = "", cores = "", weight]) => ({
		name: pattern.trim().replace("#", name.replace("_", " ")).replace("%", ghz).replace("*", cores),
		...{ machine: machine as MachineClass, since: Number(since), weight: Number(weight) },
		...{ sockets, cores: Number(cores), threadsPerCore, family, model, stepping },
		...{ l3Kb: Number(cores) * Number(l3KbPerCore), mhz: Math.round(Number(ghz) * 1000) },
	}));
});

export const virtualCpus = cpus.filter(({ weight }) => weight === 0);

/** How much of its weight a processor still has on the market so many years after it came out, second hand included. */
function demand(age: number): number {
	if (age < 0.2) return 0;
	if (age < 1) return 0.6;
	return age < 4 ? 1 : 0.5 ** ((age - 4) / 1.6);
}

export function cpuBought(u: number, year: number): Cpu {
	return weighted(
		u,
		cpus.map((cpu) => [cpu, cpu.weight * demand(year - cpu.since)] as const),
	);
}

export function vendorOf(cpu: Cpu): "AuthenticAMD" | "GenuineIntel" {
	return cpu.name.includes("AMD") ? "AuthenticAMD" : "GenuineIntel";
}
