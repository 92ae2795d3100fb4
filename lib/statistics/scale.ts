/**
 * Scales: numbers into ordinal buckets, with keys, labels and order. The upper end of a range belongs to it, and labels say
 * so: `over 1 to 2 GiB`, and of whole numbers `65–128 GiB`.
 */
import { formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { translate } from "#lib/text/index";
import type { Label } from "./statistic";

export interface Scale {
	/** In ascending order. */
	keys: readonly string[];
	labels: Readonly<Record<string, Label>>;
	bucketOf(value: number): string;
	/** A value that was not reported is in no bucket. */
	bucketOf(value: number | null): string | null;
}

interface Step {
	key: string;
	label: Label;
}

/** Whole numbers from `from`: upper ends 0, 1, 4 make `0`, `1`, `2-4` and `5-plus`. */
export function countScale(from: number, ends: readonly number[]): Scale {
	const last = ends.at(-1) ?? from;
	const starts = [from, ...ends.map((end) => end + 1)];
	const ranges = ends.map((end, i) => (starts[i] === end ? [`${end}`] : [`${starts[i]}`, `${end}`]));
	return scale(ends, [
		...ranges.map((range) => ({ key: range.join("-"), label: range.join("–") })),
		{ key: `${last + 1}-plus`, label: (language) => translate(language)("scale.andMore", { number: `${last + 1}` }) },
	]);
}

const binaryUnits = { mib: 1, gib: 1024, tib: 1024 ** 2 } as const;
const decimalUnits = { gb: 1, tb: 1000 } as const;
type SizeUnit = keyof typeof binaryUnits | keyof typeof decimalUnits;

/** Sizes in MiB: upper ends 512, 1024 make `up-to-512-mib`, `512-mib-1-gib` and `over-1-gib`. */
export const mibScale = (ends: readonly number[]) => sizeScale(binaryUnits, ends);
/** Sizes in decimal gigabytes. */
export const gbScale = (ends: readonly number[]) => sizeScale(decimalUnits, ends);
/** Sizes in MiB that are whole numbers of GiB above the first end. */
const wholeGibScale = (ends: readonly number[]) => sizeScale(binaryUnits, ends, { isWhole: true });

function sizeScale(
	units: Partial<Record<SizeUnit, number>>,
	ends: readonly number[],
	{ isWhole = false }: { isWhole?: boolean } = {},
): Scale {
	const bounds = ends.map((end) => sizeIn(units, end));
	return scale(ends, [
		...bounds.map((to, i) => {
			const from = bounds[i - 1];
			return from ? between(from, to, isWhole) : beside("upTo", to);
		}),
		...bounds.slice(-1).map((to) => beside("over", to)),
	]);
}

/** A size in the largest unit of which it is a whole number. */
interface Size {
	number: number;
	unit: SizeUnit;
	key: string;
}

function sizeIn(units: Partial<Record<SizeUnit, number>>, size: number): Size {
	const [unit, one] = (Object.entries(units) as [SizeUnit, number][]).findLast(([, each]) => size % each === 0) ?? [
		"mib",
		1,
	];
	const number = size / one;
	return { number, unit, key: `${number}-${unit}` };
}

const sizeText = ({ number, unit }: Size, language: Language) =>
	translate(language)(`unit.${unit}`, { number: formatNumber(number, language) });

function beside(side: "upTo" | "over", size: Size): Step {
	return {
		key: `${side === "upTo" ? "up-to" : "over"}-${size.key}`,
		label: (language) => translate(language)(`scale.${side}`, { size: sizeText(size, language) }),
	};
}

function between(from: Size, to: Size, isWhole: boolean): Step {
	const isOneUnit = from.unit === to.unit;
	const lower = isWhole ? { ...from, number: from.number + 1 } : from;
	const lowerText = (language: Language) =>
		isOneUnit ? formatNumber(lower.number, language) : sizeText(lower, language);
	return {
		key: `${isOneUnit ? from.number : from.key}-${to.key}`,
		label(language) {
			const ends = { from: lowerText(language), to: sizeText(to, language) };
			if (!isWhole) return translate(language)("scale.overTo", ends);
			return [ends.from, ends.to].join(isOneUnit ? "–" : " – ");
		},
	};
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

const gib = 1024;

/** Containers, virtual machines and disks of a host. */
export const perHost = countScale(0, [0, 1, 4, 9, 19, 49, 99, 199]);
/** Cores and threads. */
export const processors = countScale(1, [1, 2, 4, 8, 16, 32, 64, 128]);
/** Sockets and NUMA nodes. */
export const fewParts = countScale(1, [1, 2, 4, 8]);
/** Memory of a virtual machine or a container, MiB. */
export const guestMemory = mibScale([256, 512, ...[1, 2, 4, 8, 16, 32, 64].map((size) => size * gib)]);
/** Memory of a host, MiB. */
export const hostMemory = wholeGibScale([8, 16, 32, 64, 128, 256, 512, 1024].map((size) => size * gib));
