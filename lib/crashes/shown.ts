/** What the pages about crashes show: the table of problems, and one problem. */
import { crashList } from "#lib/address/addresses";
import { type QueryParts, type Values, write } from "#lib/address/query";
import type { CrashSort } from "#lib/address/values";
import { type Day, daysThrough, earlier, later, plusDays } from "#lib/day";
import { compareKernels } from "#lib/facts/software/kernel";
import { defaultLanguage } from "#lib/language";
import {
	type CrashDetails,
	type CrashShare,
	crashCourses,
	crashProblems,
	crashReleases,
	crashShares,
	crashVersions,
	lastCrashDay,
	publishedProblem,
} from "#lib/store/crash-pages";
import { type CountedProblem, fewestHosts, fewestReports } from "#lib/store/crashes";

/** Days of the small lines. */
const courseDays = 90;
/** Rows of the table. */
const rowsMax = 500;

export type CrashFilters = Values<typeof crashList>;

export interface CrashRow extends CountedProblem {
	/** Reports of each of the last days, as parts of the most on one of them: 0 to 1. */
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
	const all = daysThrough(from, through).map((day) => reports?.get(day) ?? 0);
	const most = Math.max(1, ...all);
	return all.map((count) => count / most);
}

export interface CrashPage {
	problem: CrashDetails;
	/** Reports by month, the first one first; months without any between them, too. */
	months: readonly { month: Day; reports: number }[];
	shares: Readonly<Record<CrashShare["by"], readonly { name: string; reports: number; percent: number }[]>>;
	/** The newest version with this problem, and the next one of which crashes are known, but not this one. */
	lastVersion: string | null;
	versionWithout: string | null;
	through: Day;
}

/** A problem as of a day; `null` where it is not published. */
export async function crashPage(bthash: string, day: Day | null): Promise<CrashPage | null> {
	const last = await lastCrashDay();
	const problem = await publishedProblem(bthash, day);
	if (!problem || !last) return null;
	const through = day ? earlier(day, last) : last;
	const [courses, shares, versions] = await Promise.all([
		crashCourses([bthash], { from: problem.firstDay, through }),
		crashShares(bthash, through),
		crashVersions(problem.component, through),
	]);
	const own = shares.filter(({ by, name }) => by === "version" && name !== "").map(({ name }) => name);
	const lastVersion = own.sort(compareKernels).at(-1) ?? null;
	const newer = lastVersion ? versions.filter((one) => compareKernels(one, lastVersion) > 0) : [];
	return {
		problem,
		months: monthsOf(courses.get(bthash) ?? new Map(), { from: problem.firstDay, through }),
		shares: {
			osRelease: mergedShares(shares, "osRelease"),
			kernelBranch: mergedShares(shares, "kernelBranch"),
			version: mergedShares(shares, "version"),
		},
		lastVersion,
		versionWithout: newer.sort(compareKernels)[0] ?? null,
		through,
	};
}

const firstOf = (day: Day) => `${day.slice(0, 7)}-01` as Day;

function monthsOf(reports: ReadonlyMap<Day, number>, { from, through }: Range): { month: Day; reports: number }[] {
	const sums = new Map<Day, number>();
	// Of years, the last two.
	const start = later(firstOf(from), plusDays(firstOf(through), -730));
	for (const day of daysThrough(start, through)) {
		const month = firstOf(day);
		sums.set(month, (sums.get(month) ?? 0) + (reports.get(day) ?? 0));
	}
	return [...sums].map(([month, count]) => ({ month, reports: count }));
}

/** What too few hosts have is merged. */
function mergedShares(shares: readonly CrashShare[], by: CrashShare["by"]) {
	const own = shares.filter((one) => one.by === by && one.name !== "");
	const total = own.reduce((sum, { reports }) => sum + reports, 0);
	const isNamed = ({ name, hosts, reports }: CrashShare) =>
		name !== "other" && hosts >= fewestHosts && reports >= fewestReports;
	const named = own.filter(isNamed).map(({ name, reports }) => ({ name, reports }));
	const rest = total - named.reduce((sum, { reports }) => sum + reports, 0);
	return [...named, ...(rest > 0 ? [{ name: "other", reports: rest }] : [])].map((one) => ({
		...one,
		percent: (one.reports / total) * 100,
	}));
}
