import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { barChart } from "#lib/series/bar-chart";
import { sizes } from "#lib/series/chart-spec";
import { distribution } from "#lib/series/distribution";
import { slidePlace } from "#lib/sharing/slide";
import { defaultLook, type StandaloneChart } from "#lib/sharing/standalone-chart";
import cpuModel from "#lib/statistics/cpu-model";
import cpuVendor from "#lib/statistics/cpu-vendor";
import { statistics } from "#lib/statistics/index";
import { rowsOf } from "../components/rows";

const site = "https://stats.example.org";
const standalone: StandaloneChart = {
	slug: "cpu-vendor",
	view: { language: "ru", product: "legacy", day: "2026-11-01" as Day },
	...defaultLook,
	chart: { ...defaultLook.chart, range: "90d", buckets: ["intel"], axis: "log", events: true },
	theme: "dark",
};

describe("the place of a slide", () => {
	it("leads through the statistics of its page, and keeps what makes sense for them", () => {
		const first = slidePlace(
			{ statistic: cpuVendor, standalone, compared: null, retired: null },
			"/ru/statistics/cpu-vendor?product=legacy",
			site,
		);
		expect(first).toMatchObject({ previous: null, number: 1, address: "stats.example.org/ru/statistics/cpu-vendor" });
		expect(first.next).toMatch(/^\/ru\/slide\/cpu-\w+\?product=legacy&date=2026-11-01&range=90d&events=on&theme=dark$/);
		expect(first.presentation).toBe("/ru/data/pages/cpu.pptx?product=legacy&date=2026-11-01");
	});
	it("passes every statistic that the product sends, once", () => {
		for (const product of ["openvz7", "legacy"] as const) {
			const seen: string[] = [];
			const view = { ...standalone.view, product };
			const walk = (slug: string) => {
				const statistic = statistics.find((one) => one.slug === slug);
				if (!statistic) throw new Error(slug);
				const place = slidePlace(
					{ statistic, standalone: { ...standalone, slug, view }, compared: null, retired: null },
					"/",
					site,
				);
				expect(place.number).toBe(seen.push(slug));
				const next = /slide\/([a-z-]+)/.exec(place.next ?? "")?.[1];
				if (next) walk(next);
				else expect(place.count).toBe(seen.length);
			};
			walk(cpuVendor.slug);
		}
	});
});

describe("bars on a slide", () => {
	const all = (statistic: (typeof statistics)[number], buckets: readonly string[]) => {
		const { to, rows } = rowsOf(1, () => Object.fromEntries(buckets.map((bucket, i) => [bucket, 50 + i])));
		const shown = distribution(statistic, statistic.products[0] ?? "openvz7", to, rows, new Map());
		return barChart(shown, statistic, { size: "slide", language: "ru", room: sizes.slide.height });
	};
	it.each(statistics.filter(({ order }) => order).map((one) => [one.slug, one] as const))(
		"fit with every bucket of %s, and their lines do not touch",
		(_, statistic) => {
			const spec = all(statistic, [...(statistic.order ?? []), "unknown", "other"]);
			expect(spec.height).toBeLessThanOrEqual(sizes.slide.height);
			expect(spec.step).toBeGreaterThan(spec.fontSize * 1.3);
		},
	);
	it("are no more than there is room for, and few are no blocks", () => {
		const many = all(
			cpuModel,
			Array.from({ length: 60 }, (_, i) => `model-${i}`),
		);
		expect(many.height).toBeLessThanOrEqual(sizes.slide.height);
		expect(many.bars.length).toBeLessThan(15);
		expect(all(cpuVendor, ["intel"]).step).toBeLessThan(sizes.slide.fontSize * 3.5);
	});
});
