import { formatChange, formatNumber, formatPointsOf, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Comparison, smallerBase } from "#lib/series/comparison";
import { supportOf } from "#lib/series/distribution";
import { isOfHosts } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

type Row = Comparison["rows"][number];

interface Props {
	comparison: Comparison;
	/** What the sides are called. */
	names: { a: string; b: string };
	language: Language;
}

/** Two sides of a statistic, the largest difference first. */
export function ComparisonTable({ comparison, names, language }: Props) {
	const t = translate(language);
	const { a, b, rows, statistic } = comparison;
	const base = smallerBase(comparison);
	const { unit } = statistic;
	const countsHosts = unit === "hosts";
	const hasHosts = isOfHosts(unit);
	// Beside the numbers of hosts a phone has no room for those of units.
	const units = hasHosts ? "units" : undefined;
	const [allOfA, allOfB] = [supportOf(a.base, unit), supportOf(b.base, unit)];
	const share = (side: Row["a"], all: number) =>
		side ? formatShareOf(side.percent, all, language, "fixed") : <small>{t("questions.compare.merged")}</small>;
	return (
		<table className="comparison">
			<caption>{t("questions.compare.caption", names)}</caption>
			<thead>
				<tr>
					<th scope="col">{t("table.name")}</th>
					<th scope="col">A</th>
					<th scope="col">B</th>
					<th scope="col">{t("questions.compare.change95")}</th>
					{!countsHosts && (
						<th scope="col" className={units}>
							{t(`table.total.${unit}`)}
						</th>
					)}
					{hasHosts && <th scope="col">{t("questions.compare.hostsChange")}</th>}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => (
					<tr key={row.bucket} data-bucket={row.bucket} className={row.certain ? "certain" : "noise"}>
						<th scope="row">{row.label}</th>
						<td>{share(row.a, allOfA)}</td>
						<td>{share(row.b, allOfB)}</td>
						<td className="points">
							<Points {...{ row, base, language }} />
						</td>
						{!countsHosts && (
							<td className={units}>{row.a && row.b && formatChange(row.b.total - row.a.total, language)}</td>
						)}
						{hasHosts && <td>{row.a && row.b && formatChange(row.b.hosts - row.a.hosts, language)}</td>}
					</tr>
				))}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">{t("table.sum")}</th>
					<td>{formatNumber(allOfA, language)}</td>
					<td>{formatNumber(allOfB, language)}</td>
					<td />
					{!countsHosts && <td className={units}>{formatChange(b.base.total - a.base.total, language)}</td>}
					{hasHosts && <td>{formatChange(b.base.hosts - a.base.hosts, language)}</td>}
				</tr>
			</tfoot>
		</table>
	);
}

function Points({ row: { points, interval }, base, language }: { row: Row; base: number; language: Language }) {
	const t = translate(language);
	if (points === null) return null;
	const [low, high] = (interval ?? []).map((value) => formatPointsOf(value, base, language));
	return (
		<>
			<strong>{formatPointsOf(points, base, language)}</strong>
			<small>{low && high ? `${low} … ${high}` : t("questions.compare.noInterval")}</small>
		</>
	);
}
