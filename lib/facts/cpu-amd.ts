/** Processors of AMD, family by family, and those Hygon makes by its design. */
import { bare, type CpuFamily, is, words } from "./cpu-family";

const zen: readonly CpuFamily[] = [
	is(/^EPYC (?:Embedded )?(\d[0-9A-Z]\d{2}[A-Z]{0,2}|\d{2}[A-Z]\d[A-Z]?)$/i, (number) =>
		words("EPYC", number.toUpperCase()),
	),
	is(/^Ryzen ([3579]) (?:(PRO) )?(\d{3,4}[A-Z0-9]{0,4})$/i, (line, pro, number) =>
		words("Ryzen", line, pro.toUpperCase(), number),
	),
	is(/^Ryzen Threadripper (?:(PRO) )?(\d{4}[A-Z]{0,2})$/i, (pro, number) =>
		words("Ryzen Threadripper", pro.toUpperCase(), number),
	),
	is(/^Ryzen Embedded ([RV]?\d[\dA-Z]\d{2}[A-Z\d]{0,3})$/i, (number) => words("Ryzen Embedded", number)),
	is(/^Ryzen ([357]) Microsoft Surface Edition$/, (line) => words("Ryzen", line, "Microsoft Surface Edition")),
	is(/^Ryzen AI ((?:[579]|MAX\+?)(?: PRO)?(?: HX)?(?: PRO)? \d{3})$/i, (number) => words("Ryzen AI", number)),
	is(/^Ryzen (Z\d(?: Extreme)?)$/i, (number) => words("Ryzen", number)),
];

const k8ToExcavator: readonly CpuFamily[] = [
	is(/^Opteron ([AX]?\d{3,4}P?|\d\d[KG][A-Z])(?: ?(HE|EE|SE|KS|QS))?$/i, (number, power) =>
		words("Opteron", number, power),
	),
	is(/^(Phenom(?: II)?(?: X[2346])? (?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2})(?: (BE))?$/, (model, black) =>
		words(model, black),
	),
	is(
		/^(Mobile )?(Athlon|Sempron|Turion)((?: (?:64|II|XP|XP-M|MP|FX|X[2-4]|Neo|Ultra|Gold|Silver|PRO|Dual|Mobile))*)( (?:[A-Z]{1,2}-?)?\d{2,4}[A-Za-z]{0,2}\+?)?$/,
		(mobile, family, lines, number) =>
			words(mobile.trim(), family, lines.trim().replace(/ Mobile$/, ""), number.trim()),
	),
	is(/^(Mobile )?(Duron)(?: \([A-Z][a-z]{3,12}\))?$/, (mobile, family) => words(mobile.trim(), family)),
	is(/^Geode(?: Integrated by (?:PCS|NSC))?$/, () => "Geode"),
	is(/^FX-?([A-Z]?\d{3,4}[A-Z]{0,2})$/, (number) => `FX-${number}`),
	is(/^(PRO )?(A(?:4|6|8|9|10|12))(-| PRO-| PRO )(\d{4}[A-Za-z]{0,2})$/, (pro, line, dash, number) =>
		words(pro.trim(), `${line}${dash}${number}`),
	),
	is(/^(A(?:4|6|8|10)) (Extreme Edition|Micro-\d{4}T)$/, (line, kind) => words(line, kind)),
	bare(/^((?:C|E|E1|E2|Z)-\d{2,4}[A-Za-z]?|G-T\d{2}[A-Z]{1,2}|[GR]X-\d{3}[A-Z]{2}|R-\d{3}[A-Z]|V1\d{2})$/),
	bare(/^(3[0-9]{3}e|4[78]00S|BC-250)$/),
	is(/^([34]10)(?: \1)?$/, (number) => words("AMD", number)),
	is(/^Custom 0(405|932)$/, (number) => words("Custom APU", `0${number}`)),
];

const hygon: readonly CpuFamily[] = [
	is(/^(?:Hygon )?C86(?:-(\dG))? (?:\(OPN:)?(\d{4}[A-Z]?)\)?$/i, (line, number) =>
		words(line ? `C86-${line}` : "C86", number),
	),
];

export const amdFamilies: readonly CpuFamily[] = [...zen, ...k8ToExcavator, ...hygon];
