/** Repairs what a clock that ran ahead has published: days that are not over, from reports that have no such day. */
import type { Pool, PoolClient } from "pg";
import { type Day, dayOf, plusDays } from "#lib/day";
import type { Statistic } from "#lib/statistics/statistic";
import { publicationState, withdrawDays } from "#lib/store/publication";
import { futureReports, redateReports } from "#lib/store/redate";
import { holdBackReports, inTransactionOf, locks, withSessionLock } from "#lib/store/sql";
import { countingMethod } from "./counting-method";
import type { DueDays } from "./due";

export interface Future {
	/** Published days that are not over. */
	days: DueDays | null;
	/** Reports that are dated later than now, and their hosts. */
	reports: number;
	hosts: number;
}

/** What the clock says is still to come. */
export async function publishedFuture(db: Pool | PoolClient, now: Date): Promise<Future> {
	const yesterday = plusDays(dayOf(now), -1);
	const state = await publicationState(db);
	const { reports, hosts } = await futureReports(db, now);
	const { firstDay, lastDay } = state ?? {};
	const isAhead = firstDay && lastDay && lastDay > yesterday;
	return { days: isAhead ? { from: firstAfter(firstDay, yesterday), through: lastDay } : null, reports, hosts };
}

function firstAfter(firstDay: Day, yesterday: Day): Day {
	return firstDay > yesterday ? firstDay : plusDays(yesterday, 1);
}

/** What the operator must know of it; `null` when nothing is of the future. */
export function futureText({ days, reports, hosts }: Future): string | null {
	const what = [
		...(days ? [`days are published through ${days.through}`] : []),
		...(reports > 0 ? [`${reports} reports of ${hosts} hosts are dated later than now`] : []),
	];
	if (what.length === 0) return null;
	return `${what.join(", and ")}: if the clock is right now, run npm run stats -- withdraw`;
}

/** Withdraws published days that are not over and dates reports of the future `now`. The days will be published in time. */
export async function withdrawFuture(pool: Pool, statistics: readonly Statistic[], now: Date): Promise<Future> {
	const yesterday = plusDays(dayOf(now), -1);
	return withSessionLock(pool, locks.publishing, (db) =>
		inTransactionOf(db, async () => {
			await holdBackReports(db);
			const future = await publishedFuture(db, now);
			if (future.reports > 0) await redateReports(db, now, statistics);
			if (future.days) await withdrawDays(db, yesterday, { method: countingMethod(statistics), at: now });
			return future;
		}),
	);
}
