import { describe, expect, it } from "vitest";
import { shadeLetters, colours as table } from "#lib/colours";
import { categories, coloursOf, steps } from "#lib/series/palette";
import { shadeColours } from "#lib/series/world-map";
import { statisticBySlug } from "#lib/statistics/index";

type Rgb = [number, number, number];
const channels = (hex: string) => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255);
const linear = (hex: string) =>
	channels(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Rgb;
const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
function contrast(a: string, b: string): number {
	const [dark, light] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y) as [number, number];
	return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
const deficiencies: Record<string, Rgb[]> = {
	none: [
		[1, 0, 0],
		[0, 1, 0],
		[0, 0, 1],
	],
	protanopia: [
		[0.152286, 1.052583, -0.204868],
		[0.114503, 0.786281, 0.099216],
		[-0.003882, -0.048116, 1.051998],
	],
	deuteranopia: [
		[0.367322, 0.860646, -0.227968],
		[0.280085, 0.672501, 0.047413],
		[-0.01182, 0.04294, 0.968881],
	],
	tritanopia: [
		[1.255528, -0.076749, -0.178779],
		[-0.078411, 0.930809, 0.147602],
		[0.004733, 0.691367, 0.3039],
	],
};

function oklab([r, g, b]: Rgb): Rgb {
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
	];
}

function seen(hex: string, matrix: Rgb[]): Rgb {
	const rgb = linear(hex);
	return oklab(
		matrix.map((row) => Math.min(1, Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]))) as Rgb,
	);
}

/** In OKLab, as somebody sees both. */
function apart(a: string, b: string, matrix: Rgb[]): number {
	const other = seen(b, matrix);
	return Math.hypot(...seen(a, matrix).map((x, k) => x - (other[k] ?? 0)));
}

describe.each(["light", "dark"] as const)("the %s palette", (scheme) => {
	const colours = table[scheme];
	const told = [...categories, "rest"] as const;
	it.each(told)("%s stands out from the paper", (token) => {
		expect(contrast(colours[token], colours.paper)).toBeGreaterThanOrEqual(3);
	});
	it.each(Object.entries(deficiencies))("can be told apart with %s", (_, matrix) => {
		for (const [i, a] of told.entries()) {
			for (const b of told.slice(i + 1)) {
				expect(apart(colours[a], colours[b], matrix), `${a} and ${b}`).toBeGreaterThan(0.095);
			}
		}
	});
	it.each(Object.entries(deficiencies))("steps go from little to much with %s, and each shows", (_, matrix) => {
		const lightness = steps.map((step) => seen(colours[step], matrix)[0]);
		const wanted = [...lightness].sort((a, b) => (scheme === "light" ? b - a : a - b));
		expect(lightness).toEqual(wanted);
		for (const [i, step] of steps.slice(1).entries()) {
			const before = steps[i] ?? step;
			// Neighbours in a stack have a line of the paper's colour between them, and a label each.
			expect(apart(colours[step], colours[before], matrix), `${before} and ${step}`).toBeGreaterThan(0.04);
		}
	});
	const ramps = categories.map((category) => shadeLetters.map((letter) => colours[`${category}${letter}`]));
	it.each(Object.entries(deficiencies))(
		"versions of one thing go from old to new with %s, and each shows",
		(_, matrix) => {
			for (const ramp of ramps) {
				const lightness = ramp.map((hex) => seen(hex, matrix)[0]);
				expect(lightness).toEqual([...lightness].sort((a, b) => (scheme === "light" ? b - a : a - b)));
				for (const [i, shade] of ramp.slice(1).entries()) {
					expect(contrast(shade, colours.paper)).toBeGreaterThanOrEqual(3);
					expect(apart(shade, ramp[i] ?? shade, matrix), `${ramp[i]} and ${shade}`).toBeGreaterThan(0.035);
				}
			}
		},
	);
	it("families can be told apart by their hue, whatever the version", () => {
		const normal = deficiencies.none ?? expect.fail();
		for (const [i, ramp] of ramps.entries()) {
			for (const other of ramps.slice(i + 1)) {
				for (const [place, shade] of ramp.entries()) {
					expect(apart(shade, other[place] ?? shade, normal), `${shade} and ${other[place]}`).toBeGreaterThan(0.045);
				}
			}
		}
	});
	it.each(Object.entries(deficiencies))("the shades of the map can be told apart with %s", (_, matrix) => {
		for (const [i, shade] of shadeColours.slice(1).entries()) {
			const before = shadeColours[i] ?? shade;
			expect(apart(colours[shade], colours[before], matrix), `${before} and ${shade}`).toBeGreaterThan(0.06);
		}
	});
});

