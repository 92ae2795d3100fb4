import { Static } from "#components/static";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { otherNumberOf } from "#lib/series/counted";
import { type Distribution, inNaturalOrder, supportOf } from "#lib/series/distribution";
import type { Colour } from "#lib/series/palette";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { NameCell, ShareCell } from "./cells";

interface Props {
	distribution: Distribution;
	/** The same in hosts or units, as the chart counts, or of a week or month up to the day. Default: as it is. */
	counted?: Distribution;
	language: Language;
	/** Colours of the buckets in the chart beside it; the others are grey. */
	colours: ReadonlyMap<string, Colour>;
	/** The natural order of buckets, where there is one. */
	order?: readonly string[];
	/** The fewest hosts with which a row is published on its own. */
	threshold: number;
	/** Maximum number of rows; default: all. */
	rowsMax?: number;
}

/** A distribution in numbers, each with a bar that shows its share. */
export function DistributionTable({
	distribution,
	counted = distribution,
	language,
	colours,
	order,
	threshold,
	rowsMax,
}: Props) {
	const t = translate(language);
	const { statistic, base, date } = counted;
	const support = supportOf(base, statistic.unit);
	const other = otherNumberOf(distribution, counted);
	const rows = inNaturalOrder(counted.rows, order).slice(0, rowsMax);
	// Of the shown rows only: "other", the last of many, may have a far longer bar.
	const longest = Math.max(...rows.map(({ percent }) => percent), 1);
	return (
		<Static as="table" className="distribution">
			<caption>
				{translateOnServer(language)("tableCaption.distribution", {
					title: statistic.title,
					every: counted.every ?? "day",
					date: formatDay(date, language),
				})}
			</caption>
			<thead>
				<tr>
					<th scope="col">{t("table.name")}</th>
					<th scope="col" className="share">
						{t("table.share")}
					</th>
					<th scope="col">{t(`table.total.${statistic.unit}`)}</th>
					{other && <th scope="col">{t(`table.total.${other.unit}`)}</th>}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => {
					const colour = colours.get(row.bucket) ?? "rest";
					return (
						<tr key={row.bucket} data-bucket={row.bucket}>
							<NameCell {...{ row, threshold, language }} />
							<ShareCell percent={row.percent} baseHosts={support} {...{ longest, colour, language }} />
							<td>{formatNumber(row.total, language)}</td>
							{other && <td>{formatNumber(other.of(row), language)}</td>}
						</tr>
					);
				})}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">{t("table.sum")}</th>
					<td className="share">{base.total > 0 && formatShareOf(100, support, language, "fixed")}</td>
					<td>{formatNumber(base.total, language)}</td>
					{other && <td>{formatNumber(other.all, language)}</td>}
				</tr>
			</tfoot>
		</Static>
	);
}
