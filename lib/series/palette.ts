/** Which bucket has which colour: the same thing has the same colour in every chart, on every page and in every file. */
import type { Statistic } from "#lib/statistics/statistic";

export const categories = ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"] as const;
/** From little to much. */
export const steps = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"] as const;
export type Colour = (typeof categories)[number] | (typeof steps)[number] | "rest";

/** Buckets that occur on many pages have the same colour on all of them. */
const wellKnown = new Map(
	Object.entries({
		"openvz-7": 0,
		"openvz-6": 1,
		containers: 0,
		vms: 1,
		both: 4,
		intel: 0,
		amd: 1,
		ssd: 0,
		hdd: 1,
		nvme: 2,
		centos: 4,
		debian: 3,
		ubuntu: 1,
		almalinux: 0,
		rocky: 2,
		windows: 0,
		linux: 1,
		vz7: 0,
		us: 0,
		de: 6,
		fr: 4,
		ru: 3,
		yes: 0,
	}),
);
const colourless = new Set(["other", "unknown", "none", "no", "custom", "not-set"]);
/** Among countries `no` is Norway. Beside `unknown`, "no" is an answer and needs a colour of its own. */
const isColourless = (bucket: string, { slug, labels }: Statistic) =>
	colourless.has(bucket) && !(bucket === "no" && (slug === "country" || Object.hasOwn(labels ?? {}, "unknown")));

/**
 * Colours of the buckets in one chart: each has its own, and the same one in all charts if possible. `usual` are the buckets
 * of the default chart: they keep their colours when a reader chooses others, and the others get the remaining colours in
 * the order of the choice. So adding a line changes no other line's colour.
 */
export function coloursOf(
	statistic: Statistic,
	buckets: readonly string[],
	usual: readonly string[] = buckets,
): Map<string, Colour> {
	const known = [...usual].sort((a, b) => Number(wellKnown.has(b)) - Number(wellKnown.has(a)) || (a < b ? -1 : 1));
	const free = new Set<number>(categories.keys());
	const all = allot(statistic, known, free, new Set());
	// Colours of usual buckets that are not in the chart are used last.
	const spare = new Set(
		known.filter((bucket) => !buckets.includes(bucket)).flatMap((bucket) => slotOf(all.get(bucket))),
	);
	const more = allot(
		statistic,
		buckets.filter((bucket) => !all.has(bucket)),
		free,
		spare,
	);
	return new Map(buckets.map((bucket) => [bucket, more.get(bucket) ?? all.get(bucket) ?? "rest"]));
}

/** Gives each bucket a colour and removes it from the free ones. */
function allot(statistic: Statistic, buckets: readonly string[], free: Set<number>, spare: Set<number>) {
	const colours = new Map<string, Colour>();
	for (const bucket of buckets) {
		const place = statistic.order?.indexOf(bucket) ?? -1;
		if (place >= 0) {
			colours.set(bucket, stepAt(place, statistic.order?.length ?? 1));
			continue;
		}
		const wanted = preferredSlot(statistic, bucket);
		const slot = isColourless(bucket, statistic) ? undefined : (nextFree(wanted, free) ?? nextFree(wanted, spare));
		colours.set(bucket, (slot === undefined ? undefined : categories[slot]) ?? "rest");
		if (slot !== undefined) for (const from of [free, spare]) from.delete(slot);
	}
	return colours;
}

function slotOf(colour: Colour | undefined): number[] {
	const slot = (categories as readonly (Colour | undefined)[]).indexOf(colour);
	return slot < 0 ? [] : [slot];
}

function stepAt(place: number, count: number): Colour {
	const position = count < 2 ? 0.7 : place / (count - 1);
	return steps[Math.round(position * (steps.length - 1))] ?? "s0";
}

function preferredSlot(statistic: Statistic, bucket: string): number {
	const known = wellKnown.get(bucket) ?? wellKnown.get(bucket.replace(/-[\d.]+$/, ""));
	if (known !== undefined) return known;
	const list = typeof statistic.labels === "object" ? Object.keys(statistic.labels) : [];
	const place = list.length <= categories.length ? list.indexOf(bucket) : -1;
	return place >= 0 ? place : hashOf(bucket) % categories.length;
}

function nextFree(wanted: number, free: ReadonlySet<number>): number | undefined {
	return [...categories.keys()].map((i) => (wanted + i) % categories.length).find((slot) => free.has(slot));
}

/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return hash;
}
