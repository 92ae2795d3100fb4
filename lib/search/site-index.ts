/** What can be found on the site on one day: its pages, its statistics, and the categories that were published. */
import { LRUCache } from "lru-cache";
import { aboutPages } from "#lib/address/addresses";
import { pagePath, statisticPath } from "#lib/address/links";
import type { Day } from "#lib/day";
import { type Language, otherLanguages, perLanguage } from "#lib/language";
import { type Product, products } from "#lib/product";
import { readDistributions, readLabels } from "#lib/query/read";
import type { Distribution, DistributionRow } from "#lib/series/distribution";
import { pagesWith, statistics, statisticsWith } from "#lib/statistics/index";
import { aboutOf, labelOf, sharedLabel, titleOf } from "#lib/statistics/labels";
import { familyOf } from "#lib/statistics/names/distributions";
import { pageBySlug, pageLead, pageTitle } from "#lib/statistics/pages";
import { isAcrossProducts, isOneNumber, isSentBy, type Statistic } from "#lib/statistics/statistic";
import type { Labels, Published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { searchWords } from "#lib/text/server";
import { type SearchIndex, type Subject, searchIndex } from "./search";
import { wordsOf } from "./words";

/** How many hosts of a product are in a category. */
export interface CategoryShare {
	/** The one to look at the statistic with. */
	product: Product;
	row: DistributionRow;
	base: Distribution["base"];
}

export type Findable = Subject &
	(
		| { kind: "page" | "about"; path: string; lead: string }
		/** With the title of its page. */
		| { kind: "statistic"; page: string; path: string; lead: string }
		| { kind: "category"; statistic: Statistic; bucket: string; shares: readonly CategoryShare[] }
	);

const room = new LRUCache<string, Promise<SearchIndex<Findable>>>({ max: 4 });

/** Made once for each publication, day and language. */
export function siteIndex(
	{ shown, observed }: { shown: { day: Day; published: Published } | null; observed: Published["observed"] },
	language: Language,
) {
	const key = `${shown ? `${shown.published.revision} ${shown.day}` : [...observed.keys()]} ${language}`;
	const known = room.get(key);
	if (known) return known;
	const making = makeIndex(shown?.day ?? null, observed, language);
	room.set(key, making);
	making.catch(() => room.delete(key));
	return making;
}

async function makeIndex(
	day: Day | null,
	observed: Published["observed"],
	language: Language,
): Promise<SearchIndex<Findable>> {
	const wanted = statisticsWith(observed).flatMap((statistic) =>
		products
			.filter((product) => isSentBy(statistic, product))
			// Counted together, it is the same for each.
			.slice(0, isAcrossProducts(statistic) ? 1 : undefined)
			.map((product) => ({ statistic, product })),
	);
	const labels = await readLabels(statistics);
	const distributions = day ? await readDistributions(wanted, day, language) : [];
	const shown = distributions.map((distribution, i) => ({ ...(wanted[i] as (typeof wanted)[number]), distribution }));
	return searchIndex(findableIn(shown, labels, language, observed));
}

/**
 * `shown` is what was published on the day, `labels` the stored names of buckets: also of some that were not published, which
 * cannot be found.
 */
export function findableIn(
	shown: readonly ShownDistribution[],
	labels: Labels,
	language: Language,
	observed: Published["observed"] = new Map(),
): Findable[] {
	return [...pagesIn(language, observed), ...statisticsIn(language, observed), ...categories(shown, labels, language)];
}

/** Other words for what has one of these names: the keys of the table of words. */
function otherWords(...keys: string[]): string[] {
	return Object.values(wordsByKey).flatMap((words) => keys.flatMap((key) => words.get(key.replaceAll("-", "")) ?? []));
}

/** Some tools write a key such as `centos-7` without its hyphen. */
const wordsByKey = perLanguage(
	(language) =>
		new Map(Object.entries(searchWords(language).words).map(([key, words]) => [key.replaceAll("-", ""), words])),
);

/** The texts of the pages about the site. */
const aboutTexts = {
	methodology: "methodology",
	quality: "quality",
	privacy: "privacy",
	"my-host": "myHost",
	join: "join",
	inspect: "inspect",
	api: "programs.api",
} as const satisfies Record<(typeof aboutPages)[number], string>;

function pagesIn(language: Language, observed: Published["observed"]): Findable[] {
	const t = translate(language);
	const others = otherLanguages(language);
	return [
		...pagesWith(observed).map((page) => ({
			kind: "page" as const,
			title: pageTitle(page, language),
			lead: pageLead(page, language),
			path: pagePath(page),
			otherNames: [...others.map((other) => pageTitle(page, other)), ...otherWords(page.slug), page.slug],
			context: [pageLead(page, language)],
			prominence: 1,
		})),
		...aboutPages.map((page) => ({
			kind: "about" as const,
			title: t(`${aboutTexts[page]}.title`),
			lead: t(`${aboutTexts[page]}.lead`),
			path: `/${page}`,
			otherNames: [...others.map((other) => translate(other)(`${aboutTexts[page]}.title`)), ...otherWords(page), page],
			context: [t(`${aboutTexts[page]}.lead`)],
			prominence: 0.5,
		})),
	];
}

function statisticsIn(language: Language, observed: Published["observed"]): Findable[] {
	return statisticsWith(observed).map((statistic) => ({
		kind: "statistic",
		title: titleOf(statistic, language),
		page: titleOfPage(statistic, language),
		lead: aboutOf(statistic, language),
		path: statisticPath(statistic),
		otherNames: [
			...otherLanguages(language).map((other) => titleOf(statistic, other)),
			...otherWords(statistic.slug),
			statistic.slug,
		],
		context: [titleOfPage(statistic, language)],
		prominence: 0.8,
	}));
}

function titleOfPage({ page }: Statistic, language: Language): string {
	const found = pageBySlug(page);
	return found ? pageTitle(found, language) : "";
}

interface ShownDistribution {
	statistic: Statistic;
	product: Product;
	distribution: Distribution;
}

/** Rows of all products, one subject for each category. Only published rows are here: small counts are merged in them. */
function categories(shown: readonly ShownDistribution[], labels: Labels, language: Language): Findable[] {
	return statistics.flatMap((statistic) => {
		const own = isOneNumber(statistic) ? [] : shown.filter((one) => one.statistic === statistic);
		const rows = own.flatMap(({ product, distribution: { base, rows } }) =>
			rows.map((row) => ({ product, row, base })),
		);
		return [...new Set(rows.map(({ row }) => row.bucket))].flatMap((bucket) => {
			const ofBucket = rows.filter(({ row }) => row.bucket === bucket);
			const label = ofBucket[0]?.row.label ?? bucket;
			if (saysNothing(bucket, label, language)) return [];
			const largest = Math.max(...ofBucket.map(({ row }) => row.percent));
			return {
				kind: "category" as const,
				statistic,
				bucket,
				shares: ofBucket,
				title: label,
				otherNames: [
					...otherLanguages(language).map((other) => labelOf(statistic, bucket, other, labels.get(statistic.slug))),
					...otherWords(`${statistic.slug}-${bucket}`, bucket, familyOf(bucket), wordsOf(label)[0] ?? ""),
				],
				context: [titleOf(statistic, language), ...otherWords(statistic.slug)],
				prominence: 0.1 + (0.6 * largest) / 100,
			};
		});
	});
}

/** `Other`, `Yes`: nobody looks for these. */
function saysNothing(bucket: string, label: string, language: Language): boolean {
	const isCommon = sharedLabel("common", bucket, language) === label;
	return isCommon || sharedLabel("yesNo", bucket, language) === label;
}
