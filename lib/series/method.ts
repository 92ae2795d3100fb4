/** A statistic's method in words, made from its entry in the catalog, with an example from a published day. */

import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, products, windowDays } from "#lib/product";
import { aboutOf, type Note, notesOf } from "#lib/statistics/labels";
import { isAcrossProducts, isObserved, isOneNumber, publishedProduct, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { amountOf, productName } from "./captions";
import { type Distribution, supportOf } from "./distribution";

export interface Method {
	counted: string;
	base: string;
	window: string;
	threshold: string;
	formula: string;
	example: string;
	notes: readonly Note[];
}

export function methodOf(statistic: Statistic, product: Product, shown: Distribution, language: Language): Method {
	const t = translateOnServer(language);
	return {
		counted: aboutOf(statistic, language),
		base: baseText(statistic, language),
		window: windowText(statistic, language),
		threshold: thresholdText(statistic, language),
		formula: t(`method.formulas.${isOneNumber(statistic) ? "one" : statistic.unit === "hosts" ? "hosts" : "amount"}`),
		example: exampleOf(statistic, product, shown, language),
		notes: notesOf(statistic, language),
	};
}

export function baseText(statistic: Statistic, language: Language): string {
	const t = translateOnServer(language);
	if (statistic.over === "observed")
		return t("method.bases.observed", { unit: translate(language)(`table.total.${statistic.unit}`) });
	if (statistic.over === "events") return t(`method.bases.${statistic.event}`);
	if (statistic.over === "ever") return t("method.bases.ever");
	const { section, unit } = statistic;
	if (section === "activity") return t("method.bases.active");
	if (unit === "hosts") return t("method.bases.section", { section });
	return t("method.bases.amount", { section, unit: translate(language)(`table.total.${unit}`) });
}

function windowText(statistic: Statistic, language: Language): string {
	const t = translateOnServer(language);
	if (statistic.over === "ever") return t("method.windows.none");
	if (statistic.over === "observed") return t(`method.windows.observed.${statistic.every}`);
	if (statistic.over === "events")
		return t(`method.windows.${statistic.event === "report-so-far" ? "none" : "oneDay"}`);
	const of = isAcrossProducts(statistic) ? products : statistic.products;
	const windows = of.map((one) =>
		t("method.windows.days", { product: translate(language)(`product.${one}`), days: windowDays[one] }),
	);
	return `${windows.join("; ")}.`;
}

export function thresholdText(statistic: Statistic, language: Language): string {
	const t = translateOnServer(language);
	if (isOneNumber(statistic)) return t("method.thresholds.none");
	if (statistic.threshold === 1) return t("method.thresholds.all");
	return t(`method.thresholds.${isObserved(statistic) && statistic.unit !== "crashes" ? "someObserved" : "some"}`, {
		count: statistic.threshold,
	});
}

/** The largest value that has a name, with its published numbers. */
function exampleOf(statistic: Statistic, product: Product, shown: Distribution, language: Language): string {
	const t = translateOnServer(language);
	const words = {
		where: [productName(statistic, publishedProduct(statistic, product), language), formatDay(shown.date, language)]
			.filter(Boolean)
			.join(", "),
	};
	const { base, rows } = shown;
	if (isOneNumber(statistic)) {
		return t("method.examples.one", { ...words, amount: amountOf(base.total, statistic.unit, language) });
	}
	const first = rows.find(({ bucket }) => bucket !== "other") ?? rows[0];
	if (!first) return t("method.examples.none", { date: formatDay(shown.date, language) });
	return t("method.examples.share", {
		...words,
		label: first.label,
		part: formatNumber(first.total, language),
		whole: amountOf(base.total, statistic.unit, language),
		percent: formatShareOf(first.percent, supportOf(base, statistic.unit), language),
	});
}
