/**
 * The grammar of processor names, maker by maker: what a model looks like once trade marks, clock rates and core counts
 * are removed. The case of family words does not matter; their label is written one way.
 */
import { capital } from "../text";

interface CpuFamily {
	shape: RegExp;
	/** Makes the label from the groups of the shape; an absent group is an empty string. */
	label: (...parts: string[]) => string;
}

const words = (...parts: string[]) => parts.filter((part) => part !== "").join(" ");

const is = (shape: RegExp, label: CpuFamily["label"]): CpuFamily => ({ shape, label });
/** The captured text is the label, in the case of the report. */
const bare = (shape: RegExp) => is(shape, (name) => name);

// Intel

const xeon: readonly CpuFamily[] = [
	is(/^Xeon (Bronze|Silver|Gold|Platinum|Max)(?: ((?:P-)?\d{4}[A-Z]{0,3}\+?))?$/i, (metal, number) =>
		words("Xeon", capital(metal), number.toUpperCase()),
	),
	is(/^Xeon (E[357]-[ELX]?\d{4}[A-Z]{0,2})(?: (v\d))?$/i, (number, version) =>
		words("Xeon", number.toUpperCase(), version.toLowerCase()),
	),
	is(/^Xeon ([DEW]-\d{4,5}[A-Z]{0,3})$/i, (number) => words("Xeon", number.toUpperCase())),
	is(/^Xeon (w\d-\d{4}[A-Z]{0,2})$/, (number) => words("Xeon", number)),
	is(/^Xeon (Phi) (\d{4}[A-Z]?)$/i, (_, number) => words("Xeon Phi", number)),
	// X5650, E5620, EC5549, 5160, 7140M, 1403 v2, and of Xeon 6: 6780E, 6505P-B, 6990E+.
	is(/^Xeon (?:6 (?=6))?((?:[CELWX]|EC|LC)?\d{4}[A-Z]?(?:-[BC]|\+)?)(?: (v\d))?$/i, (number, version) =>
		words("Xeon", number.toUpperCase(), version.toLowerCase()),
	),
	is(/^Xeon( MP)?$/i, (kind) => words("Xeon", kind.trim())),
];

const core: readonly CpuFamily[] = [
	is(/^Core (i[3579]-(?:[LN])?\d{2,5}[A-Z0-9]{0,5})$/i, (number) => `Core i${number.slice(1).toUpperCase()}`),
	is(/^Core (i[3579])(?: ([A-Z]{1,2}))? (\d{3}[A-Z]{0,2})$/i, (line, letter, number) =>
		words("Core", line.toLowerCase(), letter, number),
	),
	is(/^Core ((?:M|m[357]?)-(?:\d[WY]\d{2}[a-z]?|\d{4}Y))$/, (number) => words("Core", number)),
	is(/^Core Ultra ([3579X]\d?) (\d{3}[A-Z]{0,2})$/i, (line, number) => words("Core Ultra", line, number)),
	is(/^Core ([3579]) ((?:N)?\d{3}[A-Z]{0,2})$/, (line, number) => words("Core", line, number)),
	is(/^Core 2(?: (Duo|Quad|Extreme|Solo))? ([A-Z]{0,2}\d{4}[A-Z]?)$/i, (kind, number) =>
		words("Core 2", kind && capital(kind), number),
	),
	is(/^Core (Duo|Solo) ([LTU]\d{4}[A-Z]?)$/i, (kind, number) => words("Core", capital(kind), number)),
	// Early ones print only `Genuine Intel(R) CPU T2300`.
	bare(/^([LTU]\d{4})$/),
];

const budget: readonly CpuFamily[] = [
	is(
		/^(Mobile )?(Pentium|Celeron)(?: (Gold|Silver|Dual-Core|Dual|D|M))? ([A-Z]{0,2}\d{3,5}[A-Z]{0,2})(?: (v\d))?$/i,
		(mobile, family, line, number, version) =>
			words(mobile.trim(), capital(family), line, number.toUpperCase(), version.toLowerCase()),
	),
	is(
		/^(Mobile )?(Pentium|Celeron)(?: (4(?: ?- ?M| Mobile)?|D|M|II|III(?: ?- ?M| Mobile)?|MMX|Pro|Dual-Core|Extreme Edition))?(?: (?:\([A-Z][a-z]{3,12}\)|family))?(?:(?: -)? S)?$/i,
		(mobile, family, line) => words(mobile.trim(), capital(family), line.replace(/ ?- ?M$/, "-M")),
	),
	is(/^Atom ((?:x[3567]-)?[A-Z]?\d{3,4}[A-Z]{0,3})$/i, (number) => words("Atom", number)),
	bare(/^([NU]\d{2,3}[A-Z]?)$/),
	is(/^(300T?)$/, (number) => `Intel ${number}`),
	is(/^Quark ([XD]\d{4}[A-Z]?)$/i, (number) => words("Quark", number.toUpperCase())),
	is(/^Itanium(?: 2)?(?: (\d{4}[A-Z]?))?$/i, (number) => words("Itanium", number)),
	// Early Celerons print only their number.
	is(/^(5[5-8]\d)$/, (number) => words("Celeron", number)),
];

