/** What every chart and table must say about itself: measure and unit, base, and window. */
import type { Day, Every } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { type PublishedProduct, windowDaysTexts } from "#lib/product";
import { labelOf } from "#lib/statistics/labels";
import {
	type Counted,
	isObserved,
	isOfHosts,
	isOfOneDay,
	isOneNumber,
	type Statistic,
	type Unit,
} from "#lib/statistics/statistic";
import { names, type SectionName, translate } from "#lib/text/index";
import { inUnit } from "./amounts";
import type { LineSpec } from "./chart-spec";
import type { Described, Distribution } from "./distribution";
import type { Series } from "./series";

/** `2,100 hosts`, with the right plural. */
export function amountOf(count: number, unit: Unit, language: Language): string {
	return translate(language)(`amount.${unit}`, { count, text: formatNumber(count, language) });
}

/** Whose hosts are counted; empty where no hosts are. */
export function productName({ unit }: Pick<Statistic, "unit">, product: PublishedProduct, language: Language): string {
	return isOfHosts(unit) ? translate(language)(`product.${product}`) : "";
}

/** What a host counts as: `SSD (2 disks)`, without a number if hosts are counted. */
export function countedIn(statistic: Statistic, { bucket, amount, label }: Counted, language: Language): string {
	if (isOneNumber(statistic)) return translate(language)("chart.counted");
	const name = labelOf(statistic, bucket, language, label === undefined ? undefined : new Map([[bucket, label]]));
	if (statistic.unit === "hosts") return name;
	return `${name} (${amountOf(inUnit(amount, statistic.unit), statistic.unit, language)})`;
}

/** `every`: of which time a number is; default: of which the statistic has it. */
export function subtitleOf(
	statistic: Statistic,
	measure: LineSpec["measure"],
	language: Language,
	every: Every = isObserved(statistic) ? statistic.every : "day",
): string {
	const t = translate(language);
	const isOfPeriod = isObserved(statistic)
		? measure === "total" && !statistic.isState
		: isOfOneDay(statistic) && every !== "day";
	if (isOfPeriod) return t(`measure.per.${every}`, { what: t(`table.total.${statistic.unit}`) });
	if (isOfOneDay(statistic) && !isObserved(statistic))
		return t(`measure.daily.${statistic.unit === "reports" ? "reports" : "hosts"}`);
	return t(`measure.${measure}.${statistic.unit}`);
}

/** For charts with both beside each bar: `Share of hosts, % · number of hosts`. */
export function bothOf(statistic: Statistic, language: Language): string {
	const total = subtitleOf(statistic, "total", language);
	return `${subtitleOf(statistic, "share", language)} · ${total.charAt(0).toLowerCase()}${total.slice(1)}`;
}

/** Base and window: `n = 2,100 hosts · reports of 14 days up to 21 November 2026`. */
export function noteOf(
	statistic: Statistic,
	shown: Series | Distribution,
	day: Day,
	language: Language,
	{
		baseMin = null,
		zeroDays = 0,
		hasGaps = false,
		every = "day",
	}: { baseMin?: number | null; zeroDays?: number; hasGaps?: boolean; every?: Every } = {},
): string {
	const t = translate(language);
	return [
		...(isOneNumber(statistic) ? [] : [baseOf(shown, language), ...sectionOf(shown, language)]),
		every === "day"
			? windowOf(statistic, shown, day, language)
			: t(`chart.whole.${every}`, { date: formatDay(day, language) }),
		...(baseMin === null ? [] : [t("chart.baseMin", { count: baseMin })]),
		...(hasGaps ? [t("chart.gaps", { hosts: `${statistic.threshold}` })] : []),
		...(zeroDays === 0 ? [] : [t("chart.zeroDays", { count: zeroDays })]),
	].join(" · ");
}

/** How many are counted, and on how many hosts if something else is counted. */
export function baseOf(
	shown: Pick<Series, "statistic" | "base" | "holders"> | Pick<Distribution, "statistic" | "base" | "holders">,
	language: Language,
): string {
	const { unit } = shown.statistic;
	const last = (value: number | (number | null)[]) => (Array.isArray(value) ? (value.at(-1) ?? 0) : value);
	const hosts = amountOf(last(shown.base.hosts), "hosts", language);
	const t = translate(language);
	if (!isOfHosts(unit)) return t("chart.base", { amount: amountOf(last(shown.base.total), unit, language) });
	if (unit === "hosts") return t("chart.base", { amount: hosts });
	const all = last(shown.base.hosts);
	const on = shown.holders ?? all;
	const text = t("chart.baseOnHosts", {
		amount: amountOf(last(shown.base.total), unit, language),
		hosts: on,
		hostsText: formatNumber(on, language),
	});
	return on === all ? text : `${text} ${t("chart.ofReported", { hosts: formatNumber(all, language) })}`;
}

/** Which section the containers of a statistic are from: their total differs between sections, and the reader sees both. */
function sectionOf({ statistic: { section, unit } }: Described, language: Language): string[] {
	const isAmong = (known: string): known is SectionName => Object.hasOwn(names(language).reports.sections, known);
	if (unit !== "containers" || section === null || !isAmong(section)) return [];
	return [translate(language)("chart.section", { section: names(language).reports.sections[section] })];
}

export function windowOf(
	statistic: Statistic,
	{ windowDays: days }: Pick<Described, "windowDays">,
	day: Day,
	language: Language,
): string {
	const t = translate(language);
	const date = formatDay(day, language);
	if (days !== null) return t("chart.window", { days, date });
	if (isObserved(statistic)) return t(`chart.observed.${statistic.every}`, { date });
	if (isOfOneDay(statistic)) return t("chart.onDay", { date });
	if (statistic.over === "window") return t("chart.twoWindows", { ...windowDaysTexts, date });
	return t("chart.allReports", { date });
}
