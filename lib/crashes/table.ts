/** The table of problems that the page of crashes shows. */
import { crashList } from "#lib/address/addresses";
import { type QueryParts, type Values, write } from "#lib/address/query";
import type { CrashSort } from "#lib/address/values";
import { type Day, daysThrough, earlier, plusDays } from "#lib/day";
import { defaultLanguage } from "#lib/language";
import { crashCourses, crashProblems, crashReleases, lastCrashDay } from "#lib/store/crash-pages";
import type { CountedProblem } from "#lib/store/crashes";

/** Days of the small lines. Few crashes happen on one day: a point is the sum of some. */
const courseDays = 90;
const daysOfPoint = 5;
/** Rows of the table. */
const rowsMax = 500;

export type CrashFilters = Values<typeof crashList>;

export interface CrashRow extends CountedProblem {
	/** Reports of each five of the last 90 days, as parts of the most in five of them: 0 to 1. */
	course: readonly number[];
}

export interface CrashTable {
	rows: readonly CrashRow[];
	/** How many there are; the table has the first ones. */
	total: number;
	/** Problems of too few hosts; `null` beside filters, which would tell of them. */
	others: { problems: number; reports: number } | null;
	filters: CrashFilters;
	/** What filters can be, each in order. */
	choices: { type: readonly string[]; component: readonly string[]; release: readonly string[] };
	through: Day;
}

/** Problems as of a day; `null` before the first crashes are published. */
export async function crashTable(day: Day, filters: CrashFilters): Promise<CrashTable | null> {
	const last = await lastCrashDay();
	if (!last) return null;
	const through = earlier(day, last);
	const { type, component, release, sort } = filters;
	const [all, releases, unfiltered] = await Promise.all([
		crashProblems(through, release),
		crashReleases(through),
		release === null ? null : crashProblems(through, null),
	]);
	const found = all.problems
		.filter((one) => (type === null || one.type === type) && (component === null || one.component === component))
		.sort(orders[sort]);
	const shown = found.slice(0, rowsMax);
	const from = plusDays(through, 1 - courseDays);
	const courses = await crashCourses(
		shown.map(({ bthash }) => bthash),
		{ from, through },
		release,
	);
	const known = (unfiltered ?? all).problems;
	const isFiltered = type !== null || component !== null || release !== null;
	return {
		rows: shown.map((one) => ({ ...one, course: courseOf(courses.get(one.bthash), { from, through }) })),
		total: found.length,
		others: isFiltered ? null : all.others,
		filters,
		choices: {
			type: [...new Set(known.map((one) => one.type))].sort(),
			component: [...new Set(known.map((one) => one.component))].sort(),
			release: releases,
		},
		through,
	};
}

const byText = (one: string | null, other: string | null) =>
	(one ?? "\uffff").localeCompare(other ?? "\uffff", defaultLanguage);

/** Numbers and days from high to low, texts from A to Z; the most frequent first where they are equal. */
const orders: Readonly<Record<CrashSort, (one: CountedProblem, other: CountedProblem) => number>> = {
	reports: byReports,
	hosts: (one, other) => other.hosts - one.hosts || byReports(one, other),
	first: (one, other) => byText(other.firstDay, one.firstDay) || byReports(one, other),
	last: (one, other) => byText(other.lastDay, one.lastDay) || byReports(one, other),
	component: (one, other) => byText(one.component, other.component) || byReports(one, other),
	function: (one, other) => byText(one.function, other.function) || byReports(one, other),
	bug: (one, other) => byText(one.bug, other.bug) || byReports(one, other),
};

function byReports(one: CountedProblem, other: CountedProblem): number {
	return other.reports - one.reports || byText(one.bthash, other.bthash);
}

/** The parameters of a table's address that differ from the defaults. */
export function crashParameters(filters: Partial<CrashFilters>): QueryParts {
	return write(crashList, filters);
}

interface Range {
	from: Day;
	through: Day;
}

function courseOf(reports: ReadonlyMap<Day, number> | undefined, { from, through }: Range): number[] {
	const sums: number[] = [];
	for (const [place, day] of daysThrough(from, through).entries()) {
		const point = Math.floor(place / daysOfPoint);
		sums[point] = (sums[point] ?? 0) + (reports?.get(day) ?? 0);
	}
	const most = Math.max(1, ...sums);
	return sums.map((count) => count / most);
}
