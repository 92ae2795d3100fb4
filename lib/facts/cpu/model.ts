/**
 * Models of processors as people write them: `Intel(R) Xeon(R) CPU E5-2620 v4 @ 2.10GHz` is `Xeon E5-2620 v4`. A name
 * passes only as a whole, when the grammar of its family knows it: free text cannot pass.
 */

import { cleanText } from "../text";
import { cpuFamilies } from "./families";

/** Names that hypervisors give to virtual processors; they write `x` for digits. */
const virtual: readonly RegExp[] = [
	/\b(QEMU|KVM|Bochs|VirtualBox|VirtualApple|Virtual (CPU|Processor))\b/i,
	/(?<!ThunderX\d?[ -])\b[A-Z]?\d+x{1,3}\b|_4x0\b/,
	/\b(Processor|CPU) \((?!R\)|TM\))/i,
	/\bEPYC-[A-Za-z]+|\bClass (CPU|Core|Opteron)\b/i,
	/^(AMD EPYC|AMD Ryzen|AMD|Intel(\(R\))? (Xeon|Core|Atom)(\((R|TM)\))?|Hygon Dhyana) Processor( @.*)?$/i,
	/^Intel\(R\) Xeon\(R\) CPU @/i,
	// Firecracker leaves the bare brand.
	/^AMD (EPYC|Ryzen)$/i,
	/^Intel (Xeon|Core)( \d{4})? \(/,
	/^(DO-(Regular|Premium)|virt-\d)/i,
];

/** Processors from before the sale: model number 0000, or the letters of engineering (ES) and qualification (QS) samples. */
const sample: readonly RegExp[] = [
	/\bEng(ineering)? Sample\b/i,
	/\$?\b0000\b/,
	/^Genuine Intel(\(R\))?( CPU)? *(0 *)?(@|\d\.\d+ ?GHz)/i,
	/^Intel(\(R\))? Genuine processor$/i,
	/ (ES|QS)\d?\b(?! *-)/,
];

/** Text around the model in a brand string, and what replaces it, applied in this order. */
const fillers: readonly (readonly [RegExp, string])[] = [
	[/\((?:R|TM|C)\)|[®™]/gi, " "],
	[/@.*$/, " "],
	[/\(?\b\d+(?:\.\d+)? ?[GM]Hz\b.*$/i, " "],
	[/\b(?:with|w\/) .*$/i, " "],
	[/\bEmbedded [GR]-Series\b|\bDesktop Kit$/gi, " "],
	[/,? ?\b(?:Radeon\b|R\d,? \d+ Compute\b|\d+ Compute Cores\b).*$/i, " "],
	[/\b\d+(?:st|nd|rd|th) Gen\b/gi, " "],
	[/\b\d+-Cores?\b/gi, " "],
	[/(?<!\b(?:Pentium|Celeron) *)\b(?:Single|Dual|Triple|Quad|Six|Eight|Twelve|Sixteen)[- ]Core\b/gi, " "],
	[
		/\b(?:Genuine|Embedded(?= AMD Opteron)|Intel|AMD|ICT|CPU|Processors?|APU|SOC|Technology|Family|altivec supported|architected|raw)\b,?/gi,
		" ",
	],
	// The stepping of an Opteron: `285  (E6)`.
	[/\([A-Z]{1,2}\d\)$/, " "],
	[/\( ?\)|,\s*$/g, " "],
	[/\bCore2\b/gi, "Core 2"],
	[/ +-(?=\d)/g, "-"],
	[/(E[357])- (?=\d)/gi, "$1-"],
	[/\bE3(?=1\d{3}L?\b)/gi, "E3-"],
	[/(E[357]-\d{4}[A-Z]{0,2}) 0$/i, "$1"],
	[/\bV(?=\d$)/g, "v"],
	[/(E[357]-\d{4}[A-Z]{0,2})[vV](?=\d$)/, "$1 v"],
];

/** A cleaned name without trade marks, clock rates and core counts. It may hold anything: it is never shown. */
export function bareCpuName(name: string): string {
	let bare = name;
	for (const [pattern, replacement] of fillers) bare = bare.replace(pattern, replacement).replace(/ +/g, " ").trim();
	return bare;
}

/** `null` when the name is absent or no family knows it. */
export function cpuModel(modelName: string | null): string | null {
	const name = cleanText(modelName);
	if (name === null) return null;
	if (virtual.some((pattern) => pattern.test(name))) return "Virtual CPU";
	if (sample.some((pattern) => pattern.test(name))) return "Engineering sample";
	const bare = bareCpuName(name);
	for (const { shape, label } of cpuFamilies) {
		const parts = shape.exec(bare);
		if (parts) return label(...parts.slice(1).map((part) => part ?? ""));
	}
	return null;
}
