/**
 * Processors of the simulated hosts, with the weights that linuxhw/DMI counts for servers, adjusted to the years,
 * and the time when they came out. Names are as the processor gives them, odd spaces included.
 */
import { pick } from "./random";

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

type Row = readonly [string, MachineClass, number, number, string, string, number, number?];

/** Name, class, since, weight, "sockets cores threads", "family model stepping", L3 in KiB, MHz where the name has none. */
const rows: readonly Row[] = [
	["Intel(R) Xeon(R) CPU           E5410  @ 2.33GHz", "old", 2007.9, 9, "2 4 1", "6 23 10", 6144],
	["Intel(R) Xeon(R) CPU           E5420  @ 2.50GHz", "old", 2007.9, 9, "2 4 1", "6 23 10", 6144],
	["Intel(R) Xeon(R) CPU           X3220  @ 2.40GHz", "entry", 2007.1, 4, "1 4 1", "6 15 11", 4096],
	["Intel(R) Xeon(R) CPU           E5520  @ 2.27GHz", "old", 2009.2, 24, "2 4 2", "6 26 5", 8192],
	["Intel(R) Xeon(R) CPU           L5520  @ 2.27GHz", "old", 2009.2, 18, "2 4 2", "6 26 5", 8192],
	["Intel(R) Xeon(R) CPU           E5620  @ 2.40GHz", "old", 2010.2, 42, "2 4 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           E5645  @ 2.40GHz", "old", 2010.2, 32, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           L5640  @ 2.27GHz", "old", 2010.2, 16, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X5650  @ 2.67GHz", "old", 2010.2, 44, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X5660  @ 2.80GHz", "old", 2010.2, 18, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X5670  @ 2.93GHz", "old", 2010.2, 45, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X5675  @ 3.07GHz", "old", 2011.2, 13, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X5680  @ 3.33GHz", "old", 2010.2, 14, "2 6 2", "6 44 2", 12288],
	["Intel(R) Xeon(R) CPU           X3430  @ 2.40GHz", "entry", 2009.7, 22, "1 4 1", "6 30 5", 8192],
	["Intel(R) Xeon(R) CPU           X3440  @ 2.53GHz", "entry", 2009.7, 14, "1 4 2", "6 30 5", 8192],
	["Intel(R) Xeon(R) CPU E31230 @ 3.20GHz", "entry", 2011.3, 34, "1 4 2", "6 42 7", 8192],
	["Intel(R) Xeon(R) CPU E31270 @ 3.40GHz", "entry", 2011.3, 16, "1 4 2", "6 42 7", 8192],
	["Intel(R) Xeon(R) CPU E3-1230 V2 @ 3.30GHz", "entry", 2012.4, 38, "1 4 2", "6 58 9", 8192],
	["Intel(R) Xeon(R) CPU E3-1230 v3 @ 3.30GHz", "entry", 2013.5, 26, "1 4 2", "6 60 3", 8192],
	["Intel(R) Xeon(R) CPU E3-1231 v3 @ 3.40GHz", "entry", 2014.4, 14, "1 4 2", "6 60 3", 8192],
	["Intel(R) Xeon(R) CPU E3-1220 v5 @ 3.00GHz", "entry", 2015.8, 20, "1 4 1", "6 94 3", 8192],
	["Intel(R) Xeon(R) CPU E3-1230 v6 @ 3.50GHz", "entry", 2017.2, 18, "1 4 2", "6 158 9", 8192],
	["Intel(R) Xeon(R) CPU E3-1270 v6 @ 3.80GHz", "entry", 2017.2, 14, "1 4 2", "6 158 9", 8192],
	["Intel(R) Xeon(R) CPU E5-2620 0 @ 2.00GHz", "dual", 2012.2, 24, "2 6 2", "6 45 7", 15360],
	["Intel(R) Xeon(R) CPU E5-2650 0 @ 2.00GHz", "dual", 2012.2, 14, "2 8 2", "6 45 7", 20480],
	["Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz", "dual", 2012.2, 28, "2 8 2", "6 45 7", 20480],
	["Intel(R) Xeon(R) CPU E5-1620 0 @ 3.60GHz", "entry", 2012.2, 12, "1 4 2", "6 45 7", 10240],
	["Intel(R) Xeon(R) CPU E5-2620 v2 @ 2.10GHz", "dual", 2013.7, 33, "2 6 2", "6 62 4", 15360],
	["Intel(R) Xeon(R) CPU E5-2650 v2 @ 2.60GHz", "dual", 2013.7, 31, "2 8 2", "6 62 4", 20480],
	["Intel(R) Xeon(R) CPU E5-2680 v2 @ 2.80GHz", "dual", 2013.7, 61, "2 10 2", "6 62 4", 25600],
	["Intel(R) Xeon(R) CPU E5-1650 v2 @ 3.50GHz", "entry", 2013.7, 16, "1 6 2", "6 62 4", 12288],
	["Intel(R) Xeon(R) CPU E5-2620 v3 @ 2.40GHz", "dual", 2014.7, 38, "2 6 2", "6 63 2", 15360],
	["Intel(R) Xeon(R) CPU E5-2630 v3 @ 2.40GHz", "dual", 2014.7, 20, "2 8 2", "6 63 2", 20480],
	["Intel(R) Xeon(R) CPU E5-2660 v3 @ 2.60GHz", "dual", 2014.7, 18, "2 10 2", "6 63 2", 25600],
	["Intel(R) Xeon(R) CPU E5-1650 v3 @ 3.50GHz", "entry", 2014.7, 18, "1 6 2", "6 63 2", 15360],
	["Intel(R) Xeon(R) CPU E5-2620 v4 @ 2.10GHz", "dual", 2016.2, 40, "2 8 2", "6 79 1", 20480],
	["Intel(R) Xeon(R) CPU E5-2630 v4 @ 2.20GHz", "dual", 2016.2, 46, "2 10 2", "6 79 1", 25600],
	["Intel(R) Xeon(R) CPU E5-2640 v4 @ 2.40GHz", "dual", 2016.2, 20, "2 10 2", "6 79 1", 25600],
	["Intel(R) Xeon(R) CPU E5-2667 v4 @ 3.20GHz", "dual", 2016.2, 20, "2 8 2", "6 79 1", 25600],
	["Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz", "dual", 2016.2, 80, "2 14 2", "6 79 1", 35840],
	["Intel(R) Xeon(R) CPU E7- 4870  @ 2.40GHz", "dual", 2011.3, 8, "4 10 2", "6 47 2", 30720],
	["Intel(R) Xeon(R) CPU E7-4830 v3 @ 2.10GHz", "dual", 2015.4, 7, "4 12 2", "6 63 4", 30720],
	["Intel(R) Xeon(R) Silver 4110 CPU @ 2.10GHz", "modern", 2017.6, 13, "2 8 2", "6 85 4", 11264],
	["Intel(R) Xeon(R) Silver 4114 CPU @ 2.20GHz", "modern", 2017.6, 26, "2 10 2", "6 85 4", 14080],
	["Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz", "modern", 2017.6, 24, "2 16 2", "6 85 4", 22528],
	["Intel(R) Xeon(R) Silver 4208 CPU @ 2.10GHz", "modern", 2019.3, 25, "2 8 2", "6 85 7", 11264],
	["Intel(R) Xeon(R) Silver 4210 CPU @ 2.20GHz", "modern", 2019.3, 19, "2 10 2", "6 85 7", 14080],
	["Intel(R) Xeon(R) Silver 4210R CPU @ 2.40GHz", "modern", 2020.2, 20, "2 10 2", "6 85 7", 14080],
	["Intel(R) Xeon(R) Silver 4214 CPU @ 2.20GHz", "modern", 2019.3, 14, "2 12 2", "6 85 7", 16896],
	["Intel(R) Xeon(R) Gold 6226R CPU @ 2.90GHz", "modern", 2020.2, 30, "2 16 2", "6 85 7", 22528],
	["Intel(R) Xeon(R) Silver 4310 CPU @ 2.10GHz", "modern", 2021.3, 17, "2 12 2", "6 106 6", 18432],
	["Intel(R) Xeon(R) Gold 6326 CPU @ 2.90GHz", "modern", 2021.3, 16, "2 16 2", "6 106 6", 24576],
	["Intel(R) Xeon(R) Gold 6430", "modern", 2023.1, 12, "2 32 2", "6 143 8", 61440, 2100],
	["INTEL(R) XEON(R) SILVER 4510", "modern", 2024, 10, "2 12 2", "6 207 2", 30720, 2400],
	["Intel(R) Xeon(R) E-2136 CPU @ 3.30GHz", "entry", 2018.6, 14, "1 6 2", "6 158 10", 12288],
	["Intel(R) Xeon(R) E-2288G CPU @ 3.70GHz", "entry", 2019.5, 9, "1 8 2", "6 158 13", 16384],
	["Intel(R) Xeon(R) E-2386G CPU @ 3.50GHz", "entry", 2021.7, 10, "1 6 2", "6 167 1", 12288],
	["Intel(R) Core(TM) i7 CPU         920  @ 2.67GHz", "desktop", 2008.9, 12, "1 4 2", "6 26 5", 8192],
	["Intel(R) Core(TM) i7-2600 CPU @ 3.40GHz", "desktop", 2011.1, 10, "1 4 2", "6 42 7", 8192],
	["Intel(R) Core(TM) i7-3770 CPU @ 3.40GHz", "desktop", 2012.4, 9, "1 4 2", "6 58 9", 8192],
	["Intel(R) Core(TM) i7-4770 CPU @ 3.40GHz", "desktop", 2013.5, 9, "1 4 2", "6 60 3", 8192],
	["Intel(R) Core(TM) i7-6700 CPU @ 3.40GHz", "desktop", 2015.7, 12, "1 4 2", "6 94 3", 8192],
	["Intel(R) Core(TM) i7-8700 CPU @ 3.20GHz", "desktop", 2017.8, 8, "1 6 2", "6 158 10", 12288],
	["Intel(R) Core(TM) i9-9900K CPU @ 3.60GHz", "desktop", 2018.9, 6, "1 8 2", "6 158 12", 16384],
	["12th Gen Intel(R) Core(TM) i5-12500", "desktop", 2022.1, 6, "1 6 2", "6 151 5", 18432, 3000],
	["Intel(R) Atom(TM) CPU  C2750  @ 2.40GHz", "desktop", 2013.8, 5, "1 8 1", "6 77 8", 4096],
	["Quad-Core AMD Opteron(tm) Processor 2376", "old", 2008.9, 12, "2 4 1", "16 4 2", 6144, 2300],
	["AMD Athlon(tm) 64 X2 Dual Core Processor 5600+", "desktop", 2007.1, 3, "1 2 1", "15 107 2", 512, 2900],
	["AMD Phenom(tm) II X4 955 Processor", "desktop", 2009.3, 9, "1 4 1", "16 4 3", 6144, 3200],
	["AMD Opteron(tm) Processor 6128", "old", 2010.3, 30, "2 8 1", "16 9 1", 10240, 2000],
	["AMD Opteron(TM) Processor 6274", "old", 2011.9, 26, "2 8 2", "21 1 2", 12288, 2200],
	["AMD FX(tm)-8350 Eight-Core Processor", "desktop", 2012.8, 8, "1 4 2", "21 2 0", 8192, 4000],
	["AMD Opteron(tm) X3216 APU", "entry", 2017.4, 14, "1 1 2", "21 96 1", 1024, 1600],
	["AMD EPYC 7351P 16-Core Processor", "modern", 2017.6, 20, "1 16 2", "23 1 2", 65536, 2400],
	["AMD EPYC 7401P 24-Core Processor", "modern", 2017.6, 16, "1 24 2", "23 1 2", 65536, 2000],
	["AMD EPYC 7302P 16-Core Processor", "modern", 2019.6, 14, "1 16 2", "23 49 0", 131072, 3000],
	["AMD EPYC 7402P 24-Core Processor", "modern", 2019.6, 14, "1 24 2", "23 49 0", 131072, 2800],
	["AMD EPYC 7352 24-Core Processor", "modern", 2019.6, 11, "2 24 2", "23 49 0", 131072, 2300],
	["AMD EPYC 7742 64-Core Processor", "modern", 2019.6, 7, "2 64 2", "23 49 0", 262144, 2250],
	["AMD EPYC 7543 32-Core Processor", "modern", 2021.2, 16, "2 32 2", "25 1 1", 262144, 2800],
	["AMD EPYC 9354 32-Core Processor", "modern", 2022.9, 12, "2 32 2", "25 17 1", 262144, 3250],
	["AMD EPYC 9454P 48-Core Processor", "modern", 2022.9, 9, "1 48 2", "25 17 1", 262144, 2750],
	["AMD Ryzen 5 3600 6-Core Processor", "desktop", 2019.5, 9, "1 6 2", "23 113 0", 32768, 3600],
	["AMD Ryzen 7 3700X 8-Core Processor", "desktop", 2019.5, 5, "1 8 2", "23 113 0", 32768, 3600],
	["AMD Ryzen 9 5950X 16-Core Processor", "desktop", 2020.9, 7, "1 16 2", "25 33 0", 65536, 3400],
];

