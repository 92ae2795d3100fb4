/**
 * What part numbers and series of disks look like, by maker, without the maker's name and cut to the 16 characters that
 * SATA leaves. A label keeps only what survives the cut, so that a whole name and a cut one give the same label.
 */
import { capital } from "../text";

/** The first two digits of Intel's capacities in gigabytes, which all end in 0; others are terabytes. */
const intelGigabytes = /^(04|06|08|10|12|15|16|18|20|24|30|32|40|48|60|80|96)$/;
/** Of terabytes the third digit, where but one was made: 1.92, 3.84 and 7.68 TB of the read-mostly and mixed series. */
const intelTerabytes: Readonly<Record<string, string>> = { "01": "019", "03": "038", "07": "076" };

type Shape = readonly [RegExp, string | ((...parts: string[]) => string)];

/** First match. */
const makerShapes: Readonly<Record<string, readonly Shape[]>> = {
	samsung: [
		[/^(MM[CD][A-Z]{2}\d\dG)\w*(?:-\w*)?$/, "$1"],
		[/^(MZ[-A-Z0-9][A-Z0-9]{5})[A-Z0-9/-]*$/, "$1"],
		[/^SSD (9\d{2,3}(?: (?:EVO|PRO|Plus|DCT|QVO|Pro|evo|plus))*)(?: .*)?$/, "SSD $1"],
		[/^SSD ([678]\d{2}|[PS]M\d{2})(?:D?C?|\d[a-z]?)(?: .*)?$/, "SSD $1"],
		[/^([PS]M\d[A-Z\d]\d[A-Za-z]?)\b.*$/, "$1"],
		[/^(\d{3}) Series\b.*$/, "SSD $1"],
		[/^(HN-M\d{3})[A-Z]{1,3}$/, "$1"],
		[/^(H[DEMNS]\d{3}[A-Z]{2}|(?:SP|SV|MP)\d{4}[A-Z])\b.*$/, "$1"],
	],
	intel: [
		[/^((?:SSDP[EF]|MEMPE|MDTPE|HBRPE)[A-Z0-9]{5,12})(?: .*)?$/, "$1"],
		[/^(SSDSA\d[A-Z]\d{3})[A-Z0-9]*$/, "$1"],
		[
			/^(SSD[SM][AC][A-Z0-9]{3})(\d\d)[A-Z0-9]*(?: .*)?$/,
			(series, size) => {
				if (intelGigabytes.test(size)) return `${series}${size}0`;
				return series + ((/K[BG]$/.test(series) && intelTerabytes[size]) || size);
			},
		],
	],
	solidigm: [[/^((?:SSDP[EF]|SB[5F]P)[A-Z0-9]{5,12})(?: .*)?$/, "$1"]],
	seagate: [
		[/^(ST\d{3,7}[A-Z]{1,2})SUN\w*/, "$1"],
		// Sellers and what was Samsung write numbers of their own behind.
		[/^(ST\d{3,8}[A-Z][A-Z0-9]{0,6})(?:[-. ].*)?$/, "$1"],
		[/^([XZ][APDS]\d{3,5}[CGHLMNSV][EMPVX]\d{0,5})\w*(?:-\w*)?$/, "$1"],
		[/^BarraCuda?\b.*$/, "BarraCuda"],
		[/^(IronWolf|FireCuda)\w*\b.*$/, "$1"],
		[/^(XF\d{4})-\w*$/, "$1"],
	],
	wd: [
		[/^(WUS[345][A-Z0-9]{8,12}|WUST[A-Z]\d{4}[A-Z]{3}\d{3})$/, "$1"],
		[/^(WDBNCE)\w*(?:-\w*)?$/, "$1"],
		[/^(W[SU][HS](?:\d{6}|\d{4}VC)[A-Z]{2})[A-Z0-9]*$/, "$1"],
		[/^(WD\d{2,5}[A-Z][A-Z0-9]{1,4}|WDS\d{3}[GT]\d[A-Z]\d?[A-Z]{1,2})(?:-\w*)?(?: .*)?$/, "$1"],
		[
			/^(?:(?:(BLACK|Blue|Green|Red|Gold) )?(?:(CL|PC) )?(SN\d{3}[A-Z]?))\b.*$/i,
			(colour, line, number) => [colour && capital(colour), line, number].filter(Boolean).join(" "),
		],
	],
	hgst: [
		// SAS numbers are whole.
		[/^(HU[CHS]\d{6}(?:[A-Z]{2}\d{4}|[CV][LS]S\d{3}))$/, "$1"],
		[/^(HUS[MPS][A-Z]{0,2}\d{4,5}[A-Z]{2,3}\d[A-Z]?\d{0,2})\w*$/, "$1"],
		[/^(H\d{4,6}[A-Z][A-Z0-9]{1,3})SUN.*$/, "$1"],
		// One drive under two names of its maker, of which the longer leaves less.
		[/^(HUS7240[234])\w*$/, "$10AL"],
		[/^(HMS\d[A-Z]\d{4}[A-Z]{2}|H(?:UH|US|DN|UC)\d{3}[0-9T]\d[0-9T][A-Z]{2})[A-Z0-9]*$/, "$1"],
		[/^(SDLL[A-Z0-9]{4})[A-Z0-9-]*$/, "$1"],
		[/^(IC\d\d[LNT]\d{3})[A-Z0-9]*(?:-.*)?$/, "$1"],
		[/^(DK23[A-Z]{2})(?:-.*)?$/, "$1"],
		// Older ones came with the longer name of the maker, which leaves eight.
		[/^(H[A-Z]{2}[A-Z0-9]{5})[A-Z0-9.]*$/, "$1"],
	],
	toshiba: [
		// Their capacity is in hundreds of gigabytes; from MG06 on it may be in terabytes.
		[/^(M[DG]0[345]ACA|MG06ACA(?=[2-9])|MG08ADA|DT0[12]A[BC]A)([1-9])[A-Z0-9]*$/, "$1$200"],
		[/^(M[GN](?:0[6-9]|1\d)A[A-Z]{2})\d[A-Z0-9]*$/, "$1"],
		[/^((?:M[DGNQ]\d\d|DT0\d)[AU][A-Z]{2}\d)[A-Z0-9]*$/, "$1"],
		[/^((?:MG0\dS[A-Z]{2}\d{2,3}|AL1[3-6]S[A-Z]{2}\d{2,3}|PX0\d[A-Z]{3}\d{3})[A-Z]{0,3})$/, "$1"],
		[/^(THNSN5[A-Z0-9]{4,8})(?: .*)?$/, "$1"],
		[/^(HDW[A-Z]\d\d[0-9A-Z]|K[XB][DG]\w{3,9})(?: .*)?$/, "$1"],
		[/^(MK\d{3,4}[A-Z]{2}|THN[A-Z0-9]{5})[A-Z0-9]*(?: .*)?$/, "$1"],
		[/^(Q300)\b.*$/, "$1"],
		[/^TOSHIBA-((?:T[LR]|VX|RC|XS)\d{3})$/, "$1"],
	],
	lenovo: [[/^(LENSE\d{5}|SSS0L\d{5})\w*(?: .*)?$/, "$1"]],
	stec: [[/^(S8\d{2}E\d{3,4}M2|Z16[A-Z0-9]{4,6})(?:-.*)?$/, "$1"]],
	kioxia: [[/^(K[A-Z]{2}[\dY][A-Z0-9]{4,10}|HK6-[A-Z0-9]{2,6}|HDW[A-Z]\d{3})(?: .*)?$/, "$1"]],
	micron: [
		[/^(S6\d\dDC)-\d{1,5}$/, "$1"],
		[
			/^(\d{4}[A-Z]{0,2}|[CMP]\d{3}[a-zA-Z]{0,2})(?:[ -](?:M(?:T(?:F\w*)?)?|EE?F?D?D?\w*)| (?:SATA|NVMe|ION).*)?(?:-\w*)?$/,
			"$1",
		],
		[/^((?:MTFD|EEFD)[A-Z]{3}(?:\d{2,3}|\dT\d))[A-Z0-9]*(?:-\w*)?$/, "$1"],
	],
	crucial: [
		[/^(CT\d{3})MX([123])\w*$/, "$1MX$200"],
		[/^(CT\d{3})M5([05])\w*$/, "$1M5$20"],
		[/^CT1024M5(50\w*)?$/, "CT1024M550"],
		[/^CT1000MX$/, "CT1000MX200"],
		[/^CT1024MX(?:2.*)?$/, "CT1024MX200"],
		[/^CT(1050|2050)MX\w*$/, "CT$1MX300"],
		[/^C300-(CTFDDA[AC]\d{3})M\w*$/, "C300 $1"],
		[/^(CT\d{2,4}(?:MX|BX|[EMPTX])\d{1,4}(?:Plus|P(?=SSD))?)(?:SSD\w*)?$/, "$1"],
	],
	kingston: [
		[/^(SA[12]000|SKC[123]\d{3}|SEDC[123]\d{3}|SNV\d?S?|SFYR(?:2S|[DS]))[A-Z0-9]*$/, "$1"],
		[/^(SM2280S)[A-Z0-9]*$/, "$1"],
		[/^(S[A-Z]{1,3}\d{2,3})[A-Z0-9]*$/, "$1"],
		[/^(O(?:MSP|M[3-8]P|CP)[A-Z0-9]{2})[A-Z0-9]*(?:-.*)?$/, "$1"],
		[/^RBU-?(S[A-Z0-9]{2})[A-Z0-9]*(?:-.*)?$/, "RBU-$1"],
		[/^SSDN(?:ow)?\b.*$/i, "SSDNow"],
		[/^(SH[FPS][SM]\d{2})[A-Z0-9]*$/, "$1"],
	],
	sandisk: [
		[/^(SDSSD[A-Z]{1,3})[A-Z0-9]*(?:-.*)?$/, "$1"],
		[/^(SDSA\d[A-Z]{2})(?:-.*)?$/, "$1"],
		[/^SSD ([UiX]\d{3}|G5)\b.*$/, "SSD $1"],
		[/^(SD[5-9][A-Z]{2}\d)\d[A-Z0-9]*$/, "$1"],
		[/^(SD[6-9][A-Z]{2}[A-Z0-9][A-Z]|SDL[FL][A-Z0-9]{4})[A-Z0-9]*(?:-[A-Z0-9-]*)?$/, "$1"],
		[/^(SSD PLUS|Ultra (?:II|3D)|Extreme)\b.*$/, "$1"],
	],
	hpe: [
		[/^(D[GH]\d{3}[A-Z][A-Z0-9]{4,5}|B[DF]\d{6,8}[A-Z0-9]{0,3})$/, "$1"],
		[/^([A-Z]{2}\d{4,6}[A-Z][A-Z0-9]{1,5})(?: .*)?$/, "$1"],
		[/^SSD ([A-Z]{1,2}\d{3})\b.*$/, "SSD $1"],
	],
	maxtor: [
		[/^(ATLAS(?:\d\dK\d?|U\d{3}))\b.*$/, "$1"],
		[/^(STM\d{6}|\d[A-Z]\d{3}[A-Z]\d|\d{5}[A-Z]\d)[A-Z0-9]*\b.*$/, "$1"],
	],
	ibm: [
		[/^IBM-(D[A-Z]{3}-\d{3})[A-Z0-9]*$/, "$1"],
		[/^IBM-(IC\d\d[LNT]\d{3})[A-Z0-9]*(?:-.*)?$/, "$1"],
	],
	quantum: [[/^(FIREBALL|BIGFOOT|ATLAS)\w*\b.*$/, "$1"]],
	apple: [
		[/^APPLE SSD ((?:SD|SM|TS|AP)\d{3,4})[A-Z]?$/, "SSD $1"],
		[/^APPLE HDD ((?:HT[SE]|ST)\d{3})\w*$/, "HDD $1"],
		[/^APPLE HDD WDC? ?.*$/, "HDD WD"],
	],
	huawei: [[/^(HWE\d\d[A-Z0-9]{6,13}|HSSD-D[A-Z0-9]{6,13})$/, "$1"]],
	fujitsu: [[/^(M[A-Z]{2}\d{4}[A-Z])[A-Z]?\b.*$/, "$1"]],
	ocz: [
		[
			/^(?:OCZ[- ])?(INTREPID|VERTEX|(?:VERTEX|AGILITY|TRION|VECTOR|OCTANE|ARC|TALOS|REVODRIVE|Z-DRIVE|SABER|ONYX|SOLID|NOCTI|PETROL)\d{0,4})[A-Z]?(?:[ -].*)?$/,
			"$1",
		],
		[/^((?:D2[CR]|DEN[CR])[A-Z0-9]{7,10})-.*$/, "$1"],
	],
	"sk-hynix": [
		[/^(HF[SMB](?:\d{3}|\dT\d)[GT][A-Z0-9]{3,8})(?:-\w*)?$/, "$1"],
		[/^([BPS]C\d{3}[A-Z]?|PE\d{4}|SH[A-Z]{2}\d\d)\b.*$/, "$1"],
	],
};

