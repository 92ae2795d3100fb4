/** `/data/{slug}/retire.atom?bucket=`: speaks when the share of hosts passes a threshold. */
import { addresses } from "#lib/address/addresses";
import { dataPathOf, dataViewParameters, hrefOf, retirePath } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { plusDays, startOf } from "#lib/day";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { type Language, otherLanguages } from "#lib/language";
import { assertAnswers, assertBucket } from "#lib/query/questions";
import { assertPublished, parametersOf, requestedSubject, type Subject } from "#lib/query/request";
import { readCrossings } from "#lib/query/retirement";
import { percentOf } from "#lib/series/amounts";
import { labelOf } from "#lib/statistics/labels";
import { bucketLabels, published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";
import { atomXml, feedFrame, idOf } from "./atom";

export function crossingsResponse(request: Request, slug: string): Promise<Response> {
	return answer(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.retireData.parameters);
		assertAnswers(subject.statistic);
		await assertBucket(subject.statistic, values.bucket);
		const feed = await feedOf(subject, values.bucket);
		return okResponse(mediaTypes.atom, atomXml(feed, siteAddress(request)));
	});
}

async function feedOf({ statistic, product, language }: Subject, bucket: string) {
	const days = await published();
	assertPublished(days);
	const t = translate(language);
	const crossings = await readCrossings({ statistic, product, language }, days, bucket);
	const labels = (await bucketLabels([statistic.slug])).get(statistic.slug);
	const label = labelOf(statistic, bucket, language, labels);
	const productName = t(`product.${product}`);
	const selfIn = (one: Language) =>
		`${dataPathOf(statistic, "retire")}.atom${queryOf(dataViewParameters({ language: one, product, day: null }), [["bucket", bucket]])}`;
	const path = retirePath(statistic, bucket);
	const about = ["retire", product, statistic.slug, bucket];
	return {
		...feedFrame(language),
		subtitle: t("questions.retire.feed"),
		title: t("questions.retire.feedTitle", { label, product: productName }),
		id: idOf(language, ...about),
		self: selfIn(language),
		home: hrefOf({ language, product, day: null }, path),
		others: otherLanguages(language).map((other) => ({ language: other, path: selfIn(other) })),
		updated: startOf(plusDays(crossings[0]?.day ?? days.firstDay, 1)),
		entries: crossings.map(({ day, threshold, direction, hosts, base }) => {
			const date = formatDay(day, language);
			return {
				id: idOf(language, ...about, String(threshold), direction, day),
				title: t("questions.retire.crossed", {
					...{ label, direction, date, product: productName },
					threshold: formatShareOf(threshold, 0, language),
				}),
				path: hrefOf({ language, product, day }, path),
				// When the day was over and could be published.
				updated: startOf(plusDays(day, 1)),
				summary: t("questions.retire.crossedText", {
					...{ label, date, hosts: hosts === 0 ? t("questions.few") : formatNumber(hosts, language) },
					base: t("questions.hosts", { count: base }),
					percent: formatShareOf(percentOf(hosts, base), base, language),
				}),
				sections: [],
			};
		}),
	};
}
