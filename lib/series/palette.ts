/** Which bucket has which colour: the same thing has the same colour in every chart, on every page and in every file. */
import { type Shade, shadeLetters } from "#lib/colours";
import type { Statistic } from "#lib/statistics/statistic";

export const categories = ["c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7"] as const;
type Category = (typeof categories)[number];
/** From little to much. */
export const steps = ["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"] as const;
export type Colour = Category | Shade | (typeof steps)[number] | "rest";

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
		almalinux: 6,
		rocky: 2,
		rhel: 5,
		fedora: 0,
		suse: 7,
		windows: 0,
		linux: 1,
		vz7: 0,
		"rhel6-042stab": 1,
		us: 0,
		de: 6,
		fr: 4,
		ru: 3,
		yes: 0,
	}),
);

const shadesOf = (category: number) => shadeLetters.map((letter) => `c${category as 0}${letter}` as const);
const [blue, orange, green, magenta] = [shadesOf(0), shadesOf(1), shadesOf(2), shadesOf(3)];
const [violet, red, ochre, teal] = [shadesOf(4), shadesOf(5), shadesOf(6), shadesOf(7)];

/**
 * Families of versions: the shades of each, its keys, and its oldest and newest version, which have the first and the last
 * shade. The version is the group of the pattern, as a number or as its place in the list.
 */
const families: readonly (readonly [
	shades: readonly Colour[],
	keys: RegExp,
	oldest: number,
	newest: number,
	named?: string,
])[] = [
	[violet, /^centos-?([\d.]+)$/, 5, 9],
	[magenta, /^debian-?([\d.]+)$/, 6, 13],
	[orange, /^ubuntu-?([\d.]+)$/, 12, 26],
	[ochre, /^almalinux-?([\d.]+)$/, 8, 10],
	[green, /^rocky-?([\d.]+)$/, 8, 10],
	[red, /^(?:rhel|oracle|scientific)-?([\d.]+)$/, 5, 10],
	[blue, /^fedora-?([\d.]+)$/, 18, 44],
	[teal, /^(?:suse|opensuse|sles)-?([\d.]+)$/, 11, 16],
	[blue, /^(?:vzlinux|virtuozzo|openvz)-?([\d.]+)$/, 6, 9],
	[blue, /^win-(.+)$/, 0, 14, "2000 xp 2003 vista 2008 7 2012 8 8.1 2016 10 2019 11 2022"],
	// A chart of releases or kernels has one family: it needs more shades.
	[steps, /^7\.0\.(\d+)$/, 0, 25],
	[steps, /\.vz[789]\.(\d+)/, 1, 230],
	[steps, /^2\.6\.32-042stab(\d+)/, 37, 145],
	// Generations of processors: Intel's lines are cool, AMD's warm.
	[blue, /^xeon-e[57]-v([1-4])$/, 1, 4],
	[teal, /^xeon-e3-v([1-6])$/, 1, 6],
	[violet, /^xeon-scalable-([1-6])$/, 1, 6],
	[green, /^xeon-([357][0-6])00$/, 30, 75],
	[orange, /^epyc-(naples|rome|milan|genoa|turin)$/, 0, 4, "naples rome milan genoa turin"],
];

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
	const isKnown = (bucket: string) => Number(wellKnown.has(bucket) || versionOf(bucket) !== null);
	const known = [...usual].sort((a, b) => isKnown(b) - isKnown(a) || (a < b ? -1 : 1));
	const free = new Set<Colour>([...categories, ...categories.flatMap((_, i) => shadesOf(i)), ...steps]);
	const all = allot(statistic, known, free, new Set());
	// Colours of usual buckets that are not in the chart are used last.
	const spare = new Set(known.filter((bucket) => !buckets.includes(bucket)).flatMap((bucket) => all.get(bucket) ?? []));
	spare.delete("rest");
	const more = allot(
		statistic,
		buckets.filter((bucket) => !all.has(bucket)),
		free,
		spare,
	);
	return new Map(buckets.map((bucket) => [bucket, more.get(bucket) ?? all.get(bucket) ?? "rest"]));
}

