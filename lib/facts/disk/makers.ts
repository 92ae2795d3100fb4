/**
 * Makers of disks, as data: by part number or brand in the model, and by the vendor field.
 */

export type Makers = readonly (readonly [RegExp, string])[];

/** Makers of servers who put their own name or part numbers on drives of others. */
const sellers: Makers = [
	// Two letters, two to six digits and the family: GB0500C4413, EG0300FBDBR, MK000480GWCEV, VO001920KWVMT.
	[
		/^(MB|MM|EG|EH|EF|EO|GB|MK|VK|VR|MO|MT|LK|LO|LT|MR|VO|VB|DG|DH|DF|FB|MP|TK|ND|XP|PE|XS|MS|VS|NS|SS|EK|GJ|RW)\d{4,6}[A-Z]([A-Z]{2,5}|\d{4}|[A-Z]{0,3}\d)( |$)|^D[GH]\d{3}[A-Z][A-Z0-9]{4,5}$/,
		"hpe",
	],
	[/^HPE? |^HP-|^HPE?$/i, "hpe"],
	[/^Dell\b|^DELL/i, "dell"],
	[/^LENOVO|^LENSE|^SSS0L\d/i, "lenovo"],
	[/^HUAWEI|^HWE\d{2}[A-Z]|^HSSD-D\d/i, "huawei"],
	[/^(SuperMicro|SMC) ?(SSD|DOM)/i, "supermicro"],
];

/** Makers of drives. Sellers and brands put their names on these. */
export const drives: Makers = [
	[/^Crucial|^(M4-|C300-)?CT(\d+(M|BX|P|T|X|E)|F?DDA)|^C300-/i, "crucial"],
	[/^(Micron|MTFD|MTFC|EEFDDA|RealSSD)|^(C400|P[34]\d{2}[a-z]?|M5\d0(DC|IT)?|M600)[- ](MTFD|EEFD)/i, "micron"],
	[/^Solidigm|^SB[5F]P/i, "solidigm"],
	[/^INTEL|^SSDS[AC]\w|^SSDMC|^MDTPE|^SSDP[EF]|^MEMPE|^HBRPE/i, "intel"],
	[
		/^SAMSUNG|^MZ[-A-Z0-9][A-Z0-9]{3}|^H[DEMNS]\d{3}[A-Z]{2}$|^HN-M\d{3}[A-Z]{3}|^(SP|SV|MP)\d{4}[A-Z]$|^[PS]M\d[A-Z\d]\d[a-z]? /i,
		"samsung",
	],
	[
		/^SEAGATE|^ST\d{3}(?!-[M2])|^X[APS]\d{3,4}[LMSHN]E|^X[ADPS]\d{4,5}[LMSHN]E|^Z[APD]\d{3,4}[CGLNV][MVX]|^Nytro|^XF\d{4}-|^XP\d{3,5}-|^BarraCuda|^IronWolf|^FireCuda|^ZP\d{3,4}[A-Z]/i,
		"seagate",
	],
	[
		/^WDC?[ -]|^Western ?Digital|^WD\d{1,5}[A-Z]|^WDS\d|^WDBNCE|^W[US][HS][\dT]|^(CL|PC) ?SN\d|^SDB[PQ]|^WDC$|^Ultrastar|^OPENFLEX|^SN[5678]\d0/i,
		"wd",
	],
	[
		/^(HGST|Hitachi|IC25[NT]|IC35L|HE[JN]4230)|^H[UDTCME][HSNATEPCGJ][A-Z0-9]{2,3}\d{3}|^HUS\d{3}T\dT|^H[DUT][SAPTE]\d{4}[A-Z\d]{3}|^SDLL|^H\d{4,6}[A-Z]\w{0,4}SUN/i,
		"hgst",
	],
	[/^KIOXIA|^K(CD|CM|RM|PM|HK|LM|SG)[\dY]|^KXG[78]|^KBG[456]|^HK6-|\bKIOXIA\b|^EXCERIA/i, "kioxia"],
	[/^OCZ|^VERTEX|^AGILITY|^TRION|^VECTOR|^OCTANE|^REVO|^DENEVA|^D2[CR]S|^DEN[CR]ST|^Z-DRIVE|^TALOS|^ARC100/i, "ocz"],
	[
		/TOSHIBA|^TOS |^K[XBS][DG]\d|^M[GDQN]\d\d[A-Z]{3}|^DT0\d[A-Z]{3}|^HDW[A-Z]\d|^THN|^AL1[3-6]S|^PX0\d|^MK\d{3,4}[A-Z]{2,4}( |$)|^MBF\d{4}/i,
		"toshiba",
	],
	[
		/^KINGSTON|^SA(400|[12]000)|^SUV\d|^SKC\d|^SEDC|^SNV(S|\dS|\d)|^SFYR|^SVP?\d00S|^SH10[03]S|^SH[FPS][SM]\d|^SM2280S|^SMS\d{3}S|^SKYMEDI|^OM[3-8]P|^OMSP|^RBU-?S|^DC\d{3}[BM] |^DC[45]\d0/i,
		"kingston",
	],
	[/^San ?d?Disk|^SDSS|^SD[5-9MJWFK][A-Z0-9]{2}[A-Z0-9]|^SDL[FLTK][A-Z0-9]{4}|^SDKG|^Skyhawk|^X[46]00 /i, "sandisk"],
	[
		/^HF[SMB]\d|^SK ?hynix|^SKHynix|^HYNIX|^(PC|BC|SC|PE)\d{3}[A-Z]? (NVMe|HF|SATA|M\.2|2\.5)|^SHG[SP]\d\d-|^SHPP\d\d-|^PE[689]\d{3}|^HoloSSD/i,
		"sk-hynix",
	],
	[/^FUJITSU|^M[AHBVP][A-Z]\d{4}[A-Z]{2}/i, "fujitsu"],
	[/^MAXTOR|^STM3|^6[BLVYHE]\d{3}[A-Z]\d|^[4579][A-Z]?\d{3,4}[A-Z]\d$|^Z1 SSD/i, "maxtor"],
	[/^IBM|^IC35|^D(TLA|TTA|JNA|PTA|JSA|ARA|BCA|CYA|KLA|TNA|TCA)-/i, "ibm"],
	[/^QUANTUM|^FIREBALL/i, "quantum"],
	[/^ExcelStor/i, "excelstor"],
];

