import { formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import type { Cross } from "#lib/schemas/questions";
import { coloursOf } from "#lib/series/palette";
import type { Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	cross: Cross;
	caption: string;
	language: Language;
}

/** Rows by columns, each cell shaded by its share of the row's hosts. */
export function HeatTable({ cross, caption, language }: Props) {
	const { rows, cells, columns } = gridOf(cross);
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: by keyboard, a region that scrolls is reached by its own stop.
		<section className="scrolling" tabIndex={0} aria-label={caption}>
			<table className="heat">
				<caption>{caption}</caption>
				<thead>
					<tr>
						<th scope="col">{cross.statistic.title}</th>
						{columns.map((column) => (
							<th key={column} scope="col">
								{cross.labels.b[column]}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{rows.map(({ bucket, most }) => (
						<tr key={bucket} data-bucket={bucket}>
							<th scope="row">{cross.labels.a[bucket]}</th>
							{columns.map((column) => {
								const hosts = cells.get(`${bucket} ${column}`) ?? 0;
								const shade = Math.round((hosts / Math.max(most, 1)) * 100);
								return (
									<td
										key={column}
										style={
											hosts > 0 ? { background: `color-mix(in srgb, var(--heat) ${shade}%, var(--paper))` } : undefined
										}
										className={shade > 55 ? "dark" : undefined}
									>
										{hosts > 0 ? formatNumber(hosts, language) : <span aria-hidden="true">·</span>}
									</td>
								);
							})}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** Each row as one bar, divided by the columns: shares of the counts in its cells. */
export function DividedBars({ cross, by, caption, language }: Props & { by: Statistic }) {
	const t = translate(language);
	const { rows, cells, columns } = gridOf(cross);
	const drawn = columns.slice(0, 7);
	const colours = coloursOf(by, drawn);
	const colourOf = (column: string) => `var(--${colours.get(column) ?? "rest"})`;
	const rest = columns.length > drawn.length ? { background: "var(--rest)" } : null;
	return (
		<figure className="divided">
			<figcaption className="measure">{caption}</figcaption>
			<ul className="key" aria-hidden="true">
				{drawn.map((column) => (
					<li key={column}>
						<i style={{ background: colourOf(column) }} /> {cross.labels.b[column]}
					</li>
				))}
				{rest && (
					<li>
						<i style={rest} /> {t("sentence.others")}
					</li>
				)}
			</ul>
			<dl>
				{rows.slice(0, 12).map(({ bucket, total }) => (
					<div key={bucket}>
						<dt>{cross.labels.a[bucket]}</dt>
						<dd>
							<span className="divided-bar" aria-hidden="true">
								{drawn.map((column) => {
									const hosts = cells.get(`${bucket} ${column}`) ?? 0;
									const width = `${Math.round((hosts / total) * 1000) / 10}%`;
									return hosts > 0 ? <i key={column} style={{ width, background: colourOf(column) }} /> : null;
								})}
								{rest && <i style={{ ...rest, flex: 1 }} />}
							</span>
							<small>{largestIn(bucket, total)}</small>
						</dd>
					</div>
				))}
			</dl>
		</figure>
	);

	function largestIn(bucket: string, total: number): string {
		const [first] = columns
			.map((column) => ({ column, hosts: cells.get(`${bucket} ${column}`) ?? 0 }))
			.sort((a, b) => b.hosts - a.hosts);
		if (!first || total === 0) return t("questions.noHosts");
		return `${cross.labels.b[first.column]} ${formatShareOf((100 * first.hosts) / total, total, language)}`;
	}
}

function gridOf({ rows: cells, labels }: Cross) {
	const byCell = new Map(cells.map(({ a, b, hosts }) => [`${a} ${b}`, hosts]));
	const rows = Object.keys(labels.a).map((bucket) => {
		const hosts = cells.filter(({ a }) => a === bucket).map((cell) => cell.hosts);
		return { bucket, most: Math.max(0, ...hosts), total: hosts.reduce((sum, count) => sum + count, 0) };
	});
	return { rows, cells: byCell, columns: Object.keys(labels.b) };
}
