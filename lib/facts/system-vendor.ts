/** Makers of servers and mainboards by what firmware calls them, written one way; hypervisors make virtual hosts. */
import { cleanText } from "./text";

/** Makers whose name has several spellings, by its beginning. First match. */
const spellings: readonly (readonly [RegExp, string])[] = [
	[/^Super ?micro\b/i, "Supermicro"],
	[/^(HPE?|Hewlett[- ]?Packard( Enterprise)?|Compaq)\b/i, "HPE"],
	[/^IBM\b|^International Business Machines\b/i, "IBM"],
	[/^Fujitsu\b|^FUJITSU SIEMENS|^FSC\b/i, "Fujitsu"],
	[/^(Huawei|xFusion)\b/i, "Huawei"],
	[/^ASRock ?Rack\b/i, "ASRock Rack"],
	[/^ASUS(TeK)?\b/i, "ASUS"],
	[/^Giga(-?byte\b| Computing\b)/i, "Gigabyte"],
	[/^(MSI\b|MSI_|Micro-Star\b)/i, "MSI"],
	[/^(Quanta|QCT|QCI)\b/i, "Quanta"],
	[/^(Inspur|IEIT)\b/i, "Inspur"],
	[/^(Sugon|Dawning)\b/i, "Sugon"],
	[/^(New )?H3C\b/i, "H3C"],
	[/^(Oracle|Sun Microsystems|Sun)\b/i, "Oracle"],
	[/^(Aquarius|Аквариус)/i, "Aquarius"],
	[/^(Gagar[>i]?n|GAGAR)/i, "Gagarin"],
	[/^(Graviton|Гравитон|3Logic)/i, "Graviton"],
	[/^T-?Platforms\b/i, "T-Platforms"],
	[/^Bull\b|^Atos\b/i, "Bull"],
	[/^(Foxconn|Hon Hai|WinFast)\b/i, "Foxconn"],
	[/^ECS|^Elitegroup\b/i, "ECS"],
	[/^(Scaleway|Online (Labs|SAS))\b/i, "Scaleway"],
	[/^PC ?Engines\b/i, "PC Engines"],
	[/^Silicon Graphics\b|^SGI\b/i, "SGI"],
	[/^Think ?mate\b/i, "Thinkmate"],
	[/^(iX ?systems|TrueNAS)\b/i, "iXsystems"],
	[/^Packard ?Bell\b/i, "Packard Bell"],
	[/^(Acer|Gateway|eMachines)\b/i, "Acer"],
	[/^(AZW|Beelink)\b/i, "Beelink"],
	[/^(MINISFORUM|Micro Computer \(HK\))/i, "Minisforum"],
	[/^Huanan(zhi)?\b/i, "Huananzhi"],
	[
		/^(QEMU|KVM|Bochs|SeaBIOS|EFI Development Kit|Red Hat|RHEV|oVirt|OpenStack|RDO|Fedora Project|SUSE|The SUSE Project|Proxmox)\b/i,
		"QEMU",
	],
	[/^(innotek|VirtualBox)\b/i, "VirtualBox"],
	[/^(Parallels|Virtuozzo|Acronis)\b/i, "Virtuozzo"],
	[/^Dell(EMC)?\b/i, "Dell"],
	[/^(Lenovo|LNVO)\b/i, "Lenovo"],
	[/^ASRock/i, "ASRock"],
	[/^Medion/i, "Medion"],
	[/^(ABIT\b|https?:\/\/www\.abit)/i, "ABIT"],
	[/^PC ?Chips\b/i, "PC Chips"],
	[/^Wortmann\b|^TERRA\b/i, "Wortmann"],
	[/^ZT ?Systems\b/i, "ZT Systems"],
	[/^Power ?leader\b/i, "PowerLeader"],
	[/^(YADRO|KVADRA)\b/i, "YADRO"],
	[/^(F\+|Fplus)(?=\W|$)/i, "Fplus"],
	[/^Great ?Wall\b/i, "Great Wall"],
	[/^(Tsinghua )?Tongfang\b/i, "Tongfang"],
	[/^(Linode|Akamai)\b/i, "Akamai"],
	[/^OVH/i, "OVH"],
	[/^(Equinix|Packet)\b/i, "Equinix"],
	[/^Yandex/i, "Yandex"],
	[/^DEC\b|^Digital Equipment\b/i, "DEC"],
	[/^IEI\b|^ICP \/ iEi/i, "IEI"],
	[/^J&W\b/i, "J&W"],
	[/^Check ?Point\b/i, "Check Point"],
	[/^Thomas[- ]Krenn\b/i, "Thomas-Krenn"],
	[/^(FreeBSD|bhyve)\b/i, "bhyve"],
	[/^Alibaba\b/i, "Alibaba Cloud"],
];

