/**
 * Generation of a processor, from the label of its model (`cpu-model`). Every generation is published however few hosts
 * have it, so only numbers of processors that were made pass; any other number gives the family alone.
 */

import { cleanText } from "../text";
import { bareCpuName, cpuModel } from "./model";

const numbered = (prefix: string, numbers: string) => numbers.split(" ").map((number) => `${prefix}${number}`);

const xeons = [
	...["xeon", "xeon-phi", "xeon-6"],
	...numbered("xeon-", "3000 3100 3200 3300 3400 3500 3600 6500"),
	...numbered("xeon-", "5000 5100 5200 5300 5400 5500 5600 7000 7100 7200 7300 7400 7500"),
	...["xeon-e3-v", "xeon-e5-v", "xeon-e7-v", "xeon-scalable-"].flatMap((line) => numbered(line, "1 2 3 4 5 6")),
	...numbered("xeon-e-", "2100 2200 2300 2400 2500 2600"),
	...numbered("xeon-d-", "1500 1600 1700 1800 1900 2100 2200 2300 2700 2800"),
	...numbered("xeon-w-", "1200 1300 2100 2200 2400 2500 3100 3200 3300 3400 3500 10800 10900 11500 11800 11900"),
];

const arms = [
	...["neoverse", "cortex", "ampere", "kunpeng", "taishan", "graviton", "phytium", "qualcomm", "apple", "nvidia"],
	...["octeon", "axion", "cobalt", "x-gene", "thunderx", "thunderx2", "thunderx3"],
	...numbered("neoverse-", "e1 n1 n2 n3 v1 v2 v3"),
	...numbered("cortex-a", "5 7 8 9 12 15 17 32 34 35 53 55 57 65 72 73 75 76 77 78 78ae 78c"),
	...numbered("cortex-a", "510 520 710 715 720 725"),
	...numbered("cortex-x", "1 1c 2 3 4 925"),
	...numbered("kunpeng-", "916 920 930 950"),
	...numbered("graviton", "2 3 4 5"),
	...numbered("armv", "6 7 8"),
];

const others = [
	...["epyc", "epyc-naples", "epyc-rome", "epyc-milan", "epyc-genoa", "epyc-turin", "epyc-raphael", "epyc-grado"],
	...["core", "core-2", "pentium", "celeron", "atom", "intel-processor", "ryzen", "ryzen-threadripper", "opteron"],
	...[
		"phenom",
		"athlon",
		"sempron",
		"turion",
		"duron",
		"fx",
		"itanium",
		"quark",
		"geode",
		"a64fx",
		"hygon",
		"zhaoxin",
		"via",
	],
	...["a", "e", "g", "r", "v"].map((line) => `amd-${line}-series`),
	...["loongson", "elbrus", "sunway", "power", ...numbered("power", "4 5 6 7 8 9 10 11")],
	...["virtual", "engineering-sample"],
];

/** The closed list of keys, without `other`. What is not in it cannot be published. */
export const cpuGenerations: ReadonlySet<string> = new Set([...xeons, ...arms, ...others]);

type Rule = readonly [RegExp, string | ((...parts: string[]) => string)];

/** The last digit of a model of EPYC. */
const epyc: Readonly<Record<string, string>> = {
	"1": "epyc-naples",
	"2": "epyc-rome",
	"3": "epyc-milan",
	"4": "epyc-genoa",
	"5": "epyc-turin",
};

const hundredsOf = (line = "", hundreds = "") => `xeon-${line.toLowerCase()}-${hundreds}00`;

