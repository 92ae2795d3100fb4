/** The numbers of the overview: the General info of each product, the headlines, and one sentence of each page. */
import type { View } from "#lib/address/links";
import { type Day, later, plusDays } from "#lib/day";
import { formatChangeFrom } from "#lib/format";
import { defaultLanguage, type Language } from "#lib/language";
import { defaultProduct, type Product, products } from "#lib/product";
import { readDistributions, readHistories, readShared } from "#lib/query/read";
import { shownStatistics } from "#lib/query/shown-statistic";
import { wholeDiffers } from "#lib/series/change";
import type { Distribution } from "#lib/series/distribution";
import { leadOf } from "#lib/series/lead";
import type { Column, Series } from "#lib/series/series";
import containersPerHost from "#lib/statistics/containers-per-host";
import hostsActive from "#lib/statistics/hosts-active";
import hostsTotal from "#lib/statistics/hosts-total";
import hostsWithContainers from "#lib/statistics/hosts-with-containers";
import hostsWithRunningContainers from "#lib/statistics/hosts-with-running-containers";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import reportsTotal from "#lib/statistics/reports-total";
import { isSentBy, type Statistic } from "#lib/statistics/statistic";
import vmGuestFamily from "#lib/statistics/vm-guest-family";
import type { Published } from "#lib/store/daily-rows";
import { liveCounters } from "#lib/store/live";
import { type PageSlug, translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";

interface GeneralInfo {
	product: Product;
	/** `null` before the first publication. */
	counts: Record<"hostsTotal" | "hostsWithContainers" | "hostsWithRunningContainers" | "hostsActive", number> | null;
	reports: number;
	lastReportAt: Date | null;
}

const counted = [hostsTotal, hostsWithContainers, hostsWithRunningContainers, hostsActive, reportsTotal];

/** As of a day. The live lines are as of now, but a past day has its own number of reports. */
export async function generalInfo(view: { day: Day | null }, shown: Day | null): Promise<GeneralInfo[]> {
	const wanted = products.flatMap((product) => counted.map((statistic) => ({ statistic, product })));
	const [live, distributions] = await Promise.all([
		Promise.all(products.map(liveCounters)),
		shown ? readDistributions(wanted, shown, defaultLanguage) : [],
	]);
	return products.map((product, i) => {
		const now = { reports: 0, lastReportAt: null, ...live[i] };
		if (!shown) return { product, counts: null, ...now };
		const totalOf = ({ slug }: Statistic) =>
			distributions.find((one) => one.product === product && one.statistic.slug === slug)?.base.total ?? 0;
		const counts = {
			hostsTotal: totalOf(hostsTotal),
			hostsWithContainers: totalOf(hostsWithContainers),
			hostsWithRunningContainers: totalOf(hostsWithRunningContainers),
			hostsActive: totalOf(hostsActive),
		};
		return { product, counts, ...now, ...(view.day ? { reports: totalOf(reportsTotal) } : {}) };
	});
}

interface Headline {
	/** What the number counts: the key of its text. */
	total: "hosts" | "containers" | "vms";
	statistic: Statistic;
	product: Product;
	/** A value for each of the last 90 days; the last is the number. */
	course: Column;
	/** The first day with a number, unless it is the only one. */
	began: { day: Day; value: number } | null;
	/**
	 * Since 30 days before, or since the first day if that is later. `null` if nothing is known of that day, or whether the
	 * difference is chance.
	 */
	change: { days: number; by: number; before: number; isChance: boolean } | null;
}

const headlines: readonly Pick<Headline, "total" | "statistic" | "product">[] = [
	...products.map((product) => ({ total: "hosts" as const, statistic: hostsActive, product })),
	{ total: "containers", statistic: containersPerHost, product: defaultProduct },
	{ total: "vms", statistic: vmGuestFamily, product: defaultProduct },
];

export async function overviewHeadlines(day: Day, { firstDay }: Published): Promise<Headline[]> {
	const range = { from: later(firstDay, plusDays(day, -90)), to: day };
	const wanted = headlines.map((one) => ({ ...one, range, buckets: [] }));
	const compared = [later(range.from, plusDays(day, -changeDays)), day];
	const histories = await readHistories(wanted, defaultLanguage, readShared(wanted, range, { bases: true, compared }));
	return headlines.map((one, i) => headline(one, histories[i] as Series));
}

const changeDays = 30;

function headline(one: (typeof headlines)[number], history: Series): Headline {
	const { from } = history;
	const course = history.base.total;
	const now = course.at(-1) ?? 0;
	const last = course.length - 1;
	const days = Math.min(changeDays, last);
	const before = course[last - days];
	const differs = days > 0 ? wholeDiffers(history, last - days, last) : null;
	const first = course.findIndex((value) => value !== null);
	const value = course[first];
	const began = typeof value === "number" && first < course.length - 1 ? { day: plusDays(from, first), value } : null;
	return {
		...one,
		course,
		began,
		change:
			differs !== null && typeof before === "number" ? { days, by: now - before, before, isChance: !differs } : null,
	};
}

/** Empty if nothing can be told. Within the noise, no number is said to have risen or fallen. */
export function changeText(change: Headline["change"], language: Language): string {
	if (!change) return "";
	const { days, by, before, isChance } = change;
	const t = translate(language);
	if (by === 0) return t("overview.unchanged", { days });
	if (isChance) return translateOnServer(language)("headline.alike", { days });
	return t("overview.change", { days, change: formatChangeFrom(before, by, language) });
}

/** A sentence of each page, from its first statistic that has one. */
export async function pageFacts(
	day: Day,
	product: Product,
	language: Language,
	wanted: readonly Statistic[],
): Promise<ReadonlyMap<PageSlug, string>> {
	const facts = new Map<PageSlug, string>();
	let unread = wanted.filter((statistic) => isSentBy(statistic, product));
	// Most pages have a sentence about their first statistic: others are read only for the remaining pages.
	while (unread.length > 0) {
		const firsts = pages.flatMap(({ slug }) => unread.find(({ page }) => page === slug) ?? []);
		const distributions = await readDistributions(
			firsts.map((statistic) => ({ statistic, product })),
			day,
			language,
		);
		for (const [i, statistic] of firsts.entries()) {
			const [sentence] = leadOf([{ statistic, distribution: distributions[i] as Distribution }], language);
			if (sentence) facts.set(statistic.page, sentence);
		}
		unread = unread.filter((statistic) => !facts.has(statistic.page) && !firsts.includes(statistic));
	}
	return facts;
}

/** What the overview has before any host reports: what was observed without them. `null` if that is nothing. */
export async function observedOverview({ language, product }: Omit<View, "day">, observed: Published["observed"]) {
	const [firstDay] = [...observed.values()].map((range) => range.firstDay).sort();
	const day = [...observed.values()]
		.map(({ lastDay }) => lastDay)
		.sort()
		.at(-1);
	if (!firstDay || !day) return null;
	const seen = statistics.filter(({ slug }) => observed.has(slug));
	const firsts = pages.flatMap(({ slug }) => seen.find(({ page }) => page === slug) ?? []);
	const [facts, sections] = await Promise.all([
		pageFacts(day, product, language, seen),
		shownStatistics(firsts, product, day, language, { firstDay, observed }),
	]);
	return { facts, sections };
}