export const cpus: readonly Cpu[] = rows.map(([name, machine, since, weight, topology, identity, l3Kb, mhz]) => {
	const [sockets = 1, cores = 1, threadsPerCore = 1] = topology.split(" ").map(Number);
	const [family = 6, model = 0, stepping = 0] = identity.split(" ").map(Number);
	const named = Number(/([\d.]+)GHz/.exec(name)?.[1] ?? 0) * 1000;
	const size = { sockets, cores, threadsPerCore };
	return { name, machine, since, weight, ...size, family, model, stepping, l3Kb, mhz: mhz ?? Math.round(named) };
});

/** What a virtual machine shows as its processor. */
const virtualNames = ["QEMU Virtual CPU version 2.5+", "Common KVM processor", "Intel Xeon E312xx (Sandy Bridge)"];
export const virtualCpus: readonly Cpu[] = virtualNames.map((name, i) => ({
	name,
	machine: "desktop",
	since: 2009,
	weight: 1,
	sockets: i === 0 ? 4 : 1,
	cores: i === 0 ? 1 : 4,
	threadsPerCore: 1,
	family: 6,
	model: i === 2 ? 42 : 6,
	stepping: i === 2 ? 1 : 3,
	l3Kb: 16384,
	mhz: 2400,
}));

/** How much of its weight a processor still has on the market so many years after it came out, second hand included. */
function demand(age: number): number {
	if (age < 0.2) return 0;
	if (age < 1) return 0.6;
	return age < 4 ? 1 : 0.5 ** ((age - 4) / 1.6);
}

export function cpuBought(u: number, year: number): Cpu {
	const table = cpus.map((cpu) => [cpu, cpu.weight * demand(year - cpu.since)] as const);
	return pick(u, table);
}

export function vendorOf(cpu: Cpu): "AuthenticAMD" | "GenuineIntel" {
	return cpu.name.includes("AMD") ? "AuthenticAMD" : "GenuineIntel";
}
