/**
 * Generation of a processor, from the label of its model (`cpu-model`). Every key is published however few hosts have it,
 * so the numbers in them are those that were made: of others only the family is told.
 */
import { cpuGenerations } from "./cpu-generations";

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
	[/^(Neoverse|Cortex)-/, (line) => line.toLowerCase()],
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

/** `null` without a model, `other` when no rule knows its generation. */
export function cpuGeneration(model: string | null): string | null {
	if (model === null) return null;
	for (const [shape, key] of rules) {
		const parts = shape.exec(model);
		if (parts === null) continue;
		const made = typeof key === "string" ? key : key(...parts.slice(1).map((part) => part ?? ""));
		return cpuGenerations.has(made) ? made : "other";
	}
	return "other";
}
