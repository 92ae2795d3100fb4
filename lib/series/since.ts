/** How the shares of a day changed since an earlier one, with their intervals: for tables. */
import type { Day } from "#lib/day";
import { type CountedRow, changeBetween, shareOfRow } from "#lib/questions/differences";
import { twoDecimals } from "#lib/questions/intervals";
import { percentOf } from "./amounts";
import type { Distribution, DistributionRow } from "./distribution";

export interface ShareChange {
	/** In percentage points. */
	points: number;
	/** 95 % of the points; `null` where the sums are missing from which it is computed. */
	interval: [low: number, high: number] | null;
	/** 0 is outside the interval. */
	certain: boolean;
}

export interface ChangesSince {
	day: Day;
	/** Hosts of the smaller base: they decide how many digits a change has. */
	baseHosts: number;
	/** `null` where the row may have been merged on the earlier day. A row that was not there is a change from 0. */
	of(row: Pick<DistributionRow, "bucket" | "percent">): ShareChange | null;
}

interface PublishedRow extends CountedRow {
	day: Day;
	bucket: string;
	merged: number | null;
}

const nothing: CountedRow = { hosts: 0, total: 0, squares: 0, products: 0 };

/** `rows` are those of both days, the bases (bucket `""`) among them. Counted in hosts or units as `now` is. */
export function changesSince(
	{ statistic: { unit }, date }: Pick<Distribution, "statistic" | "date">,
	day: Day,
	rows: readonly PublishedRow[],
): ChangesSince {
	const counted = (row: PublishedRow): CountedRow => (unit === "hosts" ? { ...row, total: row.hosts } : row);
	const on = (one: Day) => new Map(rows.filter((row) => row.day === one).map((row) => [row.bucket, counted(row)]));
	const [before, now] = [on(day), on(date)];
	const [baseBefore, baseNow] = [before.get("") ?? nothing, now.get("") ?? nothing];
	const hasMerged = rows.some(({ merged }) => merged);
	return {
		day,
		baseHosts: Math.min(baseBefore.hosts, baseNow.hosts),
		of({ bucket, percent }) {
			const [a, b] = [before.get(bucket) ?? (hasMerged ? null : nothing), now.get(bucket)];
			if (baseBefore.hosts === 0 || !a || !b || (bucket === "other" && hasMerged)) return null;
			return {
				points: twoDecimals(percent - percentOf(a.total, baseBefore.total)),
				...changeBetween(shareOfRow(unit, baseBefore, a), shareOfRow(unit, baseNow, b)),
			};
		},
	};
}
