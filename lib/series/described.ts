/** What every answer says about its statistic: which one, of which product, over which window. */

import type { Language } from "#lib/language";
import { type Product, type PublishedProduct, windowDays } from "#lib/product";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic, Unit } from "#lib/statistics/statistic";

export interface Described {
	statistic: { slug: string; title: string; unit: Unit; section: string | null };
	product: PublishedProduct;
	/** `null` if there is no single window: statistics over all reports, or over both products. */
	windowDays: number | null;
}

export function isAcrossProducts(statistic: Statistic): boolean {
	return statistic.over === "window" && statistic.acrossProducts;
}

/** Under which product the statistic's rows are published. */
export function publishedProduct(statistic: Statistic, product: Product): PublishedProduct {
	return isAcrossProducts(statistic) ? "all" : product;
}

/** Whether the product has this statistic at all. */
export function isSentBy(statistic: Statistic, product: Product): boolean {
	return isAcrossProducts(statistic) || statistic.products.includes(product);
}

export function describe(statistic: Statistic, product: Product, language: Language): Described {
	const section = statistic.over === "window" && statistic.section !== "activity" ? statistic.section : null;
	const hasOneWindow = statistic.over === "window" && !statistic.acrossProducts;
	return {
		statistic: { slug: statistic.slug, title: titleOf(statistic, language), unit: statistic.unit, section },
		product: publishedProduct(statistic, product),
		windowDays: hasOneWindow ? windowDays[product] : null,
	};
}

/** Larger first, then by bucket; what was merged is last whatever its size. */
export function byTotal(a: { bucket: string; total: number }, b: { bucket: string; total: number }): number {
	if (a.bucket === "other" || b.bucket === "other") return Number(a.bucket === "other") - Number(b.bucket === "other");
	return b.total - a.total || (a.bucket < b.bucket ? -1 : 1);
}
