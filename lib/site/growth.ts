/** The growth charts of the overview: all products in one chart. */

import { type ChartView, plainChart } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { products, productTable } from "#lib/product";
import { readSeries } from "#lib/query/read";
import type { LineSpec, SizeName } from "#lib/series/chart-spec";
import { lineCharts } from "#lib/series/line-chart";
import type { Column, Series } from "#lib/series/series";
import hostsActive from "#lib/statistics/hosts-active";
import hostsTotal from "#lib/statistics/hosts-total";
import { labelOf } from "#lib/statistics/labels";
import openvzVersion from "#lib/statistics/openvz-version";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";

const growths = { "growth-active": hostsActive, "growth-ever": hostsTotal } as const;
export type Growth = keyof typeof growths;

export function isGrowth(name: string): name is Growth {
	return Object.hasOwn(growths, name);
}

/** The standalone charts that the Share buttons of the growth charts offer. */
export const sharedGrowths: Readonly<Record<Growth, { statistic: Statistic; chart: ChartView }>> = {
	"growth-active": { statistic: openvzVersion, chart: { ...plainChart, measure: "total" } },
	"growth-ever": { statistic: hostsTotal, chart: plainChart },
};

/** A statistic of one number with a line for each product, in any size. */
export async function growthChart(
	name: Growth,
	day: Day,
	language: Language,
	{ firstDay }: Published,
): Promise<(size: SizeName) => LineSpec> {
	const history = await allProducts(growths[name], { from: firstDay, to: day }, language);
	const title = translate(language)(name === "growth-active" ? "overview.growthActive" : "overview.growthEver");
	const chart = lineCharts(history, growths[name], { language, title, kind: "lines", measure: "total" });
	return (size) => ({ ...chart(size), slug: name });
}

async function allProducts(statistic: Statistic, range: { from: Day; to: Day }, language: Language): Promise<Series> {
	const t = translate(language);
	const parts = await Promise.all(
		products.map(async (product) => ({ product, history: await readSeries(statistic, product, range, language, []) })),
	);
	const [first, ...others] = parts.map(({ history }) => history);
	if (!first) throw new Error("there are no products");
	const sum = (read: (one: Series) => Column) =>
		read(first).map((value, i) => others.reduce((total, one) => total + (read(one)[i] ?? 0), value ?? 0));
	return {
		...first,
		statistic: { ...first.statistic, title: t("overview.growth") },
		product: "all",
		windowDays: null,
		base: { hosts: sum(({ base }) => base.hosts), total: sum(({ base }) => base.total) },
		series: parts.map(({ product, history }) => ({
			bucket: productTable[product].versionBucket,
			label: labelOf(openvzVersion, productTable[product].versionBucket, language),
			hosts: history.base.hosts,
			total: history.base.total,
		})),
	};
}