/** Brands that build drives from other makers' memory. */
const brands: Makers = [
	[
		/^ADATA|^XPG|^AX\d|^SU\d{3}|^S[XPU]\d{3,4}|^IM2[SP]\d{4}|^IMSS\d|^LEGEND|^GAMMIX|^SPECTRIX|^SWORDFISH|^FALCON$|^Premier ?SP/i,
		"adata",
	],
	[/^KING ?MAX/i, "kingmax"],
	[/^Gold ?key|^GKH\d/i, "goldkey"],
	[/^CHN[ -]/, "zheino"],
	[/^MyDigital/i, "mydigitalssd"],
	[/^PLEXTOR|^PX-[A-Z\d]|^PH6-/i, "plextor"],
	[/^Patriot|^P(210|300|400|410|310) |^Viper/i, "patriot"],
	[/^Transcend|^TS\d{1,3}[MGT]|^TS\d{1,4}[GT](SSD|MTE|MTS|MSA|PSD|PSSD|MSM|CF|ESD|HSD)/i, "transcend"],
	[/^Corsair|^Force |^CSSD-|^CMFSSD|^Neutron/i, "corsair"],
	[/^GOODRAM|^IRP?[- ]?SSDPR|^SSDPR|^IRDM|^IR-SSD|^IRIDIUM|^GOODDRIVE/i, "goodram"],
	[/^(Silicon ?Power|SPCC|SP\d{3}GB)/i, "silicon-power"],
	[/^Apacer|^APSDM|^\d{1,4}[GT]B SATA Fla|^S[GHTV]250-(M2|25)/i, "apacer"],
	[/^Netac/i, "netac"],
	[/^LITE-?ON|\bLITEON\b|^L[ACMJGH][A-Z]-\d|^PH[2-9]-CJ|^CV\d-[A-Z0-9]{3,}|^CX\d-[A-Z]{2}|^EP[12]-|^ECE-/i, "lite-on"],
	[/^SSSTC|^AF[2-4]MA3\d|^CL[14]-\d|^CA[1-8]-\d|^CVB?-8D|^ER[23]-[CG]D/i, "ssstc"],
	[/^Lexar/i, "lexar"],
	[/^Intenso/i, "intenso"],
	[/^PNY|^SSD\dSC\d{3}G|^CS\d{3,4} /i, "pny"],
	[/^King ?Spec|^KSD-|^KDM-|^NT-\d|^P[34]-\d|^NE-\d/i, "kingspec"],
	[/^King ?Dian/i, "kingdian"],
	[/^King ?(Fast|share)|^KingBank/i, "kingfast"],
	[/^MKNSSD|^Mushkin/i, "mushkin"],
	[/^OWC|^Aura /i, "owc"],
	[
		/^(InnoDisk|InnoLite|iCF|EverGreen|SATADOM-)|^[12]\.[58]"? SATA SSD \d|^(2\.5"?|1\.8"?|2B5"|M\.2 ?\(S\d\d\)|SATA Slim|mSATA|mini PCIeDOM|SATADOM|CFast|DEM\d|DES25|DESSH?|M2[48]2)[- ].*[1-9](ME|MG|SE|IE|TG|MV|MR|TE)\d?\b/i,
		"innodisk",
	],
	[/^Swissbit|^SFSA\d|^SFCF|^SFCA|^SFPC/i, "swissbit"],
	[/^SMART |^Adtron|^SG9X|^SH9M|^XceedIOPS|^TW[0-9]{2}-/i, "smart-modular"],
	[/^STEC|^ZeusIOPS|^Mach ?\d|^Z16I|^S84\d|^S620/i, "stec"],
	[/^StorFly|^Virtium|^VSF[A-Z\d]{3}|^VTDCFAPC/i, "virtium"],
	[/^Team ?Group|^TEAM ?L?\d?|^TM8[FP]|^T-?FORCE|^T2[5]\d[A-Z]|^TEAM$/i, "team"],
	[/^GIGABYTE|^GP-G|^AORUS/i, "gigabyte"],
	[/^G\.? ?SKILL|^FM-25S|^GPSKILL/i, "g-skill"],
	[/^Super ?Talent|^STT |^FT[DM]\d\d[A-Z]/i, "super-talent"],
	[/^Verbatim|^Vi\d{3,4} /i, "verbatim"],
	[/^Smart ?buy|^SSD Smartbuy/i, "smartbuy"],
	[/^SSD PHISON|^PHISON|^PS3\d{3}|^SATA SSD$|^Phison/i, "phison"],
	[/^ATP[ -]/i, "atp"],
	[/^Radeon R\d|^R3SL\d|^R5SL\d|^R7SL|^AMD R\d|^R5M\d/i, "amd"],
	[/^FORESEE|^Longsys/i, "foresee"],
	[/^BIWIN|^Biwin/i, "biwin"],
	[/^YMTC|^ZHITAI|^ZTSS|^Ti\d+Plus|^PC\d{3} ?YMTC/i, "ymtc"],
	[/^RAMAXEL|^RTNT[EF]|^RTITF|^S1[12]0\d/i, "ramaxel"],
	[/^Union ?Memory|^UMIS|^RP[A-Z]{1,2}J\d{3}|^RPFTJ/i, "union-memory"],
	[/^Memblaze|^P[567]\d{3}[A-Z]?D[HST]\d|^PBlaze/i, "memblaze"],
	[/^DAPUSTOR|^DP[A-Z]{2}\d{4}[A-Z]|^Haishen/i, "dapustor"],
	[/^Inspur|^INSPUR|^NS[68]\d{3}/i, "inspur"],
	[/^HIK ?(VISION|STORAGE|SEMI)|^HS-SSD|^HSSSD/i, "hikvision"],
	[/^DAHUA|^DHI-SSD|^DHSSD/i, "dahua"],
	[/^GS ?Nanotech|^GS SSD|^GSSSD|^GSTOM/i, "gs-nanotech"],
	[/^Colorful|^SL\d{3} \d|^CN\d{3} /i, "colorful"],
	[/^(GALAX|GALAXY|KFA2|Gamer)/i, "galax"],
	[/^Gloway|^Asgard|^ASint/i, "gloway"],
	[/^Faspeed/i, "faspeed"],
	[/^fanxiang/i, "fanxiang"],
	[/^QUMO/i, "qumo"],
	[/^DEXP/i, "dexp"],
	[/^AGI\d|^AGI ?/i, "agi"],
	[/^Londisk/i, "londisk"],
	[/^Leven|^JAJS\d/i, "leven"],
	[/^TC-?SUNBOW/i, "tc-sunbow"],
	[/^XrayDisk/i, "xraydisk"],
	[/^Goldenfir/i, "goldenfir"],
	[/^BIOSTAR/i, "biostar"],
	[/^Acer SSD/i, "acer"],
	[/^WL\d{4}GSA/, "mediamax"],
	[/^MD\d{4}G[BS]/, "maxdigital"],
	[/^Sabrent/i, "sabrent"],
	[/^Dogfish/i, "dogfish"],
	[/^Ramsta/i, "ramsta"],
	[/^AirDisk/i, "airdisk"],
	[/^Fordisk/i, "fordisk"],
	[/^MSI /, "msi"],
	[/^(Fusion-?io|ioDrive|ioMemory|iodrive|SanDisk ioMemory)/i, "fusion-io"],
	[/^ScaleFlux|^CSD[-P U]?\d|^CSDU/i, "scaleflux"],
	[/^Viking|^VPFEM|^VRFE|^VT25/i, "viking"],
	[/^GreenLiant|^GLS85/i, "greenliant"],
	[/^Marvell|^MARVELL/i, "marvell"],
	[/^Advantech|^SQF-/i, "advantech"],
];

