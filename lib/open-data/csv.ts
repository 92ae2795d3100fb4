/**
 * Distributions, series and comparisons as CSV (RFC 4180): one row per bucket and day, dates in ISO form. The byte order mark tells a
 * spreadsheet that the text is UTF-8; a cell that could be taken for a formula begins with an apostrophe.
 */
import { stringify } from "csv-stringify/sync";
import { percentIn } from "#lib/series/amounts";
import type { Comparison } from "#lib/series/comparison";
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
			"interval_low",
			"interval_high",
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
			row.interval?.[0] ?? null,
			row.interval?.[1] ?? null,
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
				const percent = part === null || whole === null ? null : percentIn(part, whole, unit);
				return [day, product, slug, bucket, label, hosts[i] ?? null, part, percent, base.hosts[i] ?? null, whole];
			}),
		),
	);
}

/** One row per bucket. Numbers that are not shown are empty cells. */
export function comparisonCsv({ statistic, a, b, rows }: Comparison): string {
	const sides = [
		["a", a],
		["b", b],
	] as const;
	return csv(
		[
			...["statistic", "bucket", "label"],
			...sides.flatMap(([name]) =>
				["date", "product", "hosts", "total", "percent", "base_hosts", "base_total"].map((one) => `${name}_${one}`),
			),
			...["points", "interval_low", "interval_high", "certain"],
		],
		rows.map((row) => [
			...[statistic.slug, row.bucket, row.label],
			...sides.flatMap(([name, { date, product, base }]) => {
				const { hosts = null, total = null, percent = null } = row[name] ?? {};
				return [date, product, hosts, total, percent, base.hosts, base.total];
			}),
			...[row.points, row.interval?.[0] ?? null, row.interval?.[1] ?? null, String(row.certain)],
		]),
	);
}

function csv(columns: readonly string[], rows: readonly Cell[][]): string {
	return stringify([[...columns], ...rows.map((row) => [...row])], {
		bom: true,
		record_delimiter: "windows",
		escape_formulas: true,
	});
}
