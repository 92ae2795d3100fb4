/** What is stored about a host, for a person: in the words of the site, and which of it is true now. */
import { hrefOf, statisticPath } from "#lib/address/links";
import { type Day, dayOf, plusDays } from "#lib/day";
import { type SectionName, sectionNames } from "#lib/facts/sections";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import { type NamedValue, type ShownFacts, shownFacts, valueWords } from "#lib/privacy/shown-facts";
import { windowDays } from "#lib/product";
import { countedIn } from "#lib/series/captions";
import { statistics } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import type { Statistic } from "#lib/statistics/statistic";
import type { KeptHost } from "#lib/store/one-host";
import { names, translate } from "#lib/text/index";

export interface ShownHost {
	/** Identifies the host within the page. */
	id: string;
	product: string;
	/** For how many days a report counts. */
	windowDays: number;
	about: NamedValue[];
	sections: ShownSection[];
	/** The statistics in which the host counts now. */
	statistics: ShownStatistic[];
	/** How many earlier counts are stored beside those. */
	earlierCounts: number;
	/** Names that no rule recognises. */
	unmatched: NamedValue[];
}

export interface ShownSection {
	name: string;
	/** The days on which it is known. */
	known: string;
	/** The first day of its facts; `null` if none are stored any more. */
	since: string | null;
	facts: ShownFacts;
}

export interface ShownStatistic {
	title: string;
	href: string;
	counts: { label: string; since: string }[];
}

/** Whether the section is known on the day: for `activity`, whether the host counts at all. */
export function isKnown({ spans }: Pick<KeptHost, "spans">, section: string, day: Day): boolean {
	return spans.some((span) => span.section === section && span.since <= day && day < span.until);
}

export function shownHost(host: KeptHost, now: Date, language: Language): ShownHost {
	const today = dayOf(now);
	const counting = (host.isCounted ? statistics : []).flatMap((statistic) => {
		const shown = shownStatistic(host, statistic, today, language);
		return shown.counts.length > 0 ? [shown] : [];
	});
	return {
		id: host.product,
		product: translate(language)(`product.${host.product}`),
		windowDays: windowDays[host.product],
		about: aboutHost(host, today, language),
		sections: sectionNames.flatMap((section) => shownSection(host, section, language)),
		statistics: counting,
		earlierCounts: host.memberships.filter(({ until }) => until !== null && until <= today).length,
		unmatched: host.unmatched.map(({ rule, digest, text }) => ({
			name: translate(language)(`myHost.rule.${rule}`),
			value: text ?? digest,
		})),
	};
}

function aboutHost(host: KeptHost, today: Day, language: Language): NamedValue[] {
	const t = translate(language);
	const days = windowDays[host.product];
	const activity = host.versions.findLast(({ section }) => section === "activity")?.facts as { country: string };
	const at = host.lastAt.toISOString();
	const values = {
		id: host.id,
		network: host.network,
		first: formatDay(host.firstDay, language),
		last: `${formatDay(dayOf(host.lastAt), language)}, ${at.slice(11, 16)} UTC`,
		reports: formatNumber(host.reports.length, language),
		active: t(isKnown(host, "activity", today) ? "myHost.active" : "myHost.inactive", { days: `${days}` }),
		counted: host.isCounted ? null : t("myHost.notCounted"),
		country: valueWords("activity.country", activity?.country, language),
	};
	return (["first", "last", "reports", "active", "counted", "country", "network", "id"] as const).flatMap((name) => {
		const value = values[name];
		return value === null ? [] : [{ name: t(`myHost.about.${name}`), value }];
	});
}

function shownSection(host: KeptHost, section: SectionName, language: Language): ShownSection[] {
	const spans = host.spans.filter((span) => span.section === section);
	if (spans.length === 0) return [];
	const latest = host.versions.findLast((version) => version.section === section);
	return [
		{
			name: names(language).reports.sections[section],
			known: spans
				.map(({ since, until }) =>
					[since, plusDays(until, -1)].map((day) => formatDay(day, language, "short")).join(" – "),
				)
				.join("; "),
			since: latest ? formatDay(latest.since, language) : null,
			facts: latest ? shownFacts(section, latest.facts, language) : { values: [], lists: [] },
		},
	];
}

function shownStatistic(host: KeptHost, statistic: Statistic, today: Day, language: Language): ShownStatistic {
	const counts = host.memberships.filter(
		({ statistic: slug, bucket, since, until }) =>
			slug === statistic.slug && bucket !== "" && since <= today && (until === null || today < until),
	);
	const isCounted = statistic.over !== "window" || isKnown(host, statistic.section, today);
	return {
		title: titleOf(statistic, language),
		href: hrefOf({ language, product: host.product, day: null }, statisticPath(statistic)),
		counts: (isCounted ? counts : []).map(({ bucket, label, amount, since }) => ({
			label: countedIn(statistic, { bucket, amount, label: label ?? undefined }, language),
			since: formatDay(since, language),
		})),
	};
}