const intelFamilies: readonly CpuFamily[] = [...xeon, ...core, ...budget];

// AMD, and Hygon, which builds AMD designs

const zen: readonly CpuFamily[] = [
	is(/^EPYC (?:Embedded )?(\d[0-9A-Z]\d{2}[A-Z]{0,2}|\d{2}[A-Z]\d[A-Z]?)$/i, (number) =>
		words("EPYC", number.toUpperCase()),
	),
	is(/^Ryzen ([3579]) (?:(PRO) )?(\d{3,4}[A-Z0-9]{0,4})$/i, (line, pro, number) =>
		words("Ryzen", line, pro.toUpperCase(), number),
	),
	is(/^Ryzen Threadripper (?:(PRO) )?(\d{4}[A-Z]{0,2})$/i, (pro, number) =>
		words("Ryzen Threadripper", pro.toUpperCase(), number),
	),
	is(/^Ryzen Embedded ([RV]?\d[\dA-Z]\d{2}[A-Z\d]{0,3})$/i, (number) => words("Ryzen Embedded", number)),
	is(/^Ryzen ([357]) Microsoft Surface Edition$/, (line) => words("Ryzen", line, "Microsoft Surface Edition")),
	is(/^Ryzen AI ((?:[579]|MAX\+?)(?: PRO)?(?: HX)?(?: PRO)? \d{3})$/i, (number) => words("Ryzen AI", number)),
	is(/^Ryzen (Z\d(?: Extreme)?)$/i, (number) => words("Ryzen", number)),
];

const k8ToExcavator: readonly CpuFamily[] = [
	is(/^Opteron ([AX]?\d{3,4}P?|\d\d[KG][A-Z])(?: ?(HE|EE|SE|KS|QS))?$/i, (number, power) =>
		words("Opteron", number, power),
	),
	is(/^(Phenom(?: II)?(?: X[2346])? (?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2})(?: (BE))?$/, (model, black) =>
		words(model, black),
	),
	is(
		/^(Mobile )?(Athlon|Sempron|Turion)((?: (?:64|II|XP|XP-M|MP|FX|X[2-4]|Neo|Ultra|Gold|Silver|PRO|Dual|Mobile))*)( (?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2}\+?)?$/,
		(mobile, family, lines, number) =>
			words(mobile.trim(), family, lines.trim().replace(/ Mobile$/, ""), number.trim()),
	),
	is(/^(Mobile )?(Duron)(?: \([A-Z][a-z]{3,12}\))?$/, (mobile, family) => words(mobile.trim(), family)),
	is(/^Geode(?: Integrated by (?:PCS|NSC))?$/, () => "Geode"),
	is(/^FX-?([A-Z]?\d{3,4}[A-Z]{0,2})$/, (number) => `FX-${number}`),
	is(/^(PRO )?(A(?:4|6|8|9|10|12))(-| PRO-| PRO )(\d{4}[A-Za-z]{0,2})$/, (pro, line, dash, number) =>
		words(pro.trim(), `${line}${dash}${number}`),
	),
	is(/^(A(?:4|6|8|10)) (Extreme Edition|Micro-\d{4}T)$/, (line, kind) => words(line, kind)),
	bare(/^((?:C|E|E1|E2|Z)-\d{2,4}[A-Za-z]?|G-T\d{2}[A-Z]{1,2}|[GR]X-\d{3}[A-Z]{2}|R-\d{3}[A-Z]|V1\d{2})$/),
	bare(/^(3[0-9]{3}e|4[78]00S|BC-250)$/),
	is(/^([34]10)(?: \1)?$/, (number) => words("AMD", number)),
	is(/^Custom 0(405|932)$/, (number) => words("Custom APU", `0${number}`)),
];

const hygon: readonly CpuFamily[] = [
	is(/^(?:Hygon )?C86(?:-(\dG))? (?:\(OPN:)?(\d{4}[A-Z]?)\)?$/i, (line, number) =>
		words(line ? `C86-${line}` : "C86", number),
	),
];

const amdFamilies: readonly CpuFamily[] = [...zen, ...k8ToExcavator, ...hygon];

// ARM cores and the servers built of them, POWER, Loongson, Elbrus, VIA and Zhaoxin

const cores: readonly CpuFamily[] = [
	is(
		/^(?:ARM )?(Neoverse|Cortex)[- ]([A-Z]\d{1,3}[A-Z]{0,2})$/i,
		(line, number) => `${capital(line)}-${number.toUpperCase()}`,
	),
	// What a kernel prints when it does not know the core.
	is(/^ARMv([678])(?:-compatible)?(?: rev \d{1,2})?(?: \(v\dl\))?$/, (version) => `ARMv${version}`),
	is(/^AArch64(?: rev \d{1,2})?(?: \(aarch64\))?$/, () => "ARMv8"),
	bare(/^(ARM1176|Feroceon 88FR131|PJ4B-MP|Denver(?: 2)?|Brahma-B\d{2}|Exynos-[Mm]\d|Carmel)$/),
	bare(/^((?:Icestorm|Firestorm|Blizzard|Avalanche|Everest|Sawtooth)(?:-M\d(?:-(?:Pro|Max|Ultra))?)?)$/),
	is(/^(?:Apple )?(M\d(?: (?:Pro|Max|Ultra))?)$/, (chip) => words("Apple", chip)),
];

