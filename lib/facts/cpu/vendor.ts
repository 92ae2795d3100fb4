/** Who made a processor: by the vendor field of `lscpu` and `/proc/cpuinfo`, and on ARM by the model. */
import { cleanText } from "../text";

/**
 * The twelve letters of CPUID, and what newer `lscpu` says for an ARM implementer code. In lower case. Centaur was VIA's
 * and became Zhaoxin; both used both ids, so they are one. Cavium is no more, and Marvell has an id of its own.
 */
const vendorIds: Readonly<Record<string, string>> = {
	genuineintel: "intel",
	genuineiotel: "intel",
	authenticamd: "amd",
	hygongenuine: "hygon",
	shanghai: "zhaoxin",
	centaurhauls: "zhaoxin",
	arm: "arm",
	"0x41": "arm",
	cavium: "arm",
	"0x43": "arm",
	marvell: "marvell",
	"0x56": "marvell",
	ampere: "ampere",
	"0xc0": "ampere",
	qualcomm: "qualcomm",
	"0x51": "qualcomm",
	hisilicon: "hisilicon",
	"0x48": "hisilicon",
	broadcom: "broadcom",
	"0x42": "broadcom",
	fujitsu: "fujitsu",
	"0x46": "fujitsu",
	nvidia: "nvidia",
	"0x4e": "nvidia",
	apm: "apm",
	"0x50": "apm",
	apple: "apple",
	"0x61": "apple",
	phytium: "phytium",
	"0x70": "phytium",
	samsung: "samsung",
	"0x53": "samsung",
	microsoft: "microsoft",
	"0x6d": "microsoft",
	loongson: "loongson",
	"e2k machine": "elbrus",
	mcst: "elbrus",
	ibm: "ibm",
	"ibm/s390": "ibm",
};

/** Makers by model name. First match. */
const names: readonly (readonly [RegExp, string])[] = [
	[/^(QEMU|Common KVM|Virtual)\b/i, "other"],
	[/\bIntel\b|\bXeon\b|\bPentium\b|\bCeleron\b|\bItanium\b|^Westmere\b/i, "intel"],
	[/\bHygon\b/i, "hygon"],
	[/\bAMD\b|\bEPYC\b|\bRyzen\b|\bOpteron\b|\bAthlon\b|^Duron\b/i, "amd"],
	[/\bZHAOXIN\b|^Kai(Xian|Sheng)|\bVIA\b|^Centaur\b/i, "zhaoxin"],
	[/\bLoongson-/, "loongson"],
	[/^(Elbrus|E(2C|4C|8C|8SV|12C|16C))/, "elbrus"],
	[/\bAmpere|\beMAG\b|^Altra\b/i, "ampere"],
	[/\bKunpeng\b|\bTSV\d{3}\b|^TaiShan|\bHisilicon\b/i, "hisilicon"],
	[/\bThunderX3\b|^Octeon/i, "marvell"],
	[/\bThunderX/i, "arm"],
	[/\bPhytium\b|^FT-\d{4}|^FTC\d{3}|^[SD]\d{4}(\/\d|$)/i, "phytium"],
	[/^(NVIDIA )?Grace\b/, "nvidia"],
	[/^Apple M\d/, "apple"],
	[/\bCentriq\b|\bFalkor\b|\bKryo\b|\bOryon\b|\bQualcomm\b/i, "qualcomm"],
	[/\bPOWER\d|^PPC970/i, "ibm"],
	[/^X-Gene|^(Potenza|Strega)$/, "apm"],
	[/^A64FX/, "fujitsu"],
	[/^(Carmel|Denver)\b/, "nvidia"],
	[/^(Icestorm|Firestorm|Blizzard|Avalanche|Everest|Sawtooth)\b/, "apple"],
	[/^Exynos\b/, "samsung"],
	[/^Brahma\b/, "broadcom"],
	[/\bCobalt \d/, "microsoft"],
	[/^(AWS )?Graviton\d?$/, "amazon"],
	[/^(Google )?Axion\b/, "google"],
	[/\bSW\d{4}$/, "sunway"],
	[/\bNeoverse|\bCortex|^ARMv\d|^AArch64/i, "arm"],
];

/** The closed list of keys, without `other`. */
export const cpuVendors: ReadonlySet<string> = new Set(
	[...Object.values(vendorIds), ...names.map(([, vendor]) => vendor)].filter((vendor) => vendor !== "other"),
);

/** `null` when both are absent; `other` for a maker that no rule knows. */
export function cpuVendor(vendorId: string | null, modelName: string | null): string | null {
	const id = cleanText(vendorId)?.toLowerCase() ?? null;
	const name = cleanText(modelName);
	const byId = id !== null && Object.hasOwn(vendorIds, id) ? vendorIds[id] : undefined;
	const byName = name === null ? undefined : names.find(([pattern]) => pattern.test(name))?.[1];
	// Licensees of ARM, and who bought a design of APM, report the vendor id of the licensor: the name says more.
	if ((byId === "arm" || byId === "apm") && byName !== undefined && byName !== "other") return byName;
	if (byId !== undefined) return byId;
	if (byName !== undefined) return byName;
	return id === null && name === null ? null : "other";
}
