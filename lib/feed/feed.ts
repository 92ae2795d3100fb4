/** `/feed.atom`: an entry for each published month, which says what moved most beyond chance. */

import { feedPath, hrefOf, monthPath, overviewPath, type View } from "#lib/address/links";
import { parameters } from "#lib/address/parameters";
import { read } from "#lib/address/query";
import { plusDays, startOf } from "#lib/day";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { type Language, otherLanguages } from "#lib/language";
import { defaultProduct } from "#lib/product";
import { parametersOf } from "#lib/query/request";
import { bucketLabels, type Labels, type Published, published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { type AtomEntry, type AtomFeed, atomXml, feedFrame, idOf } from "./atom";
import { type Month, monthOf, monthsOf } from "./months";
import { monthTitle, newsOf, sectionOf } from "./review";

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
		id: idOf(language, monthOf(last)),
		title: t("programs.feed.entry", { month: monthTitle(month, language), news: newsOf(month, language) }),
		path: hrefOf(latest(language), monthPath(monthOf(last))),
		// When the month was over, and its last day could be published.
		updated: startOf(plusDays(last, 1)),
		summary: sections.map(({ title, lines }) => `${title}: ${lines.map(({ text }) => text).join(". ")}.`).join(" "),
		sections,
	};
}