/** First match. */
const rules: readonly Rule[] = [
	[/^Xeon (?:Bronze|Silver|Gold|Platinum) (?:P-)?\d([1-6])/, (generation) => `xeon-scalable-${generation}`],
	[/^Xeon Max/, "xeon-scalable-4"],
	[/^Xeon (E[357])-[A-Z]?\d+[A-Z]*(?: (v[2-6]))?$/, (line, version) => `xeon-${line.toLowerCase()}-${version || "v1"}`],
	// E-2136, D-1541, W-2145, w5-2465X: the second digit is the generation.
	[/^Xeon (E)-(2[1-6])\d\d[A-Z]*$/, hundredsOf],
	[/^Xeon (D)-(1[5-9]|2[1378])\d\d[A-Z]*$/, hundredsOf],
	[/^Xeon (W)-(1[23]|2[12]|3[123]|10[89]|11[589])\d\d[A-Z]*$/, hundredsOf],
	[/^Xeon w\d-(2[45]|3[45])/, (hundreds) => `xeon-w-${hundreds}00`],
	[/^Xeon Phi/, "xeon-phi"],
	[/^Xeon 6\d{3}[EP]/, "xeon-6"],
	[/^Xeon 14\d\d v(\d)/, (version) => `xeon-e5-v${version}`],
	// X5650 and 5160: the hundreds name the generation, whatever the letter.
	[/^Xeon [A-Z]{0,2}(3[0-6]|5[0-6]|65|7[0-5])\d\d/, (hundreds) => `xeon-${hundreds}00`],
	[/^Xeon/, "xeon"],
	// The small ones are desktop processors by another name.
	[/^EPYC 4\d\d4/, "epyc-raphael"],
	[/^EPYC 4\d\d5/, "epyc-grado"],
	[/^EPYC .*?(\d)[A-Z]*$/, (digit) => epyc[digit] ?? "epyc"],
	[/^Ryzen Threadripper/, "ryzen-threadripper"],
	[/^Core 2/, "core-2"],
	[
		/^(?:Mobile )?(Core|Pentium|Celeron|Atom|Ryzen|Opteron|Phenom|Athlon|Sempron|Turion|Duron)\b/,
		(family) => family.toLowerCase(),
	],
	// Core Duo and Solo of notebooks: early ones give their number alone.
	[/^[LTU]\d{4}$/, "core"],
	[/^([NU]\d{2,3}[A-Z]?|Intel 300T?)$/, "intel-processor"],
	[/^FX-/, "fx"],
	[/^(?:PRO )?A\d\d?[- ]/, "amd-a-series"],
	[/^(?:[CEZ]|E[12])-\d/, "amd-e-series"],
	[/^G-T|^GX-/, "amd-g-series"],
	[/^RX?-\d/, "amd-r-series"],
	[/^V1\d\d$/, "amd-v-series"],
	[/^C86/, "hygon"],
	[/^(?:Kai(?:Xian|Sheng)|ZX-)/, "zhaoxin"],
	[/^(?:Nano|Eden|C-QuadCore|QuadCore|C7|Esther|C3)\b/, "via"],
	[/^Neoverse-(E1|N[1-3]|V[1-3])$/, (core) => `neoverse-${core.toLowerCase()}`],
	[
		/^Cortex-(A(?:[5789]|1[257]|3[245]|5[357]|65|7[235678]|78AE|78C|5[12]0|7[12]0|7[12]5)|X(?:1C?|[234]|925))$/,
		(core) => `cortex-${core.toLowerCase()}`,
	],
	[/^(?:ARM )?(Neoverse|Cortex)[- ]/, (line) => line.toLowerCase()],
	[/^(?:Altra|Ampere|eMAG)/, "ampere"],
	[/^Kunpeng-(916|920|930|950)/, (number) => `kunpeng-${number}`],
	[/^Kunpeng-/, "kunpeng"],
	[/^(?:TSV|TaiShan-)/, "taishan"],
	[/^(ThunderX[23]?|Graviton[2-5]?)$/, (name) => name.toLowerCase()],
	[/^(Graviton)/, (name) => name.toLowerCase()],
	[/^(?:FT-|FTC|Phytium)/, "phytium"],
	[/^(?:Falkor|Centriq|Kryo|Krait|Oryon)/, "qualcomm"],
	[/^(?:Apple|Icestorm|Firestorm|Blizzard|Avalanche|Everest|Sawtooth)/, "apple"],
	[/^(Loongson|Elbrus|Octeon|Axion|Cobalt)/, (name) => name.toLowerCase()],
	[/^SW\d{4}$/, "sunway"],
	[/^(?:X-Gene|Potenza|Strega)/, "x-gene"],
	[/^(?:Grace|Carmel|Denver)/, "nvidia"],
	[/^ARMv([678])$/, (version) => `armv${version}`],
	[/^(Itanium|Quark|Geode|A64FX)\b/, (name) => name.toLowerCase()],
	[/^POWER([4-9]|1[01])(?!\d)/, (number) => `power${number}`],
	[/^POWER/, "power"],
	[/^Virtual CPU$/, "virtual"],
	[/^Engineering sample$/, "engineering-sample"],
];

/**
 * Of a processor by what it calls itself: a model that no rule knows yet still belongs to its family. `null` without a name,
 * `other` when no family knows it.
 */
export function generationOf(name: string | null): string | null {
	const text = cleanText(name);
	return text === null ? null : cpuGeneration(cpuModel(text) ?? bareCpuName(text));
}

/** `null` without a model, `other` when no rule knows its generation. The key is always in `cpuGenerations`, or `other`. */
export function cpuGeneration(model: string | null): string | null {
	if (model === null) return null;
	for (const [shape, key] of rules) {
		const parts = shape.exec(model);
		if (parts === null) continue;
		const generation = typeof key === "string" ? key : key(...parts.slice(1).map((part) => part ?? ""));
		return cpuGenerations.has(generation) ? generation : "other";
	}
	return "other";
}
