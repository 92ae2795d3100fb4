/** `/feed.atom`: an entry for each published month, which says what moved most. */

import { feedPath, hrefOf, overviewPath, pagePath, statisticPath, type View } from "#lib/address/links";
import { parameters } from "#lib/address/parameters";
import { read } from "#lib/address/query";
import { plusDays, startOf } from "#lib/day";
import { decimalsFor, formatDay, formatNumber, formatShareOf } from "#lib/format";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { type Language, otherLanguages } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { parametersOf } from "#lib/query/request";
import { amountOf } from "#lib/series/captions";
import hostsActive from "#lib/statistics/hosts-active";
import { labelOf, titleOf } from "#lib/statistics/labels";
import { bucketLabels, type Labels, type Published, published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { type AtomEntry, type AtomFeed, atomXml, feedFrame, idOf } from "./atom";
import { type Month, type Move, monthsOf, type ProductMonth } from "./months";

export function feedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const language = read(parametersOf(request), parameters.lang);
		const feed = await feedOf(language, await published());
		return okResponse(mediaTypes.atom, atomXml(feed, siteAddress(request)));
	});
}

const latest = (language: Language): View => ({ language, product: defaultProduct, day: null });

async function feedOf(language: Language, published: Published | null): Promise<AtomFeed> {
	const t = translate(language);
	const months = published ? await monthsOf(published) : [];
	const moved = months.flatMap(({ products }) => products.flatMap(({ moves }) => moves));
	const labels = await bucketLabels(moved.map(({ statistic }) => statistic.slug));
	const entries = months.map((month) => entryOf(month, language, labels));
	return {
		...feedFrame(language),
		title: t("programs.feed.title"),
		id: idOf(language),
		self: hrefOf(latest(language), feedPath),
		home: hrefOf(latest(language), overviewPath),
		others: otherLanguages(language).map((other) => ({ language: other, path: hrefOf(latest(other), feedPath) })),
		updated: entries[0]?.updated ?? new Date(0),
		entries,
	};
}

function entryOf(month: Month, language: Language, labels: Labels): AtomEntry {
	const t = translate(language);
	const { last } = month;
	const sections = month.products.map((product) => sectionOf(product, month, language, labels));
	return {
		id: idOf(language, last.slice(0, 7)),
		title: t("programs.feed.entry", {
			month: capital(formatDay(last, language, "wholeMonth")),
			news: month.products
				.map(({ product, active }) => `${t(`product.${product}`)} – ${activeText(active.after, language)}`)
				.join(", "),
		}),
		path: hrefOf({ ...latest(language), day: last }, overviewPath),
		// When the month was over, and its last day could be published.
		updated: startOf(plusDays(last, 1)),
		summary: sections.map(({ title, lines }) => `${title}: ${lines.map(({ text }) => text).join(". ")}.`).join(" "),
		sections,
	};
}

function sectionOf(
	{ product, active, newcomers, moves }: ProductMonth,
	month: Month,
	language: Language,
	labels: Labels,
) {
	const t = translate(language);
	const view: View = { language, product, day: month.last };
	const { before, after } = active;
	const direction = after > before ? "more" : after < before ? "less" : "same";
	const news = t("programs.feed.active", {
		direction,
		amount: activeText(after, language),
		by: formatNumber(Math.abs(after - before), language),
		since: formatDay(month.since, language),
	});
	return {
		title: t("programs.feed.product", { product: t(`product.${product}`), date: formatDay(month.last, language) }),
		lines: [
			{ text: news, path: hrefOf(view, statisticPath(hostsActive)) },
			{ text: t("programs.feed.newcomers", { count: newcomers }), path: hrefOf(view, pagePath({ slug: "hosts" })) },
			...(moves.length === 0 ? [{ text: t("programs.feed.still"), path: hrefOf(view, overviewPath) }] : []),
			...moves.map((move) => lineOf(move, view, labels)),
		],
	};
}

function lineOf({ statistic, bucket, before, after, baseHosts }: Move, view: View, labels: Labels) {
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

const activeText = (hosts: number, language: Language) => amountOf(hosts, "hosts", language);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
