/** How good the data are, as of a day: all that the page says, computed from the published rows alone. */
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { type Product, products } from "#lib/product";
import { isSentBy } from "#lib/series/described";
import { statistics } from "#lib/statistics/index";
import { notesOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import type { Published } from "#lib/store/daily-rows";
import { type Coverage, coverageOn } from "./coverage";
import { leadOf } from "./lead";
import { type Recognition, recognitionOn } from "./recognition";
import { type ReportsOfProduct, reportsOn } from "./reports";

export interface ChangeOfMeaning {
	statistic: Statistic;
	day: Day;
	text: string;
}

export interface Quality {
	lead: readonly string[];
	coverage: Coverage;
	recognition: readonly Recognition[];
	/** Of the product looked at first. */
	reports: readonly ReportsOfProduct[];
	/** Up to the day, the latest first. */
	changes: readonly ChangeOfMeaning[];
}

export async function qualityOn(
	day: Day,
	product: Product,
	language: Language,
	published: Published,
): Promise<Quality> {
	const inOrder = [product, ...products.filter((one) => one !== product)];
	const [coverage, recognition, reports] = await Promise.all([
		coverageOn(day, product, published),
		recognitionOn(day, product, language),
		Promise.all(inOrder.map((one) => reportsOn(day, one, published))),
	]);
	const lead = leadOf({ coverage, recognition, reports }, day, language);
	return { lead, coverage, recognition, reports, changes: changesUntil(day, product, language) };
}

function changesUntil(day: Day, product: Product, language: Language): ChangeOfMeaning[] {
	return statistics
		.filter((statistic) => isSentBy(statistic, product))
		.flatMap((statistic) => notesOf(statistic, language).map((note) => ({ statistic, ...note })))
		.filter((note) => note.day <= day)
		.sort((a, b) => (a.day < b.day ? 1 : -1));
}