/** Gives each bucket a colour and removes it from the free ones. */
function allot(statistic: Statistic, buckets: readonly string[], free: Set<Colour>, spare: Set<Colour>) {
	const colours = new Map<string, Colour>();
	const spread = spreadVersions(buckets);
	for (const bucket of buckets) {
		const place = statistic.order?.indexOf(bucket) ?? -1;
		if (place >= 0) {
			colours.set(bucket, stepAt(place, statistic.order?.length ?? 1));
			continue;
		}
		const wanted = isColourless(bucket, statistic)
			? []
			: [...(spread.get(bucket) ?? []), ...wantedColours(statistic, bucket, free)];
		const colour = wanted.find((one) => free.has(one)) ?? wanted.find((one) => spare.has(one)) ?? "rest";
		colours.set(bucket, colour);
		free.delete(colour);
		spare.delete(colour);
	}
	return colours;
}

/** The colours that a bucket may have, the best first: a category that no family in the chart uses before one that is used. */
function wantedColours(statistic: Statistic, bucket: string, free: ReadonlySet<Colour>): Colour[] {
	const preferred = preferredCategory(statistic, bucket);
	const inTurn = categories.map((_, i) => (preferred + i) % categories.length);
	const isUsed = (category: number) => Number(shadesOf(category).some((shade) => !free.has(shade)));
	const others = inTurn.toSorted((one, other) => isUsed(one) - isUsed(other)).flatMap((i) => categories[i] ?? []);
	const version = versionOf(bucket);
	const byDistance = version?.shades
		.map((shade, place) => ({ shade, distance: Math.abs(place - version.place) }))
		.sort((one, other) => one.distance - other.distance);
	return [...(byDistance ?? []).map(({ shade }) => shade), ...others];
}

interface Version {
	/** Of its family. */
	shades: readonly Colour[];
	/** Among the shades, not rounded. */
	place: number;
}

function versionOf(bucket: string): Version | null {
	if (wellKnown.has(bucket)) return null;
	for (const [shades, keys, oldest, newest, names] of families) {
		const version = keys.exec(bucket)?.[1];
		if (version === undefined) continue;
		const age = names === undefined ? Number.parseFloat(version) : names.split(" ").indexOf(version);
		const position = Math.min(1, Math.max(0, (age - oldest) / (newest - oldest)));
		return { shades, place: position * (shades.length - 1) };
	}
	return null;
}

/** Versions that are near each other move apart, so that each has its own shade and the newer one the stronger. */
function spreadVersions(buckets: readonly string[]): Map<string, Colour[]> {
	const all = buckets.flatMap((bucket) => {
		const version = versionOf(bucket);
		return version ? [{ bucket, ...version }] : [];
	});
	const spread = new Map<string, Colour[]>();
	for (const shades of new Set(all.map((version) => version.shades))) {
		const versions = all.filter((one) => one.shades === shades).sort((one, other) => one.place - other.place);
		let next = 0;
		for (const [i, { bucket, place }] of versions.entries()) {
			const last = shades.length - (versions.length - i);
			const chosen = Math.max(next, Math.min(Math.round(place), last));
			next = chosen + 1;
			spread.set(bucket, shades.slice(chosen, chosen + 1));
		}
	}
	return spread;
}

function stepAt(place: number, count: number): Colour {
	const position = count < 2 ? 0.7 : place / (count - 1);
	return steps[Math.round(position * (steps.length - 1))] ?? "s0";
}

function preferredCategory(statistic: Statistic, bucket: string): number {
	const known = wellKnown.get(bucket) ?? wellKnown.get(bucket.replace(/-[\d.]+$/, ""));
	if (known !== undefined) return known;
	const list = typeof statistic.labels === "object" ? Object.keys(statistic.labels) : [];
	const place = list.length <= categories.length ? list.indexOf(bucket) : -1;
	return place >= 0 ? place : hashOf(bucket) % categories.length;
}

/** FNV-1a. */
function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return hash;
}