/** Those whose name only differs in its case and in what follows it: `Lanner Electronics Inc.`. */
const names = `
	45Drives; AAEON; Aberdeen; ADLINK; Advantech; Aerodisk; AIC; Albatron; AMAX; Amazon; Ampere; Apple; Appro;
	Arista; Axiomtek; Baidu; Baikal; Barracuda; Beckhoff; Biostar; bluechip; BOXX; Bulat; Caswell; Cavium;
	Celestica; Chenbro; Ciara; Cisco; Clevo; CloudSigma; Colfax; Colorful; Compal; CompuLab; congatec; Contabo;
	Delta Computers; DEPO; DFI; DigitalOcean; Edgecore; Elpitech; EMC; EPoX; Equus; Ericsson; ETegro; EVGA;
	Exoscale; Exxact; Flextronics; GALAX; GMKtec; Google; Gooxi; Hardkernel; HCL; Hetzner; Hitachi; Hypertec;
	Hyve; ICL; Ingrasys; Intel; Inventec; IONOS; iRU; Itautec; Iwill; Jabil; Jetway; Joyent; Juniper; KNS;
	Kontron; Kraftway; Lanner; LG; Machinist; Marvell; MAXDATA; Maxtang; MCST; Mellanox; Microsoft; MiTAC; NEC;
	NetApp; netcup; Nettrix; Netweb; Nexcom; Nokia; Norco; Norsi-Trans; Novatech; Nutanix; NVIDIA; OpenYard;
	Panasonic; Pegatron; Penguin Computing; Phytium; Pivot3; Portwell; Positivo; PowerSpec; Premio; Protectli;
	Puget; Purism; QNAP; Qotom; R-Style; Rackable; Rackspace; Raptor; Raspberry Pi; Rikor; RSC; Samsung; Sangfor;
	Sapphire; Scale Computing; Selectel; Seneca; Shuttle; Siemens; Silicon Mechanics; SimpliVity; Sitronics;
	SolidRun; Soltek; Sony; Sophos; Stallion; Stratus; STSS; Synology; System76; Tarox; Tencent Cloud; Topton;
	Toradex; Toshiba; transtec; TUXEDO; Tyan; Unisys; UpCloud; Verari; VIA; VMware; Vultr; Wistron; Wiwynn; Xen;
	Zotac; ZStack; ZTE
`
	.trim()
	.split(/;\s+/);

const makers: typeof spellings = [
	...spellings,
	...names.map((name) => [new RegExp(`^${name.replace(/\W/g, "\\$&")}\\b`, "i"), name] as const),
];

/** Values that boards and firmware have when nobody filled in the maker. */
const placeholder =
	/^(0?123456789|(to be )?filled by o\.?e\.?m.*|default( string)?|(system|chassis|board)?[ _]?(manufacturer?|product name|vendor)( name)?|type\d - .*|not? ?(specified|applicable|available|present|set)|super server|o\.?e\.?m\.?([ _]mb)?|none|null|n\/?a|unknown?|empty|invalid|standard|undefined( undefined)?|<.*>|(american megatrends|ami|phoenix technologies|award( software)?|insyde)\b.*|[-.x0* ]*)$/i;

/** `null` when absent or a placeholder; `other` for a maker that no rule knows. */
export function systemVendor(name: string | null): string | null {
	const vendor = cleanText(name);
	if (vendor === null || placeholder.test(vendor)) return null;
	return makers.find(([pattern]) => pattern.test(vendor))?.[1] ?? "other";
}
