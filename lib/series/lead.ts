/** Two or three sentences with a page's main numbers, as of the shown day. */
import { formatNumber, formatPercent } from "#lib/format";
import type { Language } from "#lib/language";
import { isOneNumber, type Statistic, type Unit } from "#lib/statistics/statistic";
import type { charts } from "#lib/text/en/charts";
import { translate } from "#lib/text/index";
import { amountOf } from "./captions";
import type { Distribution, DistributionRow } from "./distribution";
import { listed } from "./sentence";

const sentencesMax = 3;
const countedMax = 10;

/** The statistics for which the texts have a sentence. */
type SlugWithLead = keyof typeof charts.lead.say;

function hasLead(slug: string, language: Language): slug is SlugWithLead {
	return translate(language).has(`lead.say.${slug as SlugWithLead}`);
}

/** In the order of the page, one sentence for each statistic that has something to say. */
export function leadOf(
	shown: readonly { statistic: Statistic; distribution: Distribution }[],
	language: Language,
): string[] {
	return shown
		.flatMap(({ statistic, distribution }) => sentenceFor(statistic, distribution, language) ?? [])
		.slice(0, sentencesMax);
}

function sentenceFor(statistic: Statistic, shown: Distribution, language: Language): string | null {
	const { slug, unit } = statistic;
	const { base, rows, windowDays } = shown;
	if (!hasLead(slug, language) || base.total === 0) return null;
	const say = (values: { label?: string; share?: string; amount?: string; count: number }) => {
		const nothing = { label: "", share: "", amount: "" };
		return translate(language)(`lead.say.${slug}`, {
			...nothing,
			...values,
			kinds: named.length,
			days: windowDays ?? 0,
		});
	};
	const named = rows.filter(({ bucket, total }) => total > 0 && bucket !== "other" && bucket !== "unknown");
	if (isOneNumber(statistic)) return say({ amount: amountOf(base.total, unit, language), count: base.total });
	// Among countries, "no" is Norway.
	const isYesNo = named.every(({ bucket }) => bucket === "yes" || bucket === "no");
	const largest = isYesNo ? named.find(({ bucket }) => bucket === "yes") : named[0];
	if (!largest) return null;
	const share = shareOf(largest, base.total, unit, language);
	const tied = named.filter(({ total }) => total === largest.total);
	if (isYesNo || tied.length === 1) return say({ label: largest.label, ...share });
	const labels = listed(
		tied.map(({ label }) => label),
		language,
	);
	return translate(language)("lead.tied", { title: shown.statistic.title, labels, share: share.share });
}

/** The share in words, and the number that a verb beside it agrees with: `1 of 3 hosts runs`, `2 of 3 hosts run`. */
function shareOf({ percent, total }: DistributionRow, whole: number, unit: Unit, language: Language) {
	const t = translate(language);
	const of = (count: number) => t(`ofAmount.${unit}`, { count, text: formatNumber(count, language) });
	const near = ["GiB", "TB"].includes(unit) ? null : fractionNear(percent);
	const exact = { percent: formatPercent(percent, language), whole: of(whole) };
	// Of so few, a count says more than a percentage.
	if (whole < countedMax && Number.isInteger(whole))
		return { share: t("lead.counted", { part: formatNumber(total, language), whole: of(whole) }), count: total };
	if (near) return { share: t("lead.near", { ...exact, part: `${near.part}`, whole: of(near.of) }), count: near.part };
	return { share: t("lead.exact", exact), count: whole };
}

/** Such as 4 of 5, if the share is within one point of it. The smallest such whole is the easiest to imagine. */
export function fractionNear(percent: number): { part: number; of: number } | null {
	for (const whole of [2, 3, 4, 5, 10]) {
		const part = Math.round((percent / 100) * whole);
		const isNear = Math.abs((part / whole) * 100 - percent) <= 1;
		if (part > 0 && part < whole && isNear) return { part, of: whole };
	}
	return null;
}
