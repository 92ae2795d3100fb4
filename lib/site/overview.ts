/** The numbers of the overview: the General info of each product, and the headlines with their recent course. */

import { type Day, later, plusDays } from "#lib/day";
import { defaultLanguage } from "#lib/language";
import { defaultProduct, type Product, products } from "#lib/product";
import { readSeries } from "#lib/query/read";
import { remembered } from "#lib/query/remembered";
import type { Column } from "#lib/series/series";
import containersPerHost from "#lib/statistics/containers-per-host";
import hostsActive from "#lib/statistics/hosts-active";
import hostsTotal from "#lib/statistics/hosts-total";
import hostsWithContainers from "#lib/statistics/hosts-with-containers";
import hostsWithRunningContainers from "#lib/statistics/hosts-with-running-containers";
import reportsTotal from "#lib/statistics/reports-total";
import type { Statistic } from "#lib/statistics/statistic";
import vmGuestFamily from "#lib/statistics/vm-guest-family";
import type { Published } from "#lib/store/daily-rows";
import { liveCounters } from "#lib/store/live";

export interface GeneralInfo {
	product: Product;
	/** `null` where no day is published. */
	counts: Record<"hostsTotal" | "hostsWithContainers" | "hostsWithRunningContainers" | "hostsActive", number> | null;
	reports: number;
	lastReportAt: Date | null;
}

/** As of a day; the live lines as of now, except that a past day has its own number of reports. */
export async function generalInfo(
	view: { day: Day | null },
	shown: Day | null,
	published: Published | null,
): Promise<GeneralInfo[]> {
	return Promise.all(
		products.map(async (product) => {
			const live = await recentCounters(product);
			if (!published || !shown) return { product, counts: null, ...live };
			const on = async (statistic: Statistic) =>
				(await bases(statistic, product, { from: shown, to: shown }, published)).total.at(-1) ?? 0;
			const [total, withContainers, withRunning, active, reports] = await Promise.all(
				[hostsTotal, hostsWithContainers, hostsWithRunningContainers, hostsActive, reportsTotal].map(on),
			);
			const counts = {
				hostsTotal: total ?? 0,
				hostsWithContainers: withContainers ?? 0,
				hostsWithRunningContainers: withRunning ?? 0,
				hostsActive: active ?? 0,
			};
			return { product, counts, ...live, ...(view.day ? { reports: reports ?? 0 } : {}) };
		}),
	);
}

const countersMillisecondsMax = 1000;
const counters = new Map<Product, { at: number; read: ReturnType<typeof liveCounters> }>();

/** The live counters, at most a second old: however many look, the database is asked once. */
function recentCounters(product: Product): ReturnType<typeof liveCounters> {
	const known = counters.get(product);
	if (known && Date.now() - known.at < countersMillisecondsMax) return known.read;
	const read = liveCounters(product);
	counters.set(product, { at: Date.now(), read });
	read.catch(() => counters.delete(product));
	return read;
}

export interface Headline {
	/** What the number counts: the name of its text. */
	total: "hosts" | "containers" | "vms";
	statistic: Statistic;
	product: Product;
	/** One for each day of the last quarter; the last is the number. */
	course: Column;
	/** Of the first day with a number, where that is not the only one. */
	began: { day: Day; value: number } | null;
	/** Against 30 days before, or the first day where that is later. */
	change: { days: number; by: number } | null;
}

const headlines: readonly Pick<Headline, "total" | "statistic" | "product">[] = [
	...products.map((product) => ({ total: "hosts" as const, statistic: hostsActive, product })),
	{ total: "containers", statistic: containersPerHost, product: defaultProduct },
	{ total: "vms", statistic: vmGuestFamily, product: defaultProduct },
];

export async function overviewHeadlines(day: Day, published: Published): Promise<Headline[]> {
	return Promise.all(headlines.map((one) => headline(one, day, published)));
}

async function headline(one: (typeof headlines)[number], day: Day, published: Published): Promise<Headline> {
	const from = later(published.firstDay, plusDays(day, -90));
	const course = (await bases(one.statistic, one.product, { from, to: day }, published)).total;
	const now = course.at(-1) ?? 0;
	const days = Math.min(30, course.length - 1);
	const before = course[course.length - 1 - days];
	const first = course.findIndex((value) => value !== null);
	const value = course[first];
	const began = typeof value === "number" && first < course.length - 1 ? { day: plusDays(from, first), value } : null;
	return { ...one, course, began, change: days > 0 && typeof before === "number" ? { days, by: now - before } : null };
}

/** Bases alone: a bucket that does not exist keeps all others out. */
async function bases(statistic: Statistic, product: Product, range: { from: Day; to: Day }, { revision }: Published) {
	const key = ["base", statistic.slug, product, range.from, range.to].join(" ");
	return (await remembered(revision, key, () => readSeries(statistic, product, range, defaultLanguage, [""]))).base;
}
