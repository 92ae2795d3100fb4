/** The first sentences of the page: what is known, what has a name, and whether reports come, in its own numbers. */

import type { Day } from "#lib/day";
import { formatDay, formatNumber, formatPercent } from "#lib/format";
import type { Language } from "#lib/language";
import { windowDays } from "#lib/product";
import { amountOf } from "#lib/series/captions";
import { titleOf } from "#lib/statistics/labels";
import { names, type Translate, translate } from "#lib/text/index";
import type { Quality } from ".";

/** From here on a section counts as known, and up to the rest a statistic as recognised. */
const goodPercent = 95;

type Measured = Pick<Quality, "coverage" | "recognition" | "reports">;

export function leadOf(measured: Measured, day: Day, language: Language): string[] {
	const t = translate(language);
	return [ofSections, ofNames, ofReports].flatMap((say) => say(measured, { t, day, language }) ?? []);
}

interface Saying {
	t: Translate;
	day: Day;
	language: Language;
}

function ofSections({ coverage: { active, sections } }: Measured, { t, language }: Saying): string | null {
	const [least] = sections;
	if (active === 0 || !least) return null;
	return t("quality.say.sections", {
		known: sections.filter(({ percent }) => percent >= goodPercent).length,
		all: `${sections.length}`,
		good: formatPercent(goodPercent, language),
		section: names(language).reports.sections[least.section],
		least: formatPercent(least.percent, language),
	});
}

function ofNames({ recognition }: Measured, { t, language }: Saying): string | null {
	const [worst] = recognition;
	if (!worst) return null;
	if (worst.percent === 0) return t("quality.say.allNamed");
	return t("quality.say.named", {
		many: recognition.filter(({ percent }) => percent > 100 - goodPercent).length,
		all: `${recognition.length}`,
		bad: formatPercent(100 - goodPercent, language),
		title: titleOf(worst.statistic, language),
		most: formatPercent(worst.percent, language),
	});
}

function ofReports({ reports: [own] }: Measured, { t, day, language }: Saying): string | null {
	if (!own?.firstReport) return null;
	const said = {
		amount: amountOf(own.inWindow, "reports", language),
		count: own.inWindow,
		days: windowDays[own.product],
		date: formatDay(day, language),
	};
	const reports =
		own.inWindowBefore === null
			? t("quality.say.firstReports", said)
			: t("quality.say.reports", { ...said, before: formatNumber(own.inWindowBefore, language) });
	const { longest } = own.without;
	return `${reports}${longest ? t("quality.say.longest", { days: longest.days }) : t("quality.say.everyDay")}`;
}
