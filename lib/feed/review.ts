/** A month in words, for the feed and for its page, where each change has a small chart. */
import {
	comparedParameters,
	comparePath,
	hrefOf,
	overviewPath,
	pagePath,
	statisticPath,
	type View,
} from "#lib/address/links";
import { type Day, later, plusDays } from "#lib/day";
import { decimalsFor, formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { readSeries } from "#lib/query/read";
import { amountsDiffer, type CountedRow } from "#lib/questions/differences";
import { amountOf } from "#lib/series/captions";
import type { LineSpec } from "#lib/series/chart-spec";
import { lineCharts } from "#lib/series/line-chart";
import hostsActive from "#lib/statistics/hosts-active";
import { labelOf, titleOf } from "#lib/statistics/labels";
import { bucketLabels, type Labels, type Published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { type Month, type Move, monthNamed, monthOf, type ProductMonth, wholeMonths } from "./months";

/** A sentence and where it leads. */
export interface ReviewLine {
	text: string;
	path: string;
}

/** `October 2026` */
export function monthTitle({ last }: Pick<Month, "last">, language: Language): string {
	const name = formatDay(last, language, "wholeMonth");
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many hosts of each product are active. */
export function newsOf({ products }: Month, language: Language): string {
	const t = translate(language);
	return products
		.map(({ product, active }) => `${t(`product.${product}`)} – ${amountOf(active.after, "hosts", language)}`)
		.join(", ");
}

export function sectionOf(product: ProductMonth, month: Month, language: Language, labels: Labels) {
	const view: View = { language, product: product.product, day: month.last };
	const t = translate(language);
	const { moves } = product;
	return {
		title: t("programs.feed.product", {
			product: t(`product.${product.product}`),
			date: formatDay(month.last, language),
		}),
		lines: [
			...hostLines(product, month, view),
			...(moves.length === 0 ? [{ text: t("programs.feed.still"), path: hrefOf(view, overviewPath) }] : []),
			...moves.map((move) => moveLine(move, view, labels)),
		],
	};
}

function hostLines({ active, newcomers }: ProductMonth, { since }: Month, view: View): ReviewLine[] {
	const { language } = view;
	const t = translate(language);
	const { before, after } = active;
	const differs = amountsDiffer(countOf(before), countOf(after), "hosts");
	const news = t("programs.feed.active", {
		direction: after === before ? "same" : !differs ? "alike" : after > before ? "more" : "less",
		amount: amountOf(after, "hosts", language),
		by: formatNumber(Math.abs(after - before), language),
		since: formatDay(since, language),
	});
	return [
		{ text: news, path: hrefOf(view, statisticPath(hostsActive)) },
		{ text: t("programs.feed.newcomers", { count: newcomers }), path: hrefOf(view, pagePath({ slug: "hosts" })) },
	];
}

const countOf = (hosts: number): CountedRow => ({ hosts, total: hosts, squares: hosts, products: hosts });

function moveLine({ statistic, bucket, before, after, baseHosts }: Move, view: View, labels: Labels): ReviewLine {
	const { language } = view;
	const t = translate(language);
	const points = Number(Math.abs(after - before).toFixed(decimalsFor(baseHosts)));
	const text = t("programs.feed.moved", {
		title: titleOf(statistic, language),
		label: labelOf(statistic, bucket, language, labels.get(statistic.slug)),
		direction: after > before ? "more" : "less",
		by: t("sentence.points", { count: points, text: formatNumber(points, language) }),
		value: formatShareOf(after, baseHosts, language),
	});
	return { text, path: hrefOf(view, statisticPath(statistic)) };
}

export interface ReviewedMove extends ReviewLine {
	/** All shares of the statistic on both days, with intervals. */
	compare: string;
	chart: LineSpec;
}

export interface Review {
	month: Month;
	/** As in the address of the month before and after; `null` at the ends. */
	previous: string | null;
	next: string | null;
	sections: { title: string; lines: ReviewLine[]; moves: ReviewedMove[] }[];
}

/** Charts show the months before as well. */
const chartDays = 182;

/** The review of the month `2026-10`; `null` if it is not published whole. */
export async function reviewOf(name: string, published: Published, language: Language): Promise<Review | null> {
	const month = await monthNamed(name, published);
	if (!month) return null;
	const moved = month.products.flatMap(({ moves }) => moves);
	const labels = await bucketLabels(moved.map(({ statistic }) => statistic.slug));
	const names = wholeMonths(published).map(({ last }) => monthOf(last));
	const place = names.indexOf(name);
	return {
		month,
		previous: names[place + 1] ?? null,
		next: names[place - 1] ?? null,
		sections: await Promise.all(
			month.products.map(async (product) => {
				const view: View = { language, product: product.product, day: month.last };
				return {
					title: translate(language)(`product.${product.product}`),
					lines: hostLines(product, month, view),
					moves: await Promise.all(
						product.moves.map(async (move) => ({
							...moveLine(move, view, labels),
							compare: comparisonOf(move, month, view),
							chart: await chartOf(move, month.last, view, published),
						})),
					),
				};
			}),
		),
	};
}

function comparisonOf({ statistic }: Move, { since, last }: Month, view: View): string {
	const { product } = view;
	const sides = comparedParameters(view, { day: since, product }, { day: last, product });
	return hrefOf({ ...view, day: null }, comparePath(statistic), sides);
}

async function chartOf(
	{ statistic, bucket }: Move,
	last: Day,
	{ product, language }: View,
	{ firstDay }: Published,
): Promise<LineSpec> {
	const range = { from: later(plusDays(last, -chartDays), firstDay), to: last };
	const history = await readSeries(statistic, product, range, language, [bucket]);
	return lineCharts(history, statistic, { language, measure: "share", chosen: [bucket] })("narrow");
}
