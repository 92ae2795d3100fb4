/** What part numbers and series of disks look like of brands that put other makers' memory into their drives. */
import type { Shape } from "./disk-shapes";

/** First match. */
export const brandShapes: Readonly<Record<string, readonly Shape[]>> = {
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
