/** Parts of a statistic's base in words: `80% of hosts have Intel processors`, and what its typical host has. */
import { formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { statisticBySlug } from "#lib/statistics/index";
import type { Statistic, Unit } from "#lib/statistics/statistic";
import type { charts } from "#lib/text/en/charts";
import { translate } from "#lib/text/index";
import { type ServerMessages, translateOnServer } from "#lib/text/server";
import { amountOf } from "./captions";
import { type Distribution, inNaturalOrder, supportOf } from "./distribution";

/** How much, and the number that a verb beside it agrees with: `1 of 3 hosts has`, `2 of 3 hosts have`, `80% of hosts have`. */
export interface Amount {
	text: string;
	count: number;
}

type ClauseKey = `clause.${keyof ServerMessages["clause"]}` | `clauseOfHosts.${keyof ServerMessages["clauseOfHosts"]}`;
type SlugWithTypical = keyof ServerMessages["typical"];

/** Percentages agree with verbs in the plural. */
const several = 2;
/** Of so few, a count says more than a percentage. */
const countedMax = 10;

/** `80% of hosts`, with as many digits as so many hosts support. */
export function shareAmount(percent: number, hosts: number, unit: Unit, language: Language): Amount {
	const text = translate(language)(`shareOf.${unit}`, { share: formatShareOf(percent, hosts, language) });
	return { text, count: several };
}

/** A number of what is counted: `1,830 hosts`. */
export function totalAmount(total: number, unit: Unit, language: Language): Amount {
	return { text: amountOf(total, unit, language), count: total };
}

/** After a share of the same base: `20%`, or `3 hosts` of so few that a percentage would say nothing. */
export function furtherAmount(
	{ percent, total }: { percent: number; total: number },
	{ hosts, unit, language }: { hosts: number; unit: Unit; language: Language },
): Amount {
	if (total < countedMax && Number.isInteger(total)) return totalAmount(total, unit, language);
	return { text: formatShareOf(percent, hosts, language), count: several };
}

/** What the statistic says of the bucket, of its units or of hosts; null of what no name stands for. */
export function clauseOf(
	{ slug, unit }: Pick<Statistic, "slug" | "unit">,
	{ bucket, label }: { bucket: string; label: string },
	{ text, count }: Amount,
	language: Language,
): string | null {
	const t = translateOnServer(language);
	const isOfUnits = unit !== "hosts" || statisticBySlug(slug)?.unit === "hosts";
	const key = `${isOfUnits ? "clause" : "clauseOfHosts"}.${slug}` as ClauseKey;
	if (bucket === "other" || bucket === "unknown" || !t.has(key)) return null;
	// Keys of a message's choices have no hyphens.
	return t(key, { share: text, count, label, bucket: bucket.replaceAll("-", "_") });
}

/** `The typical host has 65–128 GiB of memory`: the bucket of the host in the middle. Null where hosts have no such order. */
export function typicalHost(statistic: Statistic, { rows }: Distribution, language: Language): string | null {
	const t = translateOnServer(language);
	const key = `typical.${statistic.slug as SlugWithTypical}` as const;
	if (!statistic.order || !t.has(key)) return null;
	const ordered = inNaturalOrder(rows, statistic.order).filter(({ bucket }) => statistic.order?.includes(bucket));
	const half = ordered.reduce((sum, { hosts }) => sum + hosts, 0) / 2;
	let below = 0;
	for (const { bucket, label, hosts } of ordered) {
		below += hosts;
		if (hosts > 0 && below >= half) return t(key, { label, bucket });
	}
	return null;
}

/** Capitalises the first letter of a sentence. */
export function asSentence(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Such as 3 of 4, if the share is within one point of it. */
export function fractionNear(percent: number): Fraction | null {
	return fractions.find(({ part, of }) => Math.abs((part / of) * 100 - percent) <= 1) ?? null;
}

export type Fraction = (typeof fractions)[number];

const fractions = [
	{ name: "half", part: 1, of: 2 },
	{ name: "third", part: 1, of: 3 },
	{ name: "twoThirds", part: 2, of: 3 },
	{ name: "quarter", part: 1, of: 4 },
	{ name: "threeQuarters", part: 3, of: 4 },
	{ name: "fifth", part: 1, of: 5 },
	{ name: "tenth", part: 1, of: 10 },
] as const;

const mostMin = 50;
const mostMax = 95;

/** For people who read a page's first lines: `a third of hosts (33%)`, `most hosts (55%)`, `1 of 3 hosts`, `97% of hosts`. */
export function shareInWords(
	{ percent, total }: { percent: number; total: number },
	base: { hosts: number; total: number },
	unit: Unit,
	language: Language,
): Amount {
	const t = translate(language);
	if (base.total < countedMax && Number.isInteger(base.total)) {
		const whole = t(`ofAmount.${unit}`, { count: base.total, text: formatNumber(base.total, language) });
		return { text: t("lead.counted", { part: formatNumber(total, language), whole }), count: total };
	}
	const support = supportOf(base, unit);
	const exact = formatShareOf(percent, support, language);
	const fraction = fractionNear(percent);
	const part = fraction?.name ?? (percent > mostMin && percent <= mostMax ? "most" : null);
	if (!part) return shareAmount(percent, support, unit, language);
	const oneOfTen = `lead.tenth.${unit as keyof typeof charts.lead.tenth}` as const;
	if (part === "tenth" && t.has(oneOfTen)) return { text: t(oneOfTen, { percent: exact }), count: 1 };
	return { text: t(`lead.part.${part}`, { of: t(`lead.of.${unit}`), percent: exact }), count: several };
}
