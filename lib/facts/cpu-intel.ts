/** Processors of Intel, family by family. Case of family words does not matter, their label is written one way. */
import { bare, type CpuFamily, is, words } from "./cpu-family";
import { capital } from "./text";

const xeon: readonly CpuFamily[] = [
	is(/^Xeon (Bronze|Silver|Gold|Platinum|Max)(?: ((?:P-)?\d{4}[A-Z]{0,3}\+?))?$/i, (metal, number) =>
		words("Xeon", capital(metal), number.toUpperCase()),
	),
	is(/^Xeon (E[357]-[ELX]?\d{4}[A-Z]{0,2})(?: (v\d))?$/i, (number, version) =>
		words("Xeon", number.toUpperCase(), version.toLowerCase()),
	),
	is(/^Xeon ([DEW]-\d{4,5}[A-Z]{0,3})$/i, (number) => words("Xeon", number.toUpperCase())),
	is(/^Xeon (w\d-\d{4}[A-Z]{0,2})$/, (number) => words("Xeon", number)),
	is(/^Xeon (Phi) (\d{4}[A-Z]?)$/i, (_, number) => words("Xeon Phi", number)),
	// X5650, E5620, EC5549, 5160, 7140M, 1403 v2, and of Xeon 6: 6780E, 6505P-B, 6990E+.
	is(/^Xeon (?:6 (?=6))?((?:[CELWX]|EC|LC)?\d{4}[A-Z]?(?:-[BC]|\+)?)(?: (v\d))?$/i, (number, version) =>
		words("Xeon", number.toUpperCase(), version.toLowerCase()),
	),
	is(/^Xeon( MP)?$/i, (kind) => words("Xeon", kind.trim())),
];

const core: readonly CpuFamily[] = [
	is(/^Core (i[3579]-(?:[LN])?\d{2,5}[A-Z0-9]{0,5})$/i, (number) => `Core i${number.slice(1).toUpperCase()}`),
	is(/^Core (i[3579])(?: ([A-Z]{1,2}))? (\d{3}[A-Z]{0,2})$/i, (line, letter, number) =>
		words("Core", line.toLowerCase(), letter, number),
	),
	is(/^Core ((?:M|m[357]?)-(?:\d[WY]\d{2}[a-z]?|\d{4}Y))$/, (number) => words("Core", number)),
	is(/^Core Ultra ([3579X]\d?) (\d{3}[A-Z]{0,2})$/i, (line, number) => words("Core Ultra", line, number)),
	is(/^Core ([3579]) ((?:N)?\d{3}[A-Z]{0,2})$/, (line, number) => words("Core", line, number)),
	is(/^Core 2(?: (Duo|Quad|Extreme|Solo))? ([A-Z]{0,2}\d{4}[A-Z]?)$/i, (kind, number) =>
		words("Core 2", kind && capital(kind), number),
	),
	is(/^Core (Duo|Solo) ([LTU]\d{4}[A-Z]?)$/i, (kind, number) => words("Core", capital(kind), number)),
	// Early ones only say `Genuine Intel(R) CPU T2300`.
	bare(/^([LTU]\d{4})$/),
];

const budget: readonly CpuFamily[] = [
	is(
		/^(Mobile )?(Pentium|Celeron)(?: (Gold|Silver|Dual-Core|Dual|D|M))? ([A-Z]{0,2}\d{3,5}[A-Z]{0,2})(?: (v\d))?$/i,
		(mobile, family, line, number, version) =>
			words(mobile.trim(), capital(family), line, number.toUpperCase(), version.toLowerCase()),
	),
	is(
		/^(Mobile )?(Pentium|Celeron)(?: (4(?: ?- ?M| Mobile)?|D|M|II|III(?: ?- ?M| Mobile)?|MMX|Pro|Dual-Core|Extreme Edition))?(?: (?:\([A-Z][a-z]{3,12}\)|family))?(?:(?: -)? S)?$/i,
		(mobile, family, line) => words(mobile.trim(), capital(family), line.replace(/ ?- ?M$/, "-M")),
	),
	is(/^Atom ((?:x[3567]-)?[A-Z]?\d{3,4}[A-Z]{0,3})$/i, (number) => words("Atom", number)),
	bare(/^([NU]\d{2,3}[A-Z]?)$/),
	is(/^(300T?)$/, (number) => `Intel ${number}`),
	is(/^Quark ([XD]\d{4}[A-Z]?)$/i, (number) => words("Quark", number.toUpperCase())),
	is(/^Itanium(?: 2)?(?: (\d{4}[A-Z]?))?$/i, (number) => words("Itanium", number)),
	// Early Celerons that say no more than their number.
	is(/^(5[5-8]\d)$/, (number) => words("Celeron", number)),
];

export const intelFamilies: readonly CpuFamily[] = [...xeon, ...core, ...budget];
