/** The growth charts of the overview: all products in one chart. */

import { type ChartView, plainChart } from "#lib/address/chart-view";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { products, productTable } from "#lib/product";
import { comparedDays, readHistories, readShared } from "#lib/query/read";
import type { LineSpec, SizeName } from "#lib/series/chart-spec";
import { quietTogether } from "#lib/series/gaps";
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

/** Statistics of one number with a line for each product, in any size. */
export async function growthCharts(
	names: readonly Growth[],
	day: Day,
	language: Language,
	{ firstDay }: Pick<Published, "firstDay">,
): Promise<((size: SizeName) => LineSpec)[]> {
	const range = { from: firstDay, to: day };
	const wanted = names.flatMap((name) =>
		products.map((product) => ({ statistic: growths[name], product, range, buckets: [] })),
	);
	const compared = [...new Set(products.flatMap((product) => comparedDays(range, product)))];
	const histories = await readHistories(wanted, language, readShared(wanted, range, { bases: true, compared }));
	return names.map((name, i) => {
		const history = together(histories.slice(i * products.length, (i + 1) * products.length), language);
		const title = translate(language)(name === "growth-active" ? "overview.growthActive" : "overview.growthEver");
		const chart = lineCharts(history, growths[name], { language, title, kind: "lines", measure: "total" });
		return (size) => ({ ...chart(size), slug: name });
	});
}

/** The histories of all products, in their order, as one. */
function together(histories: readonly Series[], language: Language): Series {
	const t = translate(language);
	const [first, ...others] = histories;
	if (!first) throw new Error("there are no products");
	const sum = (read: (one: Series) => Column) =>
		read(first).map((value, i) => others.reduce((total, one) => total + (read(one)[i] ?? 0), value ?? 0));
	const quiet = quietTogether(
		first.days,
		histories.map((one, i) => ({ name: t(`product.${products[i] ?? one.product}`), quiet: one.quiet ?? [] })),
	);
	return {
		...first,
		...(quiet.length > 0 ? { quiet } : {}),
		statistic: { ...first.statistic, title: t("overview.growth") },
		product: "all",
		windowDays: null,
		base: { hosts: sum(({ base }) => base.hosts), total: sum(({ base }) => base.total) },
		series: products.map((product, i) => ({
			bucket: productTable[product].versionBucket,
			label: labelOf(openvzVersion, productTable[product].versionBucket, language),
			hosts: histories[i]?.base.hosts ?? [],
			total: histories[i]?.base.total ?? [],
		})),
	};
}
