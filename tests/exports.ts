/** Statistics to take away, made of rows as they are published. */
import type { Day } from "#lib/day";
import type { StatisticExport } from "#lib/export/export";
import type { Language } from "#lib/language";
import type { Product } from "#lib/product";
import { type Distribution, distribution } from "#lib/series/distribution";
import { type Series, series } from "#lib/series/series";
import { statisticBySlug } from "#lib/statistics/index";
import { columnsOf, rowsOf } from "./components/rows";

interface Options {
	language?: Language;
	product?: Product;
	labels?: Record<string, string>;
	isSimulation?: boolean;
}

export const address = "https://stats.example.org/statistics/x?date=2026-11-21&product=legacy";
export const day = "2026-11-21" as Day;

function known(slug: string) {
	const statistic = statisticBySlug(slug);
	if (!statistic) throw new Error(`no statistic ${slug}`);
	return statistic;
}

/** `given` names each bucket's hosts, total and merged; the base is the bucket "". */
export function exportedDistribution(
	slug: string,
	given: Record<string, [hosts: number, total: number, merged?: number]>,
	{ language = "en", product = "openvz7", labels = {}, isSimulation = false }: Options = {},
): StatisticExport<Distribution> {
	const statistic = known(slug);
	const rows = Object.entries(given).map(([bucket, [hosts, total, merged = null]]) => ({
		day,
		bucket,
		hosts,
		total,
		merged,
	}));
	const shown = distribution(statistic, product, day, rows, new Map(Object.entries(labels)), language);
	return { statistic, product, shown, language, address, isSimulation };
}

/** A history of so many days from 2026-01-01. */
export function exportedSeries(
	slug: string,
	length: number,
	totals: (place: number) => Record<string, number> | null,
	{ language = "en", product = "openvz7", labels = {}, isSimulation = false }: Options = {},
): StatisticExport<Series> {
	const statistic = known(slug);
	const { rows, ...range } = rowsOf(length, totals);
	const shown = series(statistic, product, range, columnsOf(rows, range.from), new Map(Object.entries(labels)), {
		language,
	});
	return { statistic, product, shown, language, address, isSimulation };
}

/** What somebody might call a thing in order to break the page it lands on. */
export const hostile = {
	pipe: "a | b",
	code: "`rm` $x$ *bold* _it_ ~~no~~ \\",
	script: "<script>alert('1')</script>&lt;",
	url: "[/url][url=//evil.example]x[/url][/td]",
	line: "one\r\ntwo\u2028three\u202Eeerht\u0000",
	link: "[a](javascript:b) https://evil.example www.evil.example @all",
	formula: '=HYPERLINK("//evil.example")',
};