export const makersByModel: Makers = [[/^APPLE\b/i, "apple"], ...drives, ...sellers, ...brands];

/** By the vendor field, used where the model says nothing. */
export const makersByVendor: Makers = [
	[/^SEAGATE\b/i, "seagate"],
	[/^(WDC?|Western ?Digital)\b|^WDC$|^WesternD/i, "wd"],
	[/^(HGST|Hitachi)\b/i, "hgst"],
	[/^TOSHIBA\b/i, "toshiba"],
	[/^KIOXIA\b/i, "kioxia"],
	[/^SAMSUNG\b/i, "samsung"],
	[/^INTEL\b/i, "intel"],
	[/^Solidigm\b/i, "solidigm"],
	[/^Micron\b/i, "micron"],
	[/^Crucial\b/i, "crucial"],
	[/^(SanDisk|Pliant)\b/i, "sandisk"],
	[/^(HPE?|HPQ|COMPAQ)\b/i, "hpe"],
	[/^Dell\b/i, "dell"],
	[/^LENOVO\b/i, "lenovo"],
	[/^IBM\b/i, "ibm"],
	[/^FUJITSU\b/i, "fujitsu"],
	[/^MAXTOR\b/i, "maxtor"],
	[/^QUANTUM\b/i, "quantum"],
	[/^(SK ?hynix|HYNIX)\b/i, "sk-hynix"],
	[/^KINGSTON\b/i, "kingston"],
	[/^HUAWEI\b/i, "huawei"],
	[/^(STEC|sTec)\b/i, "stec"],
	[/^SMART\b/i, "smart-modular"],
	[/^OCZ\b/i, "ocz"],
	[/^ADATA\b/i, "adata"],
	[/^Apple\b/i, "apple"],
	[/^LITE-?ON/i, "lite-on"],
];

/** The closed list of keys, without `other`. */
export const diskMakers: ReadonlySet<string> = new Set([...makersByModel, ...makersByVendor].map(([, maker]) => maker));
