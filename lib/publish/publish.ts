/**
 * Publishing: memberships become the daily rows of every due day. Readers keep the published rows until the new ones are
 * complete; then all change at once. One publisher at a time; interrupted, the days stay due.
 */
import type { Pool } from "pg";
import { type Day, dayOf, plusDays } from "#lib/day";
import type { Statistic } from "#lib/statistics/statistic";
import { claimDays, finishDays } from "#lib/store/publication";
import { locks, withSessionLock } from "#lib/store/sql";
import { createStage, stageDays } from "#lib/store/stage-rows";
import { tallyNewStatistics } from "#lib/store/tally-facts";
import { countingMethod } from "./counting-method";
import { type DueDays, daysIn, dueDays, inPieces, withoutDoubtful } from "./due";

/** Each piece reads all memberships once: larger ones read less often, smaller ones need less memory. */
const daysPerPiece = 92;

export interface PublishOptions {
	from?: Day;
	through?: Day;
	/** The clock: what counts as yesterday. */
	now: Date;
	/** Nobody watches: reports that came after a silence are not believed. */
	isUnattended?: boolean;
	onProgress?(daysDone: number, daysTotal: number): void;
}

export interface PublishResult {
	days: DueDays | null;
	/** Due, but not published: the clock may be wrong. */
	doubtful: DueDays | null;
	rows: number;
}

/**
 * Publishes the due days. Throws an `OperatorError` for a refused range; waits while another process publishes. Returns
 * `days: null` when nothing was due.
 */
export async function publish(
	pool: Pool,
	statistics: readonly Statistic[],
	{ from, through, now, isUnattended = false, onProgress }: PublishOptions,
): Promise<PublishResult> {
	const yesterday = plusDays(dayOf(now), -1);
	return withSessionLock(pool, locks.publishing, async (db) => {
		await tallyNewStatistics(db, statistics);
		let doubtful: DueDays | null = null;
		const days = await claimDays(db, (state) => {
			const due = dueDays(state, yesterday, { from, through });
			// Whoever names the last day knows how late it is.
			if (!due || through) return due;
			const split = withoutDoubtful(due, state, { isUnattended });
			doubtful = split.doubtful;
			return split.days;
		});
		if (!days) return { days, doubtful, rows: 0 };
		await createStage(db, statistics);
		let done = 0;
		for (const piece of inPieces(days, daysPerPiece)) {
			await stageDays(db, piece);
			done += daysIn(piece);
			onProgress?.(done, daysIn(days));
		}
		return { days, doubtful, rows: await finishDays(db, days, { method: countingMethod(statistics), at: now }) };
	});
}
