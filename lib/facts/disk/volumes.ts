/**
 * Block devices that are not drives: volumes of RAID controllers and storage networks, and virtual disks of
 * hypervisors. The vendor and model fields of SCSI INQUIRY tell them apart.
 */
import { cleanText } from "../text";
import { drives } from "./makers";

type VolumeKind = "raid-volume" | "san" | "virtual";

/** Matched against `VENDOR MODEL`, first match: rules by vendor come before rules by words that many vendors use. */
const rules: readonly (readonly [VolumeKind, RegExp])[] = [
	["raid-volume", /^Dell VIRTUAL DISK\b|^LSI (VIRTUALDISK|Virtual Disk)\b/i],
	// PowerVM gives its guests volumes under its maker's name.
	["virtual", /^(AIX|IBM) (VDASD|3303 +NVDISK)\b/i],
	// Vendors that make nothing but arrays, and programs that export volumes.
	[
		"san",
		/^(NETAPP|LIO-ORG|SUSE|DGC|3PARdata|EQLOGIC|COMPELNT|PURE|NEXSAN|NFINIDAT|INFINIDA?T?|XtremIO|Nimble|DataCore|PILLAR|XIOTECH|TEGILE|KAMINARI|KMNRIO|VIOLIN|VEXATA|SCST (BIO|FIO)|VSTORAGE|NEXENTA|FreeNAS|TrueNAS|SYNOLOGY|QNAP|ASUSTOR|IET|OPNFILER|StarWind|ROCKET IMAGEFILE|ISCSI|STORAGE ISCSI|DotHill|INLINE|IFT|Infortre(nd)?|QSAN|StorMa?gi?c|STORMAGI|LeftHand|FALCON|ENGENIO|YADRO)\b/i,
	],
	[
		"san",
		/^(DDN|DataDirect|XIV|TMS|SolidFir|PIVOT3|NexGen|KOVE|AStor|MacroSAN|EUROLOGC|JetStor|Proware|Lightbits|DATERA|Excelero|SPDK|dellemc-powerstore)\b|^Linux$/i,
	],
	// Models of arrays under the names of others.
	["san", /\b(INF-01-00|COMSTAR|CTLDISK|Universal Xport|iSCSI ?Disk|FlashSystem|LightOS)\b/i],
	[
		"san",
		/^HITACHI (OPEN-|DF\d00|DISK-SUBSYS)|^EMC\b|^DellEMC\b|^DELL (MD3\d|ME4|ME5|SCv|MD Series)|^(COMPAQ|HPE?) (HSV|MSA|P2000|P4000|P6\d|A6\d{3}A$|3PAR|Alletra|OPEN-)|^Intel Multi-Flex\b|^LENOVO (DE Series|[SDV]S?\d{4}$)|^SEAGATE [345]\d{3}$/i,
	],
	[
		"san",
		/^IBM (2105|2107|2145|2810|2851|2076|1722|1723|1724|1726|1742|1745|1746|1750|181[3-58]|1820|3526|35[45]2|DCS9|ProFibre)|^(STK|SUN|Oracle) (OPENstorage|FLEXLINE|BladeCtlr|CSM|STK6|SUN 6180|(ZFS|Sun) Storage|LCSM|StorEdge|ArrayStorage|Oracle FS)|^SGI (TP9|IS\d|DD\dA)|^DEC HSG/i,
	],
	[
		"san",
		/^HUAWEI[- ](XSG|S\d{4}|HVS|Dorado)|^HUASY|^FUJITSU ETERNUS|^(NEC|FUJITSU) (DISK ARRAY|E\d{3,4})|^FSC CentricStor|^INSPUR (MCS|AS\d{4})|^Promise (VTrak|Vess)/i,
	],
	[
		"virtual",
		/\bQEMU\b|\bVBOX\b|\bVMware\b|^NECVMWar|\bVirtual (disk|HDD?|SSD|NVMe)\b|^Msft\b|^Xen(SRC)?\b|\bBHYVE\b|^Linux scsi debug\b/i,
	],
	[
		"virtual",
		/^(Google (Persistent|Ephemeral)Disk|Amazon (EC2|Elastic)|Microsoft NVMe|ORACLE BlockVolume|Nutanix|Parallels|Virtio|Red Hat VirtIO|nvme card|UpCloud|Alibaba Cloud|(DO|DigitalOcean|HC) Volume|SCW b ssd)\b/i,
	],
	[
		"raid-volume",
		/\b(LOGICAL VOLUME|LogicalDrv|MegaRAID|ServeRAID|ServeRA|Smart Array|PRAID|UCS[BC]?-(M?RAID|MR)\w*|PERC(RAID)?|(DELL)?BOSS( VD|-\w+)|HPE? (NS204|SR\d{3})\w*|H\/?W RAID\d?|Raid VD|M\.2 VD|UCS-M2-HWRAID|RAID ?Volume)\b/i,
	],
	["raid-volume", /(^| )(MR(\d{3}i?-[a-z]|\d{4}[A-Z]?-\d|[- ]?SAS|[- ]?SROM)|SROMBSAS)/],
	[
		"raid-volume",
		/^(AVAGO|BROADCOM|Adaptec|AACRAID|AMCC|3ware|Areca|HPT|RAIDCORE|MSCC|Microsemi?|PMCSIERA|Promise|MYLEX|ICP|IPR-0|DPT|FTS|JMicron|SATA ?RAID|FUJITSU D\d{4}[A-Z]?)\b/i,
	],
	["raid-volume", /^IBM IPR-|^(HUAWEI|XFUSION|INSPUR) SAS3\d{3}|^H3C RAID-|^Intel SRC(SA|U)|^GRAID\b/i],
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

/** Makers of arrays who put their name on the drives inside, too. Names of volumes that a person chose pass none of this. */
const drivesOfArrays = /^(NETAPP|EMC|DellEMC|DGC|3PARdata|EQLOGIC|COMPELNT|XIOTECH|DotHill|PILLAR|NEXSAN|DDN)$/i;
/** Part numbers of their own: NetApp's `X422_HCOBE600A10`, 3PAR's `HCBRE0900GBAS10K`. */
const arrayDrive = /^X\d{3,4}A?( [A-Z\d]|S\d{3})|^[A-Z]{4,5}\d{4}(GB|S\d)/;

/** `null` for what looks like a drive. */
export function volumeKind(vendor: string | null, model: string | null): VolumeKind | null {
	const names = scsiNames(vendor, model);
	if (drivesOfArrays.test(names.vendor ?? "") && isDriveNumber(names.model ?? "")) return null;
	const text = [names.vendor, names.model].filter((part) => part !== null).join(" ");
	return rules.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

function isDriveNumber(model: string): boolean {
	return arrayDrive.test(model) || (/\d/.test(model) && drives.some(([number]) => number.test(model)));
}
