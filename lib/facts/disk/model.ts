/**
 * Models of disks without the maker's name. SATA gives `lsblk` no more than 16 characters of a model, maker included,
 * so a label is made of those: the whole name and the cut one give the same label. A model passes only when it has a shape
 * that its maker uses.
 */
import { knownPart } from "./model-letters";
import { modelShapes } from "./model-shapes";
import { diskVendor } from "./vendor";
import { scsiNames } from "./volumes";

/** Characters that SCSI INQUIRY has for a model. */
const inquiryLength = 16;

/** Drives on NVMe keep their whole name. */
const nvme =
	/^(SAMSUNG )?MZ(1L|4L|PL|PJ|QL|VL|WL|XL|SL|VP|VK|VZ|QK|WK|[VPQW])\w|^Samsung SSD 9|^(INTEL |SOLIDIGM )?(SSDP[EF]|MEMPE|MDTPE|HBRPE|SB[5F]P)|^Dell |^(ScaleFlux|YMTC|ZHITAI) |MTFD[HK]|^K[CXB][DGM]\d|^KIOXIA K|^THNSN5|^(WDC )?WUS[345][BC]|^(HGST )?HUS[MP]R|SN\d{3}|^KINGSTON S(A[12]000|KC[123]\d{3}|NV|FYR|EDC[123]\d{3})|^(SKHynix |SK hynix )?HF[SM]\d+[GT]\w*[XJ]|^LENSE|^UMIS |^RAMAXEL RT|NVMe|^Seagate (FireCuda|BarraCuda|IronWolf)\w* \d|^[XZ]P\d{3,5}[A-Z]|^(HUAWEI )?HWE\d\dP|^(VO|MO|EO|LO|LT|MT)\d{4,6}K[EWX]|^HP SSD EX/i;

/** Words of the long names that Dell gives to NVMe drives. */
const dellWords =
	/^(Ent|Express|Flash|NVMe|SSD|v\d|XS1715|AGN|DC|FIPS|SED|ISE|PS\d{4}|RI|MU|WI|U\.[23]|SFF|AIC|HHHL|E3(\.?S)?|EDSFF|Gen\d|[CPD][A-Z]?M?\d{1,4}[A-Za-z]{0,2}\d?|\d{4}|\d{1,3}(\.\d{1,2})?[GT]B?)$/i;

const makerNames =
	/^(WDC? |Western Digital |SAMSUNG |INTEL |SOLIDIGM |TOSHIBA |TOS |KIOXIA[ -]|HGST |Hitachi |KINGSTON |SEAGATE |Micron |Crucial |M4-(?=CT)|SanDisk |HPE? |Maxtor |FUJITSU |HUAWEI |INSPUR |GOODRAM (?=SSDPR)|QUANTUM |SK ?hynix )/i;

/** `null` when the model is absent, for volumes, and for a model of no known shape or series. */
export function diskModel(vendor: string | null, model: string | null): string | null {
	const maker = diskVendor(vendor, model);
	const name = scsiNames(vendor, model).model;
	if (name === null || maker === null) return null;
	const label = shapedModel(maker, name);
	return label === null ? null : knownPart(maker, label, productLetters);
}

/** A label of a shape that the maker uses, with any letters. */
function shapedModel(maker: string, name: string): string | null {
	if (maker === "dell") return dellModel(name);
	const left = (nvme.test(name) ? name : name.slice(0, inquiryLength)).trim();
	const number = left
		.replace(makerNames, "")
		.replace(/ TOSHIBA$/, "")
		.trim();
	for (const [shape, label] of modelShapes[maker] ?? []) {
		const parts = shape.exec(number);
		if (parts)
			return typeof label === "string"
				? number.replace(shape, label)
				: label(...parts.slice(1).map((part) => part ?? ""));
	}
	return maker === "other" ? null : brandModel(number, left.length === inquiryLength && !nvme.test(name));
}

function dellModel(name: string): string | null {
	const words = name.replace(/^Dell /i, "").split(" ");
	return words.length > 1 && words.every((word) => dellWords.test(word)) ? words.join(" ") : null;
}

/**
 * Models of drives that carry a brand and a product name instead of a part number: `Force MP510`, `GAMMIX S11 Pro`. They
 * pass only when every word is one that makers use: free text cannot pass.
 */

/** The brand, which is not part of the label. */
const brand =
	/^(ADATA|XPG|Corsair|Patriot|GOODRAM|PNY|Lexar|Intenso|King ?(?:Spec|Dian|Fast)|OWC|Apacer|Netac|TEAM(?:GROUP)?|GIGABYTE|G\.? ?SKILL|Transcend|PLEXTOR|SPCC|Silicon ?Power|Verbatim|Smart ?buy|Team Group|AMD|Mushkin|BIWIN|FORESEE|Colorful|QUMO|fanxiang|OCZ|LITEON|HIKVISION|GS|AGI|Radeon|Acer|MSI|LENOVO|YMTC|ZHITAI|FASPEED|GALAX|Sabrent|Memblaze|INSPUR|ScaleFlux|DAPUSTOR|Ramsta|Fordisk)[ -]+/i;
/** Words of product names, spelled as in the label. */
const product = new Map(
	`
	Force Neutron Survivor Nova Accelerator LE LS LX GT GS XT XTi Pro Plus Max Lite Elite Ultra Ultimate Extreme Gold Silver
	Blue Black Green Red Premier GAMMIX SPECTRIX SWORDFISH LEGEND Falcon Mercury Aura Envoy Electra Titan Ares Thor IRDM
	IRIDIUM Series Viper VPN VP Panther Speedster Phoenix Sniper Ripjaws TridentZ MX CX EX BX QX EVO SE II V S X One Hyper
	Turbo XPG EXCERIA G2 G3 Optane T-FORCE VULCAN Rocket PBlaze5 PBlaze6 PBlaze7 CARDEA DELTA ZERO AORUS Gen3 Gen4 Gen5
	`
		.trim()
		.split(/\s+/)
		.map((word) => [word.toLowerCase(), word]),
);
/** The runs of letters in them. */
export const productLetters: ReadonlySet<string> = new Set(
	[...product.values()].flatMap((word) => word.match(/[A-Za-z]+/g) ?? []),
);
/** Words that say nothing about the model. */
const filler =
	/^(SSD|M\.2|SATA|SATAIII|SATA3|III|3|NVMe|NVME|PCIe|PCIE|Solid|State|Disk|Drive|Flash|Top|Portfolio|High|Performance|2\.5|2\.5"|mSATA|MSATA|M2|2280|2242|TLC|QLC|MLC|TECHNOLOGY|Internal|-)$/;
const capacity = /^\d{1,4}(\.\d{1,2})?[GT]B?$/i;
const number = /^([A-Z]{1,3}\d{2,4}[A-Z]{0,3}|Vi\d{3,4}|Ti(Plus)?\d{3,4}|\d{3,4})$/;

/** `isCut`: the last word may lack its end. `null` when a word is none of these, or none of them names the model. */
function brandModel(name: string, isCut: boolean): string | null {
	const words = name
		.replace(brand, "")
		.split(" ")
		.filter((word) => word !== "");
	const whole = isCut ? words.slice(0, -1) : words;
	const known = whole.map((word) => {
		if (filler.test(word) || capacity.test(word)) return "";
		return product.get(word.toLowerCase()) ?? (number.test(word) ? word : null);
	});
	if (known.includes(null)) return null;
	const named = known.filter((word) => word !== "");
	return named.some((word) => word !== null && word.length > 1) ? named.join(" ") : null;
}