describe("coloursOf", () => {
	const statistic = (slug: string) => statisticBySlug(slug) ?? expect.fail(slug);
	it("gives a bucket the same colour whatever stands beside it, where it is well known", () => {
		expect(coloursOf(statistic("cpu-vendor"), ["amd", "hygon"]).get("amd")).toBe(
			coloursOf(statistic("cpu-vendor"), ["intel", "amd"]).get("amd"),
		);
	});
	it("gives each bucket of a chart its own", () => {
		const buckets = ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8"];
		expect(new Set(coloursOf(statistic("cpu-model"), buckets).values()).size).toBe(8);
	});
	it("does not hang on the order", () => {
		const buckets = ["us", "de", "fr", "ru", "nl", "gb"];
		expect(coloursOf(statistic("country"), [...buckets].reverse())).toEqual(coloursOf(statistic("country"), buckets));
	});
	it("paints what is no category grey", () => {
		expect(coloursOf(statistic("cpu-model"), ["other"]).get("other")).toBe("rest");
	});
	it("gives Norway a colour, and a no beside a yes none", () => {
		expect(coloursOf(statistic("country"), ["us", "no"]).get("no")).toMatch(/^c\d$/);
		expect(coloursOf(statistic("hosts-with-vms"), ["yes", "no"]).get("no")).toBe("rest");
	});
	it("gives a version the same colour on every page, and its family's hue", () => {
		const colourIn = (slug: string, bucket: string, ...others: string[]) =>
			coloursOf(statistic(slug), [bucket, ...others]).get(bucket);
		const almalinux = colourIn("container-os", "almalinux-9", "debian-12", "ubuntu-22.04", "gentoo");
		expect(almalinux).toMatch(/^c6[a-f]$/);
		expect(colourIn("host-distro", "almalinux-9", "centos-7", "rocky-9")).toBe(almalinux);
		expect(colourIn("vm-guest-os", "almalinux9", "win-2019", "linux")).toBe(almalinux);
		expect(colourIn("container-os-family", "almalinux", "debian")).toBe("c6");
	});
	it("gives newer versions a stronger shade, and each its own", () => {
		const debians = ["debian-7", "debian-8", "debian-9", "debian-10", "debian-11", "debian-12"];
		const colours = coloursOf(statistic("container-os"), debians);
		const shades = debians.map((bucket) => colours.get(bucket));
		expect(new Set(shades).size).toBe(debians.length);
		expect(shades.every((shade) => shade?.startsWith("c3"))).toBe(true);
		const windows = coloursOf(statistic("vm-guest-os"), ["win-2008", "win-2022"]);
		expect([windows.get("win-2008"), windows.get("win-2022")]).toEqual(["c0b", "c0f"]);
	});
	it("gives what is in no family a hue that no family of the chart has, if there is one", () => {
		const colours = coloursOf(statistic("container-os"), ["debian-12", "ubuntu-22.04", "gentoo", "arch", "alpine"]);
		for (const bucket of ["gentoo", "arch", "alpine"]) expect(colours.get(bucket)).not.toMatch(/^c[13]/);
	});
	it("paints releases from old to new, also those that follow each other", () => {
		const near = ["7.0.9", "7.0.10", "7.0.11"];
		const shades = [...near.map((bucket) => coloursOf(statistic("openvz-release"), near).get(bucket))];
		expect(shades).toEqual(["s3", "s4", "s5"]);
		const colours = coloursOf(statistic("openvz-release"), ["7.0.8", "7.0.15", "7.0.22"]);
		expect([...colours.values()]).toEqual(["s3", "s5", "s8"]);
	});
	it("paints sizes from light to dark", () => {
		const colours = coloursOf(statistic("containers-per-host"), ["0", "1", "200-plus"]);
		expect([...colours.values()].sort()).toEqual(["s0", "s1", "s9"]);
	});
	it("is not misled by names of the language", () => {
		expect(coloursOf(statistic("cpu-model"), ["constructor"]).get("constructor")).toMatch(/^c\d$/);
	});
});
