import { Static } from "#components/static";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { type Distribution, type DistributionRow, inNaturalOrder, supportOf } from "#lib/series/distribution";
import type { Colour } from "#lib/series/palette";
import { hasHostsBeside } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { CourseCell, ShareCell } from "./cells";

/** On the statistic's own page, a row has a link that adds it to the chart, and its history. */
interface RowChoice {
	isPicked: boolean;
	/** `null` where the chart has no room for it. */
	href: string | null;
	course: readonly (number | null)[];
	/** The search does not match it. */
	isHidden: boolean;
}

interface Props {
	distribution: Distribution;
	language: Language;
	/** Colours of the buckets in the chart beside it; the others are grey. */
	colours: ReadonlyMap<string, Colour>;
	/** The natural order of buckets, where there is one. */
	order?: readonly string[];
	/** The fewest hosts with which a row is published on its own. */
	threshold: number;
	/** Maximum number of rows; default: all. */
	rowsMax?: number;
	choices?: ReadonlyMap<string, RowChoice>;
}

/** A distribution in numbers, each with a bar that shows its share. */
export function DistributionTable({ distribution, language, colours, order, threshold, rowsMax, choices }: Props) {
	const t = translate(language);
	const { statistic, base, date } = distribution;
	const support = supportOf(base, statistic.unit);
	const hasHosts = hasHostsBeside(statistic.unit);
	const rows = inNaturalOrder(distribution.rows, order).slice(0, rowsMax);
	// Of the shown rows only: "other", the last of many, may have a far longer bar.
	const longest = Math.max(...rows.map(({ percent }) => percent), 1);
	const spare = choices && <td className="course" />;
	return (
		<Static as="table" className={choices ? "distribution choosing" : "distribution"}>
			<caption>{t("table.caption", { title: statistic.title, date: formatDay(date, language) })}</caption>
			<thead>
				<tr>
					<th scope="col">{t("table.name")}</th>
					{choices && (
						<th scope="col" className="course">
							{t("state.course")}
						</th>
					)}
					<th scope="col" className="share">
						{t("table.share")}
					</th>
					<th scope="col">{t(`table.total.${statistic.unit}`)}</th>
					{hasHosts && <th scope="col">{t("table.hosts")}</th>}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => {
					const colour = colours.get(row.bucket) ?? "rest";
					const choice = choices?.get(row.bucket);
					return (
						<tr key={row.bucket} data-bucket={row.bucket} data-label={choice && row.label} hidden={choice?.isHidden}>
							<th scope="row">
								<Name {...{ row, choice, colour, threshold, language }} />
							</th>
							{choice && <CourseCell course={choice.course} colour={colour} />}
							<ShareCell percent={row.percent} baseHosts={support} {...{ longest, colour, language }} />
							<td>{formatNumber(row.total, language)}</td>
							{hasHosts && <td>{formatNumber(row.hosts, language)}</td>}
						</tr>
					);
				})}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">{t("table.sum")}</th>
					{spare}
					<td className="share">{formatShareOf(100, support, language, "fixed")}</td>
					<td>{formatNumber(base.total, language)}</td>
					{hasHosts && <td>{formatNumber(base.hosts, language)}</td>}
				</tr>
			</tfoot>
		</Static>
	);
}

interface NameProps {
	row: DistributionRow;
	choice: RowChoice | undefined;
	colour: Colour;
	threshold: number;
	language: Language;
}

/** The name of a row, with a tick box if the row can be chosen. */
function Name({ row: { bucket, label, merged }, choice, colour, threshold, language }: NameProps) {
	const t = translate(language);
	const more = merged && <small>{t("table.merged", { count: merged, hosts: `${threshold}` })}</small>;
	if (!choice) {
		return (
			<>
				{label}
				{more}
			</>
		);
	}
	const box = <i className="box" data-on={choice.isPicked || undefined} style={{ color: `var(--${colour})` }} />;
	if (choice.href === null) {
		return (
			<span className="pick">
				{box} {label}
				{more}
			</span>
		);
	}
	return (
		<>
			<a
				className="pick"
				data-soft={`pick ${bucket}`}
				href={choice.href}
				aria-label={`${label}. ${t(choice.isPicked ? "state.remove" : "state.add", { label })}`}
			>
				{box} {label}
			</a>
			{more}
		</>
	);
}
