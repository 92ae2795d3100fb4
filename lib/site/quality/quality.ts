/** How good the data are, as of a day, computed from the published rows. */
import type { Day } from "#lib/day";
import { formatDay, formatNumber, formatPercent, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, products, windowDays } from "#lib/product";
import { amountOf } from "#lib/series/captions";
import { statisticsWith } from "#lib/statistics/index";
import { notesOf, titleOf } from "#lib/statistics/labels";
import { isSentBy, type Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import { names, type Translate, translate } from "#lib/text/index";
import { type Coverage, coverageOn } from "./coverage";
import { type NewcomersOfProduct, newcomersOn } from "./newcomers";
import { type Recognition, recognitionOn } from "./recognition";
import { type ReportsOfProduct, reportsOn } from "./reports";
import { type Weight, weightsOn } from "./weight";

interface ChangeOfMeaning {
	statistic: Statistic;
	day: Day;
	text: string;
}

interface Quality {
	lead: readonly string[];
	coverage: Coverage;
	recognition: readonly Recognition[];
	/** What the largest host has of each total. */
	weights: readonly Weight[];
	/** The viewed product first. */
	reports: readonly ReportsOfProduct[];
	/** The viewed product first. */
	newcomers: readonly NewcomersOfProduct[];
	/** Up to the day, latest first. */
	changes: readonly ChangeOfMeaning[];
}

export async function qualityOn(
	day: Day,
	product: Product,
	language: Language,
	published: Published,
): Promise<Quality> {
	const inOrder = [product, ...products.filter((one) => one !== product)];
	const [coverage, recognition, weights, reports, newcomers] = await Promise.all([
		coverageOn(day, product, published),
		recognitionOn(day, product, language),
		weightsOn(day, product),
		Promise.all(inOrder.map((one) => reportsOn(day, one, published))),
		Promise.all(inOrder.map((one) => newcomersOn(day, one, published))),
	]);
	const lead = leadOf({ coverage, recognition, reports }, day, language);
	return {
		lead,
		coverage,
		recognition,
		weights,
		reports,
		newcomers,
		changes: changesUntil(day, product, language, published),
	};
}

function changesUntil(day: Day, product: Product, language: Language, { observed }: Published): ChangeOfMeaning[] {
	return statisticsWith(observed)
		.filter((statistic) => isSentBy(statistic, product))
		.flatMap((statistic) => notesOf(statistic, language).map((note) => ({ statistic, ...note })))
		.filter((note) => note.day <= day)
		.sort((a, b) => (a.day < b.day ? 1 : -1));
}

/** A section known on this share of hosts counts as known; a statistic with this share of names counts as recognised. */
const goodPercent = 95;

type Measured = Pick<Quality, "coverage" | "recognition" | "reports">;

function leadOf(measured: Measured, day: Day, language: Language): string[] {
	const t = translate(language);
	return [ofSections, ofNames, ofReports].flatMap((say) => say(measured, { t, day, language }) ?? []);
}

interface SentenceContext {
	t: Translate;
	day: Day;
	language: Language;
}

function ofSections({ coverage: { active, sections } }: Measured, { t, language }: SentenceContext): string | null {
	const [least] = sections;
	if (active === 0 || !least) return null;
	return t("quality.say.sections", {
		known: sections.filter(({ percent }) => percent >= goodPercent).length,
		all: `${sections.length}`,
		good: formatPercent(goodPercent, language),
		section: names(language).reports.sections[least.section],
		least: formatShareOf(least.percent, active, language),
	});
}

function ofNames({ recognition }: Measured, { t, language }: SentenceContext): string | null {
	const [worst] = recognition;
	if (!worst) return null;
	if (worst.percent === 0) return t("quality.say.allNamed");
	return t("quality.say.named", {
		many: recognition.filter(({ percent }) => percent > 100 - goodPercent).length,
		all: `${recognition.length}`,
		bad: formatPercent(100 - goodPercent, language),
		title: titleOf(worst.statistic, language),
		most: formatShareOf(worst.percent, worst.base.hosts, language),
	});
}

function ofReports({ reports: [own] }: Measured, { t, day, language }: SentenceContext): string | null {
	if (!own?.firstReport) return null;
	const values = {
		amount: amountOf(own.inWindow, "reports", language),
		count: own.inWindow,
		days: windowDays[own.product],
		date: formatDay(day, language),
	};
	const reports =
		own.inWindowBefore === null
			? t("quality.say.firstReports", values)
			: t("quality.say.reports", { ...values, before: formatNumber(own.inWindowBefore, language) });
	const { longest } = own.without;
	return `${reports}${longest ? t("quality.say.longest", { days: longest.days }) : t("quality.say.everyDay")}`;
}
