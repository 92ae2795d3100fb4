/**
 * Facts are kept for a time only, memberships for ever. Memberships change on the days of reports and on no others; so
 * what a report counted for, whose facts are gone, is what the host's memberships say of its day.
 */
import type { Day } from "#lib/day";
import type { Counted } from "#lib/statistics/statistic";
import type { Membership } from "./state";

/** Buckets and amounts of one statistic that held on the day. */
export function heldOn(told: readonly Membership[], statistic: string, day: Day): ReadonlyMap<string, Counted> {
	return new Map(
		told
			.filter((row) => row.statistic === statistic && row.since <= day && (row.until === null || row.until > day))
			.map(({ bucket, amount }) => [bucket, { bucket, amount }]),
	);
}
