/** The order in which buckets are listed: that of their sizes where they have one, else as they come. */
import type { Statistic } from "#lib/statistics/statistic";

export function inNaturalOrder<T extends { bucket: string }>(
	rows: readonly T[],
	order: Statistic["order"],
): readonly T[] {
	if (!order) return rows;
	const place = ({ bucket }: T) => (order.includes(bucket) ? order.indexOf(bucket) : order.length);
	return [...rows].sort((a, b) => place(a) - place(b));
}
