/** A problem in the words of a page: its own detail is English and written for programs. */
import { parseDay } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import type { Problem } from "#lib/problem";
import { translate } from "#lib/text/index";
import { rangeText } from "./range-text";

export function problemText({ status, title, detail, more }: Problem, language: Language): string {
	const t = translate(language);
	if (status === 404 && typeof more.from === "string" && typeof more.to === "string") {
		const [firstDay, lastDay] = [parseDay(more.from), parseDay(more.to)];
		if (firstDay && lastDay) return rangeText({ firstDay, lastDay }, language);
	}
	if (title === "Nothing published yet") return t("wrong.noDays");
	if (title === "Not sent by this product") return t("standalone.notSent");
	if (status === 404) return t("standalone.unknown");
	if (status >= 500) return t("wrong.error");
	if (language === defaultLanguage) return detail;
	return typeof more.parameter === "string"
		? t("standalone.parameter", { name: more.parameter })
		: t("standalone.parameters");
}
