/** Processors that are no x86: ARM cores and the servers built of them, POWER, Loongson, Elbrus. */
import { bare, type CpuFamily, is, words } from "./cpu-family";
import { capital } from "./text";

const cores: readonly CpuFamily[] = [
	is(
		/^(?:ARM )?(Neoverse|Cortex)[- ]([A-Z]\d{1,3}[A-Z]{0,2})$/i,
		(line, number) => `${capital(line)}-${number.toUpperCase()}`,
	),
	// All that a kernel says where it does not know the core.
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

export const otherFamilies: readonly CpuFamily[] = [...cores, ...servers, ...others, ...via];
