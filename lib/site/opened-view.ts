/** From the address of a page to the view that it shows. */
import { view as parametersOfView } from "#lib/address/addresses";
import type { View } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import type { Day } from "#lib/day";
import type { Language } from "#lib/language";
import { type Published, published } from "#lib/store/daily-rows";

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

/** Throws a `Problem` where a parameter is wrong. */
export function viewOf(language: Language, query: URLSearchParams): View {
	const { product, date } = readAll(query, parametersOfView);
	return { language, product, day: date };
}

/** `null` where the day was never published. */
export async function openedView(view: View): Promise<Opened | null> {
	const range = await published();
	if (!range) return view.day ? null : { view, shown: null };
	const day = shownDay(view, range);
	return day && { view, shown: { published: range, day } };
}