/** Brands that put other makers' memory into their drives. */
const brandShapes: Readonly<Record<string, readonly Shape[]>> = {
	amd: [[/^(?:AMD )?(R[357]S[LM])\d{2,4}G\w*$/, "$1"]],
	kingspec: [[/^(?:KingSpec )?(P[34]|NT|NE)-\d{2,4}\w*$/i, "$1"]],
	ramaxel: [[/^(?:RAMAXEL )?(RT(?:NT[EF]|ITF)\d{3})\w*$/, "$1"]],
	inspur: [[/^(NS\d{4}G\d)\w*$/, "$1"]],
	memblaze: [[/^(?:MEMBLAZE )?(P[567]\d{3})(?:D\w+)?$/i, "$1"]],
	dapustor: [[/^(?:DAPUSTOR )?(DP[A-Z]{2}\d{4}|R\d{4})\w*$/i, "$1"]],
	scaleflux: [[/^(?:ScaleFlux )?(CSD-\d{4}|CSDU\w{4,10})$/i, "$1"]],
	ymtc: [[/^(?:YMTC )?(PC\d{3})(?:[- ].*)?$/, "$1"]],
	mediamax: [[/^(WL\d{4}GSA)\w*$/, "$1"]],
	maxdigital: [[/^(MD\d{4}G[BS])\w*$/, "$1"]],
	atp: [[/^ATP (I-Temp|Velocity)\b.*$/, "$1"]],
	innodisk: [
		[/^(SATADOM-[A-Z]{2}(?: \d[A-Z]{2}\d)?)\b.*$/, "$1"],
		[/^((?:M\.2 \(S\d\d\)|mSATA|CFast|SATA Slim|mini PCIeDOM) \d[A-Z]{2}\d?)\b.*$/i, "$1"],
		[/^([\d.]+"? SATA SSD)\b.*$/, "$1"],
		[/^InnoLite (SATADOM)\b.*$/, "$1"],
	],
	pny: [[/^(SSD\dSC\d{3}G)\w*(?:-.*)?$/, "$1"]],
	"union-memory": [[/^(?:UMIS )?(RP[A-Z]{2,3}\d{3})\w*$/, "$1"]],
	adata: [
		[/^(?:ADATA )?(S[UXP]\d{3,4})\w*$/, "$1"],
		[/^(?:ADATA )?(IM2[SP][A-Z0-9]{4,6}|IMSS\d{3})(?:[- ].*)?$/, "$1"],
	],
	plextor: [[/^(?:PLEXTOR )?((?:PX|PH6)-[A-Z]{0,2}\d{2,4}M?)[A-Za-z0-9]*\+?(?:-.*)?$/, "$1"]],
	patriot: [
		[
			/^Patriot (?:M\.2 )?(Burst|Blast|Blaze|Flare|Pyro|Wildfire|Inferno|Torqx|Ignite|Spark|Torch|P[2-4]\d{2})\b.*$/,
			"$1",
		],
	],
	transcend: [[/^(TS\d{1,4}[GT][A-Z]{2,4}\d{2,4}[A-Z]?)(?:-.*)?$/, "$1"]],
	goodram: [[/^((?:IRP?[- ])?SSDPR[- ][A-Z0-9]{4,6})[- ].*$/, "$1"]],
	"lite-on": [
		[/^(?:LITE-?ON(?:IT)? )?(L[A-Z\d][A-Z]-\d{2,3}|PH\d-[A-Z]{2}|C[AV]\d-[A-Z0-9]{5})[A-Z0-9]*(?:[- ].*)?$/, "$1"],
	],
	ssstc: [[/^(?:SSSTC )?((?:C[LAV]|ER)\d-[A-Z0-9]{4})[A-Z0-9]*(?:-.*)?$/, "$1"]],
	mushkin: [[/^(MKNSSD[A-Z]{2})\d\w*(?:-\w*)?$/, "$1"]],
	gigabyte: [[/^(?:GIGABYTE )?(GP-[A-Z]{2,4})[A-Z0-9]*$/, "$1"]],
	leven: [[/^(JAJS\d{3})[A-Z0-9]*(?:-.*)?$/, "$1"]],
	corsair: [[/^(?:Corsair )?(CSSD-[A-Z]|CMFSSD)[A-Z0-9-]*$/i, "$1"]],
	team: [
		[/^(?:TEAM )?(T[M2][A-Z0-9]{3})[A-Z0-9]*$/, "$1"],
		[/^TEAM ?(L[3-9])\b.*$|^TEAM(L[3-9])[A-Z].*$/, (a, b) => a || b],
	],
	hikvision: [[/^(HS-SSD-[A-Z]\d{2,4})\b.*$/, "$1"]],
	apacer: [
		[/^Apacer (AS\d{3})\b.*$/, "$1"],
		[/^\d{1,4}[GT]B SATA Flas?h?\b.*$/, "SATA Flash Drive"],
		[/^(APSDM\d{3}G[A-Z0-9]{2})\w*(?:-.*)?$/, "$1"],
		[/^(S[GHTV]250-(?:M2\d{2}|25))\b.*$/, "$1"],
	],
};

export const modelShapes: Readonly<Record<string, readonly Shape[]>> = { ...makerShapes, ...brandShapes };
