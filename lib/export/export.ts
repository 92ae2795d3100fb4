/**
 * An export: a statistic's numbers with the caption that must go with them. Every file and text that leaves the site is
 * made from it alone.
 */
import { dataLicence } from "#lib/data-licence";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { type Product, type PublishedProduct, productTable } from "#lib/product";
import { baseOf, windowOf } from "#lib/series/captions";
import type { Distribution } from "#lib/series/distribution";
import type { LineLook } from "#lib/series/line-chart";
import type { Series } from "#lib/series/series";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

export interface StatisticExport<T extends Distribution | Series = Distribution | Series> {
	statistic: Statistic;
	/** The requested product. */
	product: Product;
	shown: T;
	language: Language;
	/** The page that shows the same for ever: absolute, with its date. */
	address: string;
	/** How a history is drawn; absent: as suits the statistic. */
	look?: Pick<LineLook, "measure" | "axis" | "chosen" | "usual">;
	isSimulation: boolean;
}

export function isSeries(exported: StatisticExport): exported is StatisticExport<Series> {
	return "days" in exported.shown;
}

/** The day at which the numbers stand, the last of a history. */
export function dayOf({ shown }: StatisticExport): Day {
	return "days" in shown ? shown.to : shown.date;
}

/** Ready to print, in the language of the export. */
export interface Caption {
	title: string;
	product: string;
	/** A date, or the first and the last of a history. */
	dates: string;
	/** `null` where the number is its own base. */
	base: string | null;
	window: string;
	/** Base and window. */
	note: string;
	source: string;
	licence: string;
	/** `null` where hosts are real. */
	simulation: string | null;
}

export function captionOf(exported: StatisticExport): Caption {
	const { statistic, shown, language, isSimulation } = exported;
	const t = translate(language);
	const base = isOneNumber(statistic) ? null : baseOf(shown, language);
	const window = windowOf(statistic, shown, dayOf(exported), language);
	return {
		title: shown.statistic.title,
		product: t(`product.${shown.product}`),
		dates: datesOf(exported),
		base,
		window,
		note: [...(base ? [base] : []), window].join(" · "),
		source: t("export.source", { site: t("site.name") }),
		licence: t("export.licence", { licence: dataLicence.name }),
		simulation: isSimulation ? `${t("simulation.title")} ${t("simulation.text")}` : null,
	};
}

function datesOf(exported: StatisticExport): string {
	const { language } = exported;
	const to = formatDay(dayOf(exported), language);
	if (!isSeries(exported) || exported.shown.from === exported.shown.to) return to;
	return translate(language)("export.range", { from: formatDay(exported.shown.from, language), to });
}

interface Content {
	/** The slug of a statistic, or of a page. */
	name: string;
	product: PublishedProduct;
	/** `from` is `null` for a single day. */
	days: { from: string | null; to: string };
}

/** The name of a file: it says product, statistic and days, like `openvz-7-cpu-vendor-2026-11-28.csv`. */
export function fileName({ name, product, days: { from, to } }: Content, ending: string): string {
	const of = product === "all" ? "openvz" : productTable[product].versionBucket;
	// `openvz-version` of both products says it itself.
	const subject = name.startsWith(`${of}-`) ? name : `${of}-${name}`;
	const dates = from === null ? [to] : ["series", from, "to", to];
	return `${[subject, ...dates].join("-")}.${ending}`;
}

export function fileNameOf(exported: StatisticExport, ending: string): string {
	const { statistic, shown } = exported;
	const days = isSeries(exported) ? exported.shown : { from: null, to: dayOf(exported) };
	return fileName({ name: statistic.slug, product: shown.product, days }, ending);
}
