/** Scales: numbers into ordinal buckets, with keys, labels and order. Upper ends belong to their bucket. */
import type { Language, Text } from "#lib/language";

export interface Scale {
	/** In ascending order. */
	keys: readonly string[];
	labels: Readonly<Record<string, Text | string>>;
	bucketOf(value: number): string;
	/** What was not said is in no bucket. */
	bucketOf(value: number | null): string | null;
}

/** Whole numbers from `from`: upper ends 0, 1, 4 make `0`, `1`, `2-4` and `5-plus`. */
export function countScale(from: number, ends: readonly number[]): Scale {
	const last = ends.at(-1) ?? from;
	const starts = [from, ...ends.map((end) => end + 1)];
	const ranges = ends.map((end, i) => (starts[i] === end ? [`${end}`] : [`${starts[i]}`, `${end}`]));
	return scale(ends, [
		...ranges.map((range): Step => ({ key: range.join("-"), label: range.join("–") })),
		{ key: `${last + 1}-plus`, label: { en: `${last + 1} and more`, ru: `${last + 1} и больше` } },
	]);
}

type SizeUnit = readonly [key: string, size: number, name: Text];

const binaryUnits: readonly SizeUnit[] = [
	["mib", 1, { en: "MiB", ru: "МиБ" }],
	["gib", 1024, { en: "GiB", ru: "ГиБ" }],
	["tib", 1024 ** 2, { en: "TiB", ru: "ТиБ" }],
];
const decimalUnits: readonly SizeUnit[] = [
	["gb", 1, { en: "GB", ru: "ГБ" }],
	["tb", 1000, { en: "TB", ru: "ТБ" }],
];

/** Sizes in MiB: upper ends 512, 1024 make `up-to-512-mib`, `512-mib-1-gib` and `over-1-gib`. */
export const mibScale = (ends: readonly number[]) => sizeScale(binaryUnits, ends);
/** Sizes in decimal gigabytes. */
export const gbScale = (ends: readonly number[]) => sizeScale(decimalUnits, ends);

function sizeScale(units: readonly SizeUnit[], ends: readonly number[]): Scale {
	const bounds = ends.map((end) => bound(units, end));
	return scale(ends, [
		...bounds.map((to, i): Step => {
			const from = bounds[i - 1];
			return from ? between(from, to) : step(`up-to-${to.key}`, (l) => `${{ en: "up to", ru: "до" }[l]} ${to.name[l]}`);
		}),
		...bounds.slice(-1).map((to) => step(`over-${to.key}`, (l) => `${{ en: "over", ru: "более" }[l]} ${to.name[l]}`)),
	]);
}

interface Bound {
	number: number;
	unit: SizeUnit;
	key: string;
	name: Text;
}

function bound(units: readonly SizeUnit[], size: number): Bound {
	const unit = units.findLast(([, one]) => size % one === 0) ?? (["", 1, { en: "", ru: "" }] as const);
	const number = size / unit[1];
	// A no-break space: a number and its unit stay together.
	const name = { en: `${number}\u00a0${unit[2].en}`, ru: `${number}\u00a0${unit[2].ru}` };
	return { number, unit, key: `${number}-${unit[0]}`, name };
}

function between(from: Bound, to: Bound): Step {
	if (from.unit === to.unit) return step(`${from.number}-${to.key}`, (l) => `${from.number}–${to.name[l]}`);
	return step(`${from.key}-${to.key}`, (l) => `${from.name[l]} – ${to.name[l]}`);
}

interface Step {
	key: string;
	label: Text | string;
}

function step(key: string, label: (language: Language) => string): Step {
	return { key, label: { en: label("en"), ru: label("ru") } };
}

/** One step more than there are ends: the last holds everything above. */
function scale(ends: readonly number[], steps: readonly Step[]): Scale {
	const keys = steps.map(({ key }) => key);
	function bucketOf(value: number | null): string | null {
		// Above all ends the index is -1: the last key.
		return value === null ? null : (keys.at(ends.findIndex((end) => value <= end)) ?? null);
	}
	return {
		keys,
		labels: Object.fromEntries(steps.map(({ key, label }) => [key, label])),
		bucketOf: bucketOf as Scale["bucketOf"],
	};
}
