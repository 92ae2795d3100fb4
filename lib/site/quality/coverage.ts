/** On which share of the active hosts each section is known: the base of a statistic of that section, divided by the active hosts. */
import { type Day, daysBetween, plusDays } from "#lib/day";
import { type SectionName, sectionNames } from "#lib/facts/sections";
import type { Product } from "#lib/product";
import { formats } from "#lib/readers/formats";
import { percentOf } from "#lib/series/amounts";
import hostsActive from "#lib/statistics/hosts-active";
import { statistics } from "#lib/statistics/index";
import { isSentBy } from "#lib/statistics/statistic";
import { basesOn, type Published } from "#lib/store/daily-rows";

interface SectionCoverage {
	section: SectionName;
	hosts: number;
	/** Of the active hosts; 0 if there are none. */
	percent: number;
	/** From 0 to 1, on days spread evenly from the first published day to the last; `null` if no host was active. */
	course: readonly (number | null)[];
	/** In percentage points since the compared day; `null` if no host was active on it. */
	change: number | null;
}

export interface Coverage {
	active: number;
	/** Least known first. */
	sections: readonly SectionCoverage[];
	/** Sections that no statistic reads: the published rows do not show where they are known. */
	unread: readonly SectionName[];
	/** `null` on the first published day. */
	comparedWith: { day: Day; days: number } | null;
}

const coursePoints = 30;
const comparedDays = 30;

export async function coverageOn(day: Day, product: Product, { firstDay }: Published): Promise<Coverage> {
	const slugs = slugBySection(product);
	const length = daysBetween(firstDay, day);
	const points = Math.min(length, coursePoints - 1);
	const days = Array.from({ length: points + 1 }, (_, i) =>
		plusDays(firstDay, Math.round((length * i) / Math.max(points, 1))),
	);
	const back = Math.min(comparedDays, length);
	const before = plusDays(day, -back);
	const rows = await basesOn(product, [hostsActive.slug, ...slugs.values()], [...days, before]);
	const hosts = new Map(rows.map((row) => [`${row.statistic} ${row.day}`, row.hosts]));
	const hostsOn = (slug: string, on: Day) => hosts.get(`${slug} ${on}`) ?? 0;
	const activeOn = (on: Day) => hostsOn(hostsActive.slug, on);
	const percentOn = (slug: string, on: Day) => percentOf(hostsOn(slug, on), activeOn(on));

	const sections = [...slugs].map(([section, slug]): SectionCoverage => {
		const percent = percentOn(slug, day);
		const isCompared = back > 0 && activeOn(day) > 0 && activeOn(before) > 0;
		return {
			section,
			hosts: hostsOn(slug, day),
			percent,
			course: days.map((on) => (activeOn(on) > 0 ? hostsOn(slug, on) / activeOn(on) : null)),
			change: isCompared ? Math.round((percent - percentOn(slug, before)) * 100) / 100 : null,
		};
	});
	return {
		active: activeOn(day),
		sections: sections.sort((a, b) => a.percent - b.percent || (a.section < b.section ? -1 : 1)),
		unread: carriedBy(product).filter((section) => !slugs.has(section)),
		comparedWith: back > 0 ? { day: before, days: back } : null,
	};
}

/** One statistic of each section: all statistics of a section have the same base. */
function slugBySection(product: Product): Map<SectionName, string> {
	return new Map(
		statistics.flatMap((one) =>
			one.over === "window" && one.section !== "activity" && isSentBy(one, product)
				? [[one.section, one.slug] as const]
				: [],
		),
	);
}

function carriedBy(product: Product): SectionName[] {
	return sectionNames.filter((section) => formats[product].sections[section]);
}
