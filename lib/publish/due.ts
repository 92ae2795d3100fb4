/** Which days a publishing has to compute: whole days without gaps, none twice for nothing. */
import { type Day, daysBetween, earlier, later, plusDays } from "#lib/day";
import { OperatorError } from "#lib/operator-error";
import { windowDays } from "#lib/product";

export interface PublicationState {
	/** Days published so far; `null` before the first publishing. */
	firstDay: Day | null;
	lastDay: Day | null;
	/** The first day that late reports, or a publishing that died, made due again. */
	dueAgain: Day | null;
	/** The first day of any report. */
	firstReportDay: Day | null;
	/** Days before are not published: only a simulated fleet has been reporting for a while by then. */
	historyFrom: Day | null;
	/** Days with reports from `silenceDaysMax` before the last published one on; empty before the first publishing. */
	reportDays: readonly Day[];
}

export interface DueDays {
	from: Day;
	through: Day;
}

/**
 * The days to compute, or `null` when there are none. `from` and `through` narrow or widen the default, which is from the
 * first due day through yesterday. Throws an `OperatorError` for a range that would leave a gap or
 * publish a day that is not over.
 */
export function dueDays(
	state: PublicationState,
	yesterday: Day,
	asked: { from?: Day; through?: Day } = {},
): DueDays | null {
	if (asked.through && asked.through > yesterday) {
		throw new OperatorError(`--through ${asked.through} is not over yet: the last whole day (UTC) is ${yesterday}`);
	}
	if (asked.from && asked.through && asked.from > asked.through) {
		throw new OperatorError(`--from ${asked.from} is after --through ${asked.through}`);
	}
	const first = [state.firstDay, state.firstReportDay].filter((day) => day !== null).sort()[0];
	if (!first) return null;
	const start = later(first, state.historyFrom ?? first);
	const afterLast = state.lastDay ? plusDays(state.lastDay, 1) : start;
	const due = [afterLast, state.dueAgain, state.firstDay && start < state.firstDay ? start : null]
		.filter((day) => day !== null)
		.reduce((a, b) => earlier(a, b));
	const next = later(start, due);
	if (asked.from && asked.from > next) {
		throw new OperatorError(`--from ${asked.from} would leave a gap: the next due day is ${next}`);
	}
	const from = asked.from ? later(asked.from, start) : next;
	const through = asked.through ?? yesterday;
	return from > through ? null : { from, through };
}

/**
 * After so many days without any report nobody knows whether all hosts are silent or the clock is wrong. There is nothing to
 * lose in waiting: by then no host of OpenVZ 7 counts any more.
 */
export const silenceDaysMax = windowDays.openvz7;

/**
 * Splits off the days that a wrong clock may have made due: those far after the last published day and the last report. What
 * happens unattended believes no report that came after a silence either, since the same clock dated it. Where the last
 * published day was silent already, as with an old archive, there is nothing to doubt.
 */
export function withoutDoubtful(
	due: DueDays,
	{ lastDay, reportDays }: Pick<PublicationState, "lastDay" | "reportDays">,
	{ isUnattended }: { isUnattended: boolean },
): { days: DueDays | null; doubtful: DueDays | null } {
	if (lastDay === null || !reportDays.some((day) => day <= lastDay)) return { days: due, doubtful: null };
	const credible = reportDays
		.filter((day) => day <= due.through)
		.reduce((last, day) => (!isUnattended || day <= plusDays(last, silenceDaysMax) ? later(last, day) : last), lastDay);
	if (due.through <= plusDays(credible, silenceDaysMax)) return { days: due, doubtful: null };
	const doubtful = { from: later(due.from, plusDays(credible, 1)), through: due.through };
	return { days: due.from <= credible ? { from: due.from, through: credible } : null, doubtful };
}

/** What the operator must know of them. */
export function doubtfulText({ from, through }: DueDays): string {
	return (
		`${from} through ${through} are not published: no report came for more than ${silenceDaysMax} days, or the clock is ` +
		`wrong. If it is right, run npm run stats -- publish --through ${through}`
	);
}

/** The days in pieces, so that long work can show progress and keep its memory. */
export function inPieces({ from, through }: DueDays, daysMax: number): DueDays[] {
	const pieces: DueDays[] = [];
	for (let start = from; start <= through; start = plusDays(start, daysMax)) {
		pieces.push({ from: start, through: earlier(plusDays(start, daysMax - 1), through) });
	}
	return pieces;
}

export function daysIn({ from, through }: DueDays): number {
	return daysBetween(from, through) + 1;
}
