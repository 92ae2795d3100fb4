/** Two or three sentences with a page's main numbers, as of the shown day. */
import type { Language } from "#lib/language";
import { countsEvents, isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import type { charts } from "#lib/text/en/charts";
import { translate } from "#lib/text/index";
import { amountOf } from "./captions";
import { asSentence, clauseOf, furtherAmount, shareAmount, shareInWords, typicalHost } from "./clause";
import { type Distribution, supportOf } from "./distribution";
import { listed } from "./sentence";

const sentencesMax = 3;

/** The statistics of one number that have a sentence. */
type SlugOfNumber = keyof typeof charts.lead.oneNumber;

interface Shown {
	statistic: Statistic;
	distribution: Distribution;
	/** Its chart, where there is one. */
	lines?(size: "narrow"): { sentence: string };
}

/** In the order of the page, one sentence for each statistic that has something to say. */
export function leadOf(shown: readonly Shown[], language: Language): string[] {
	return shown
		.filter(({ statistic }) => statistic.isInLead !== false)
		.flatMap((one) => ofChart(one) ?? sentenceFor(one.statistic, one.distribution, language) ?? [])
		.slice(0, sentencesMax);
}

/** Of a handful of downloads or crashes on one day nothing can be said: the chart tells of the last whole week. */
function ofChart({ statistic, lines }: Shown): string | null {
	const isFew = isObserved(statistic) && countsEvents(statistic) && !isOneNumber(statistic);
	return isFew && lines ? lines("narrow").sentence : null;
}

function sentenceFor(statistic: Statistic, shown: Distribution, language: Language): string | null {
	const { slug, unit } = statistic;
	const { base, rows, windowDays } = shown;
	const t = translate(language);
	if (base.total === 0) return null;
	if (isOneNumber(statistic)) {
		const key = `lead.oneNumber.${slug as SlugOfNumber}` as const;
		const amount = amountOf(base.total, unit, language);
		return t.has(key) ? t(key, { amount, count: base.total, days: windowDays ?? 0 }) : null;
	}
	const named = rows.filter(({ bucket, total }) => total > 0 && bucket !== "other" && bucket !== "unknown");
	const support = supportOf(base, unit);
	const typical = typicalHost(statistic, shown, language);
	if (typical) return typical;
	// Among countries, "no" is Norway.
	const isYesNo = named.every(({ bucket }) => bucket === "yes" || bucket === "no");
	const largest = isYesNo ? named.find(({ bucket }) => bucket === "yes") : named[0];
	if (!largest) return null;
	const tied = named.filter(({ total }) => total === largest.total);
	if (!isYesNo && tied.length > 1) {
		const labels = listed(
			tied.map(({ label }) => label),
			language,
		);
		const share = shareAmount(largest.percent, support, unit, language);
		return t("lead.tied", { title: shown.statistic.title, labels, share: share.text });
	}
	const clause = clauseOf(statistic, largest, shareInWords(largest, base, unit, language), language);
	if (clause === null) return null;
	const next = isYesNo ? undefined : named[1];
	const amount = next && furtherAmount(next, { hosts: support, unit, language });
	const further = next && amount && clauseOf(statistic, next, amount, language);
	const countries = slug === "country" ? `${t("lead.country", { kinds: named.length })} ` : "";
	return `${countries}${asSentence(clause)}${further ? t("sentence.further", { clause: further }) : ""}.`;
}