const servers: readonly CpuFamily[] = [
	is(/^(?:Ampere )?(Altra(?: Max)?)(?: ([QM]\d{2,3}-\d{2}))?$/, (line, number) => words(line, number)),
	is(/^Ampere-?One(?: ([AM]\d{2,3}-\d{2}[A-Z]?|M))?$/, (number) => words("AmpereOne", number)),
	is(/^Ampere-(\d[a-c]?)$/, (number) => `Ampere-${number}`),
	bare(/^(?:Ampere )?(eMAG)(?: \d{4})?$/),
	is(/^(?:HiSilicon |Huawei )?Kunpeng[- ](\d{3}[A-Z]?)(?:[- ](?:S )?(\d{4} ?[A-Z]?))?$/i, (number, kind) =>
		words(`Kunpeng-${number}`, kind.replace(" ", "").toUpperCase()),
	),
	// The core of the Kunpeng 920, as util-linux has called it since 2.36.
	is(/^(?:TSV110|TaiShan-v110)$/i, () => "Kunpeng-920"),
	bare(/^(TSV\d00|TaiShan-v\d{3})$/),
	is(
		/^(?:Cavium |Marvell )?ThunderX([23]?)(?: (?:\d\d[Xx]{2}|CN\d{4}|T\d{2,3}))?(?: v\d\.\d)?$/i,
		(line) => `ThunderX${line}`,
	),
	is(/^Octeon-?(TX2|10)$/i, (line) => `Octeon ${line}`),
	is(/^(?:AWS )?Graviton([2-9]?)$/, (line) => `Graviton${line}`),
	bare(/^(?:(?:Microsoft )?(?:Azure )?(Cobalt \d{3}))$/),
	bare(/^(?:Google )?(Axion)$/),
	is(/^(?:NVIDIA )?Grace$/i, () => "Grace"),
	is(/^(?:Phytium[ ,])?FT-?(\d{4}[A+]?)(?:\/(\d{1,2}))?(?: C\d\d)?$/, (number, many) =>
		[`FT-${number}`, many].filter(Boolean).join("/"),
	),
	is(/^(?:Phytium[ ,])?([SDE]\d{4}[A-Z]?)(?:\/\d{1,3})?(?: (?:C\d\d|E8C))?$/, (number) => words("Phytium", number)),
	bare(/^(FTC\d{3}|A64FX|X-Gene(?: 2)?|Potenza|Strega)$/),
	bare(/^(?:Qualcomm )?(Falkor(?:-V1\/Kryo)?|Centriq \d{4}|Kryo(?: V\d|-\dXX-(?:Gold|Silver))?|Krait|Oryon)$/i),
];

const others: readonly CpuFamily[] = [
	is(/^(POWER\d{1,2}(?:E|NVL)?\+?)$/i, (number) => number.toUpperCase()),
	is(/^Loongson-\d[A-Z] R\d \((Loongson-\d[A-Z]\d{4}[A-Z]?)\)$/, (number) => number),
	is(/^(Loongson-\d[A-Z]\d{4}[A-Z]{0,2})(?:[-/](?:HV|LL|[A-Z]{1,3}))?$/, (number) => number),
	is(/^(?:Elbrus-|E)(2C3|2C\+|4C|8C2?|8CB|8SV|12C|16C)(?:-SWTX)?$/, (number) => `Elbrus-${number}`),
	is(/^(?:Sunway |SW64 )?(SW\d{4})$/, (number) => number),
];

const via: readonly CpuFamily[] = [
	is(/^(?:ZHAOXIN )?(KaiXian|KaiSheng) ?(K[HX]-[A-Z]?\d{4,5}[A-Z]{0,2})(?:\/\d+)?$/i, (line, number) =>
		words(line, number),
	),
	is(/^(?:ZHAOXIN )?(?:KaiXian )?(ZX-[A-Z]\+?)(?: QuadCore)?(?: ([A-Z]\d{4}))?$/i, (line, number) =>
		words(line, number),
	),
	is(/^(?:VIA )?(Nano|Eden|C-QuadCore|QuadCore)( X[24])? ([A-Z]\d{4})$/, (line, many, number) =>
		words(line, many.trim(), number),
	),
	bare(/^(?:VIA )?(C7(?:-[DM])?)$/),
	is(/^(?:VIA )?(Nano|Eden|Esther|C3)(?: \(Nehemiah\)| Ezra)?$/, (line) => line),
	is(/^VIA (?:Ezra|Samuel 2)$/, () => "C3"),
];

const otherFamilies: readonly CpuFamily[] = [...cores, ...servers, ...others, ...via];

/** First match. */
export const cpuFamilies: readonly CpuFamily[] = [...intelFamilies, ...amdFamilies, ...otherFamilies];
