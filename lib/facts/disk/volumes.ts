/**
 * Block devices that are not drives: volumes of RAID controllers and storage networks, and virtual disks of
 * hypervisors. The vendor and model fields of SCSI INQUIRY tell them apart.
 */
import { cleanText } from "../text";

type VolumeKind = "raid-volume" | "san" | "virtual";

/** Matched against `VENDOR MODEL`, first match: rules by vendor come before rules by words that many vendors use. */
const rules: readonly (readonly [VolumeKind, RegExp])[] = [
	["raid-volume", /^Dell VIRTUAL DISK\b|^LSI (VIRTUALDISK|Virtual Disk)\b/i],
	[
		"san",
		/^(NETAPP(?! X\d{3,4}A? )|LIO-ORG|DGC|3PARdata|EQLOGIC|COMPELNT|PURE|NEXSAN|INFINIDA?T?|XtremIO|Nimble|DataCore|PILLAR|XIOTECH|TEGILE|KAMINARI|VIOLIN|SCST (BIO|FIO)|VSTORAGE|NEXENTA|FreeNAS|TrueNAS|SYNOLOGY|QNAP|IET|OPNFILER|ISCSI|STORAGE ISCSI|DotHill|INLINE|IFT|Infortre(nd)?|QSAN|StorMa?gi?c|STORMAGI|LeftHand|FALCON|ENGENIO|YADRO)\b|\b(INF-01-00|COMSTAR|CTLDISK)\b/i,
	],
	[
		"san",
		/^HITACHI (OPEN-|DF600|DISK-SUBSYS)|^EMC\b|^DellEMC\b|^DELL (MD3\d|ME4|ME5|SCv|MD Series)|^HPE? (HSV|MSA|P2000|P4000|P6\d|3PAR|OPEN-)|^(COMPAQ|HP) (MSA|HSV)|^Intel Multi-Flex\b|^LENOVO (DE Series|[SDV]S?\d{4}$)/i,
	],
	[
		"san",
		/^IBM (2105|2107|2145|2810|2076|1722|1723|1724|1726|1742|1745|1746|1750|1814|1815|1818|1820|FlashSystem|VDASD)|^(STK|SUN|Oracle) (OPENstorage|FLEXLINE|BladeCtlr|CSM|STK6|SUN 6180|ZFS Storage|LCSM|StorEdge)|^HUAWEI (XSG|S\d{4}|HVS|Dorado)|^HUASY|^FUJITSU ETERNUS|^(NEC|FUJITSU) (DISK ARRAY|E\d{3,4})/i,
	],
	[
		"virtual",
		/\bQEMU\b|\bVBOX\b|\bVMware\b|^NECVMWar|\bVirtual (disk|HDD?|SSD|NVMe)\b|^Msft\b|^Xen\b|\bBHYVE\b|^Linux scsi debug\b/i,
	],
	[
		"virtual",
		/^(Google (Persistent|Ephemeral)Disk|Amazon (EC2|Elastic)|Microsoft NVMe|ORACLE BlockVolume|Nutanix|Parallels|Virtio|Red Hat VirtIO|nvme card|UpCloud|Alibaba Cloud|(DO|DigitalOcean|HC) Volume|SCW b ssd)\b/i,
	],
	[
		"raid-volume",
		/\b(LOGICAL VOLUME|LogicalDrv|MegaRAID|ServeRAID|ServeRA|Smart Array|PRAID|UCS[BC]?-(M?RAID|MR)\w*|PERC(RAID)?|(DELL)?BOSS( VD|-\w+)|HPE? (NS204|SR\d{3})\w*|H\/?W RAID\d?|Raid VD|RAID ?Volume)\b/i,
	],
	["raid-volume", /(^| )(MR(\d{3}i?-[a-z]|\d{4}[A-Z]?-\d|[- ]?SAS|[- ]?SROM)|SROMBSAS)/],
	[
		"raid-volume",
		/^(AVAGO|BROADCOM|Adaptec|AACRAID|AMCC|3ware|Areca|HPT|RAIDCORE|MSCC|Microsemi?|PMCSIERA|Promise|MYLEX|ICP|IPR-0|DPT|FTS|JMicron|SATA ?RAID|FUJITSU D\d{4}[A-Z]?)\b/i,
	],
	["raid-volume", /^LSI( |LOGIC)|^LSILOGIC\b|\bLSI (MR|RAID|\d{4}-)|^(LSI|BROADCOM)$/i],
	[
		"raid-volume",
		/(^| )((ASR-?\d{4}\w*|SMC\d{4}\w*|PM80\d\d-?\w*|9\d{3}-\d{1,2}\w*|RS[23]\w{3,6}\d{2,3}\w*|RMS?\d{2}\w{4,6}|RAID \d{1,3}\w*(-\d\w*){0,9})( |$)|RAID \d\()/,
	],
	[
		"raid-volume",
		/^(Intel|INTEL) (RAID|Raid|R[SM][A-Z]?\d)|^(SUN|Sun|ORACLE) (STK )?RAID|^(LENOVO|Lenovo) RAID\b|^INSPUR \d/,
	],
];

/** Values of the vendor field that name the bus instead of the maker. */
const buses: ReadonlySet<string> = new Set(["ATA", "SATA", "NVME", "IDE", "SCSI", "GENERIC", "USB"]);

/** Vendor and model, cleaned; a vendor that is only a bus is `null`. */
export function scsiNames(
	vendor: string | null,
	model: string | null,
): { vendor: string | null; model: string | null } {
	const maker = spaced(vendor);
	return { vendor: maker !== null && buses.has(maker.toUpperCase()) ? null : maker, model: spaced(model) };
}

/** udev writes the spaces of a name as `_`, and so does `lsblk` where it asks udev. */
const spaced = (text: string | null) => cleanText(text?.replaceAll("_", " "));

/** `null` for what looks like a drive. */
export function volumeKind(vendor: string | null, model: string | null): VolumeKind | null {
	const names = scsiNames(vendor, model);
	const text = [names.vendor, names.model].filter((part) => part !== null).join(" ");
	return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
