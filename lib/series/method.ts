/** A statistic's method in words, made from its entry in the catalog, with an example from a published day. */

import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, products, windowDays } from "#lib/product";
import { aboutOf, type Note, notesOf } from "#lib/statistics/labels";
import { isAcrossProducts, isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { amountOf } from "./captions";
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
	const t = translate(language);
	return {
		counted: aboutOf(statistic, language),
		base: baseText(statistic, language),
		window: windowText(statistic, language),
		threshold: thresholdText(statistic, language),
		formula: t(
			`methodology.formulas.${isOneNumber(statistic) ? "one" : statistic.unit === "hosts" ? "hosts" : "amount"}`,
		),
		example: exampleOf(statistic, product, shown, language),
		notes: notesOf(statistic, language),
	};
}

export function baseText(statistic: Statistic, language: Language): string {
	const t = translate(language);
	if (statistic.over === "observed")
		return t("methodology.bases.observed", { unit: t(`table.total.${statistic.unit}`) });
	if (statistic.over === "events") return t(`methodology.bases.${statistic.event}`);
	if (statistic.over === "ever") return t("methodology.bases.ever");
	const { section, unit } = statistic;
	if (section === "activity") return t("methodology.bases.active");
	if (unit === "hosts") return t("methodology.bases.section", { section });
	return t("methodology.bases.amount", { section, unit: t(`table.total.${unit}`) });
}

function windowText(statistic: Statistic, language: Language): string {
	const t = translate(language);
	if (statistic.over === "ever") return t("methodology.windows.none");
	if (statistic.over === "observed") return t(`methodology.windows.observed.${statistic.every}`);
	if (statistic.over === "events")
		return t(`methodology.windows.${statistic.event === "report-so-far" ? "none" : "oneDay"}`);
	const of = isAcrossProducts(statistic) ? products : statistic.products;
	const windows = of.map((one) =>
		t("methodology.windows.days", { product: t(`product.${one}`), days: windowDays[one] }),
	);
	return `${windows.join("; ")}.`;
}

export function thresholdText(statistic: Statistic, language: Language): string {
	const t = translate(language);
	if (isOneNumber(statistic)) return t("methodology.thresholds.none");
	if (statistic.threshold === 1) return t("methodology.thresholds.all");
	return t(
		`methodology.thresholds.${isObserved(statistic) && statistic.unit !== "crashes" ? "someObserved" : "some"}`,
		{ count: statistic.threshold },
	);
}

/** The largest value that has a name, with its published numbers. */
function exampleOf(statistic: Statistic, product: Product, shown: Distribution, language: Language): string {
	const t = translate(language);
	const words = {
		product: t(`product.${isAcrossProducts(statistic) ? "all" : product}`),
		date: formatDay(shown.date, language),
	};
	const { base, rows } = shown;
	if (isOneNumber(statistic)) {
		return t("methodology.examples.one", { ...words, amount: amountOf(base.total, statistic.unit, language) });
	}
	const first = rows.find(({ bucket }) => bucket !== "other") ?? rows[0];
	if (!first) return t("methodology.examples.none", { date: words.date });
	return t("methodology.examples.share", {
		...words,
		label: first.label,
		part: formatNumber(first.total, language),
		whole: amountOf(base.total, statistic.unit, language),
		percent: formatShareOf(first.percent, supportOf(base, statistic.unit), language),
	});
}
