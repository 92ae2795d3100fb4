/** From the folders of an address to the view that it asks for, and to the day that it shows. */
import type { View } from "#lib/address/links";
import { type Day, parseDay } from "#lib/day";
import { isLanguage } from "#lib/language";
import { products } from "#lib/product";
import { type Published, published } from "#lib/store/daily-rows";

/** `null` where the folders are no view. */
export function viewOf({ lang, product, day }: { lang: string; product: string; day: string }): View | null {
	const known = products.find((one) => one === product);
	const date = day === "latest" ? null : parseDay(day);
	if (!isLanguage(lang) || !known || (date === null && day !== "latest")) return null;
	return { language: lang, product: known, day: date };
}

/** The day to show, or `null` where it was never published. */
export function shownDay({ day }: Pick<View, "day">, { firstDay, lastDay }: Published): Day | null {
	if (day === null) return lastDay;
	return day >= firstDay && day <= lastDay ? day : null;
}

export interface Opened {
	view: View;
	/** `null` before the first publication, when there is no day to show. */
	shown: { published: Published; day: Day } | null;
}

/** `null` where there is no such view: the folders are none, or their day was never published. */
export async function openedView(folders: Parameters<typeof viewOf>[0]): Promise<Opened | null> {
	const view = viewOf(folders);
	if (!view) return null;
	const range = await published();
	if (!range) return view.day ? null : { view, shown: null };
	const day = shownDay(view, range);
	return day && { view, shown: { published: range, day } };
}
