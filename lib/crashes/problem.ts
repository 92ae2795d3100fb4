/** What the page of one problem shows. */
import { type Day, daysThrough, earlier, later, plusDays } from "#lib/day";
import { compareKernels } from "#lib/facts/software/kernel";
import {
	type CrashDetails,
	type CrashShare,
	crashCourses,
	crashShares,
	crashVersions,
	lastCrashDay,
	publishedProblem,
} from "#lib/store/crash-pages";
import { fewestHosts, fewestReports } from "#lib/store/crashes";

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

function monthsOf(
	reports: ReadonlyMap<Day, number>,
	{ from, through }: { from: Day; through: Day },
): { month: Day; reports: number }[] {
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
