/** Says which days can be looked at. */
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import type { Published } from "#lib/store/daily-rows";
import { translate } from "#lib/text/index";

export function rangeText(range: Pick<Published, "firstDay" | "lastDay"> | null, language: Language): string {
	const t = translate(language);
	if (!range) return t("wrong.noDays");
	return t("wrong.range", { first: formatDay(range.firstDay, language), last: formatDay(range.lastDay, language) });
}
