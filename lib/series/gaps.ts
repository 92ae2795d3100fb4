/** Days on which a line says little: while the first window fills up, when hardly any reports came, and when nothing is known. */
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { countsEvents, isObserved, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { fullFrom } from "./change";
import type { LineSpec, Period } from "./chart-spec";
import { periodText } from "./periods";
import type { Column, QuietTime, Series } from "./series";

type Shades = NonNullable<LineSpec["shades"]>;

/** Of more gaps than this the first are named. */
const namedMax = 3;
/** With more gaps, what is drawn are points. */
const gapsMax = 12;

/** Places count from the first day. The notes explain what is shaded. */
export function shadesOf(
	history: Series,
	statistic: Statistic,
	language: Language,
): { shades: Shades; notes: string[] } {
	const { days } = history;
	const t = translate(language);
	const textOf = ({ from, to }: Period) => {
		const [first, last] = [days[from], days[to]];
		return first && last ? periodText(first, last, language) : "";
	};
	const filling: Shades = [];
	const full = statistic.over === "window" && days.length > 1 ? fullFrom(history) : 0;
	const lastFilling = days[full - 1];
	if (lastFilling) {
		const date = formatDay(lastFilling, language);
		filling.push({ from: 0, to: full - 1, title: t("chart.filling", { date }) });
	}
	const gaps = (say: (days: string) => string, periods: readonly Period[]) => ({
		shades: periods.map((period) => ({ ...period, title: say(textOf(period)) })),
		notes: periods.length > 0 ? [say(namedOf(periods.map(textOf), t("sentence.others")))] : [],
	});
	// What counts reports shows by itself that few came.
	const times = (statistic.over === "window" && history.quiet) || [];
	const quiet = [...new Set(times.map(({ only }) => only))].map((only) =>
		gaps(
			(days) =>
				only === undefined
					? t("chart.quiet", { days })
					: translateOnServer(language)("chartNote.quietOnly", { product: only, days }),
			times.filter((time) => time.only === only).flatMap((time) => periodIn(days, time)),
		),
	);
	const unknown = gaps(
		(days) => t("chart.unknown", { days }),
		isObserved(statistic) && !countsEvents(statistic) ? [] : unknownPeriods(history),
	);
	const all = [...quiet, unknown];
	return {
		shades: [...filling, ...all.flatMap(({ shades }) => shades)],
		notes: [...filling.map(({ title }) => title), ...all.flatMap(({ notes }) => notes)],
	};
}

function namedOf(texts: readonly string[], others: string): string {
	const named = texts.length > namedMax + 1 ? [...texts.slice(0, namedMax), others] : texts;
	return named.join(", ");
}

function periodIn(days: readonly Day[], { from, to }: QuietTime): Period[] {
	const [first, last] = [days.findIndex((day) => day >= from), days.findLastIndex((day) => day <= to)];
	return first >= 0 && first <= last ? [{ from: first, to: last }] : [];
}

/** Of several products in one chart: when hardly any reports came at all, and when those of one product alone stayed away. */
export function quietTogether(
	days: readonly Day[],
	ofProducts: readonly { name: string; quiet: readonly QuietTime[] }[],
): QuietTime[] {
	const isQuiet = ofProducts.map(({ quiet }) =>
		days.map((day) => quiet.some(({ from, to }) => from <= day && day <= to)),
	);
	const isSilent = days.map((_, place) => isQuiet.every((of) => of[place]));
	const timesOf = (flags: readonly boolean[], only?: string): QuietTime[] =>
		runsOf(flags).flatMap(({ from, to }) => {
			const [first, last] = [days[from], days[to]];
			return first && last ? [{ from: first, to: last, ...(only === undefined ? {} : { only }) }] : [];
		});
	return [
		...timesOf(isSilent),
		...ofProducts.flatMap(({ name }, i) =>
			timesOf(
				days.map((_, place) => !isSilent[place] && isQuiet[i]?.[place] === true),
				name,
			),
		),
	];
}

/** Between days that are known. */
function unknownPeriods({ base: { total } }: Series): Period[] {
	const known = (value: number | null) => value !== null;
	const [first, last] = [total.findIndex(known), total.findLastIndex(known)];
	const periods = runsOf(total.map((value, place) => value === null && place > first && place < last));
	return first < 0 || periods.length > gapsMax ? [] : periods;
}

function runsOf(flags: readonly boolean[]): Period[] {
	const runs: Period[] = [];
	for (const [place, is] of flags.entries()) {
		const run = runs.at(-1);
		if (is && run?.to === place - 1) run.to = place;
		else if (is) runs.push({ from: place, to: place });
	}
	return runs;
}

/** Reports on the same weekday before: fewer than this a day may be missing by chance. */
const usualMin = 20;
const [weeksBefore, weeksBack] = [4, 8];
/** Of what is usual. */
const quietShare = 0.1;

/**
 * Two days and more on which fewer than a tenth of the reports came that are usual on their weekdays. On some weekdays hosts
 * have nothing to send: these neither begin nor end such a time.
 */
export function quietTimes(reports: Column): Period[] {
	const isQuiet: boolean[] = [];
	const usual = (place: number) => {
		const before = Array.from({ length: weeksBack }, (_, i) => place - 7 * (i + 1))
			.filter((one) => one >= 0 && !isQuiet[one])
			.slice(0, weeksBefore)
			.map((one) => reports[one] ?? 0)
			.sort((a, b) => a - b);
		return before.length < 2 ? 0 : (before[Math.floor(before.length / 2)] ?? 0);
	};
	const isSilent: boolean[] = [];
	for (const [place, count] of reports.entries()) {
		const expected = usual(place);
		isQuiet.push(expected >= usualMin && (count ?? 0) < expected * quietShare);
		isSilent.push(expected < usualMin && (count ?? 0) < usualMin * quietShare);
	}
	const times: Period[] = [];
	for (const run of runsOf(isQuiet)) {
		const before = times.at(-1);
		const isSame = before && isSilent.slice(before.to + 1, run.from).every(Boolean);
		if (isSame) before.to = run.to;
		else times.push({ ...run });
	}
	return times.filter(({ from, to }) => to > from);
}
