/**
 * Models of disks without the maker's name. SATA gives `lsblk` no more than 16 characters of a model, maker included,
 * so a label is made of those: the whole name and the cut one give the same label. A model passes only when it has a shape
 * that its maker uses.
 */
import { brandModel } from "./brand-model";
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

/** `null` when the model is absent, for volumes, and for a model of no known shape. */
export function diskModel(vendor: string | null, model: string | null): string | null {
	const maker = diskVendor(vendor, model);
	const name = scsiNames(vendor, model).model;
	if (name === null || maker === null) return null;
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
