/**
 * Distributions and series as CSV (RFC 4180): one row per bucket and day, dates in ISO form. The byte order mark tells a
 * spreadsheet that the text is UTF-8; a cell that could be taken for a formula begins with an apostrophe.
 */
import { stringify } from "csv-stringify/sync";
import { fromUnit, percentOf } from "#lib/series/amounts";
import type { Distribution } from "#lib/series/distribution";
import type { Series } from "#lib/series/series";

type Cell = string | number | null;

export function distributionCsv({ product, statistic, date, base, rows }: Distribution): string {
	return csv(
		[
			"date",
			"product",
			"statistic",
			"bucket",
			"label",
			"hosts",
			"total",
			"percent",
			"merged",
			"base_hosts",
			"base_total",
		],
		rows.map((row) => [
			date,
			product,
			statistic.slug,
			row.bucket,
			row.label,
			row.hosts,
			row.total,
			row.percent,
			row.merged ?? null,
			base.hosts,
			base.total,
		]),
	);
}

/** A day that was never published has empty cells. */
export function seriesCsv({ product, statistic, days, base, series }: Series): string {
	const { slug, unit } = statistic;
	return csv(
		["date", "product", "statistic", "bucket", "label", "hosts", "total", "percent", "base_hosts", "base_total"],
		series.flatMap(({ bucket, label, hosts, total }) =>
			days.map((day, i) => {
				const part = total[i] ?? null;
				const whole = base.total[i] ?? null;
				const percent = part === null || whole === null ? null : percentOf(fromUnit(part, unit), fromUnit(whole, unit));
				return [day, product, slug, bucket, label, hosts[i] ?? null, part, percent, base.hosts[i] ?? null, whole];
			}),
		),
	);
}

function csv(columns: readonly string[], rows: readonly Cell[][]): string {
	return stringify([[...columns], ...rows.map((row) => [...row])], {
		bom: true,
		record_delimiter: "windows",
		escape_formulas: true,
	});
}
