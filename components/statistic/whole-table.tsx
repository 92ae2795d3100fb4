import { Static } from "#components/static";
import { type PageState, stateParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { formatDay, formatNumber, formatPointsOf, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { percentIn } from "#lib/series/amounts";
import { otherNumberOf } from "#lib/series/counted";
import { type Distribution, type DistributionRow, supportOf } from "#lib/series/distribution";
import type { Colour } from "#lib/series/palette";
import type { ChangesSince, ShareChange } from "#lib/series/since";
import { translate } from "#lib/text/index";
import { CourseCell, NameCell, ShareCell } from "./cells";

interface Row extends DistributionRow {
	course: readonly (number | null)[];
	/** Since the earlier day; `null` where nobody can tell. */
	change: ShareChange | null;
	/** The search does not match it. */
	isHidden: boolean;
}

interface Props {
	rows: readonly Row[];
	/** The day of the earlier shares, with the hosts of the smaller base; `null` if none was published before. */
	since: Pick<ChangesSince, "day" | "baseHosts"> | null;
	view: View;
	state: PageState;
	distribution: Distribution;
	/** The same in hosts or units, as the chart counts. */
	counted: Distribution;
	/** The fewest hosts with which a row is published on its own. */
	threshold: number;
	/** Colours of the buckets in the chart; the others are grey. */
	colours: ReadonlyMap<string, Colour>;
}

/** Everything about the categories of a statistic on one day. Its columns can be sorted by. */
export function WholeTable({ view, state, distribution, counted, colours, rows, since, threshold }: Props) {
	const { language } = view;
	const t = translate(language);
	const { statistic, base, date } = counted;
	const support = supportOf(base, statistic.unit);
	const other = otherNumberOf(distribution, counted);
	// Of the shown rows only: "other", the last of many, may have a far longer bar.
	const longest = Math.max(...rows.map(({ percent }) => percent), 1);
	const otherShare = (row: Row) =>
		formatShareOf(other ? percentIn(other.of(row), other.all, other.unit) : 0, support, language, "fixed");
	const sorting = { view, state, slug: statistic.slug };
	return (
		<Static as="table" className="distribution whole-table">
			<caption>
				{t("table.caption", { title: statistic.title, date: formatDay(date, language) })}
				{since && t("table.noise")}
			</caption>
			<thead>
				<tr>
					<SortedBy by="name" {...sorting}>
						{t("table.name")}
					</SortedBy>
					<th scope="col" className="course">
						{t("state.course")}
					</th>
					<th scope="col" className="share">
						{t(other ? `measure.share.${statistic.unit}` : "table.share")}
					</th>
					<SortedBy by={statistic.unit === "hosts" ? "hosts" : "units"} className="total" {...sorting}>
						{t(`table.total.${statistic.unit}`)}
					</SortedBy>
					{other && (
						<th scope="col" className="second">
							{t(`measure.share.${other.unit}`)}
						</th>
					)}
					{other && (
						<SortedBy by={other.unit === "hosts" ? "hosts" : "units"} className="second-number" {...sorting}>
							{t(`table.total.${other.unit}`)}
						</SortedBy>
					)}
					{since && (
						<SortedBy by="change" className="since" {...sorting}>
							{t("table.since", { date: formatDay(since.day, language, "short").replaceAll("\u00a0", " ") })}
						</SortedBy>
					)}
				</tr>
			</thead>
			<tbody>
				{rows.map((row) => {
					const colour = colours.get(row.bucket) ?? "rest";
					return (
						<tr key={row.bucket} data-bucket={row.bucket} data-label={row.label} hidden={row.isHidden}>
							<NameCell {...{ row, threshold, language }} />
							<CourseCell course={row.course} colour={colour} />
							<ShareCell percent={row.percent} baseHosts={support} {...{ longest, colour, language }} />
							<td className="total">{formatNumber(row.total, language)}</td>
							{other && <td className="second">{otherShare(row)}</td>}
							{other && <td className="second-number">{formatNumber(other.of(row), language)}</td>}
							{since && <ChangeCell change={row.change} {...since} language={language} />}
						</tr>
					);
				})}
			</tbody>
			<tfoot>
				<tr>
					<th scope="row">{t("table.sum")}</th>
					<td className="course" />
					<td className="share">{formatShareOf(100, support, language, "fixed")}</td>
					<td className="total">{formatNumber(base.total, language)}</td>
					{other && <td className="second" />}
					{other && <td className="second-number">{formatNumber(other.all, language)}</td>}
					{since && <td className="since" />}
				</tr>
			</tfoot>
		</Static>
	);
}

/** Grey where it is within the noise. */
function ChangeCell({ change, baseHosts, language }: ChangeProps) {
	if (!change) return <td className="since">–</td>;
	const { points, interval, certain } = change;
	const written = (value: number) => formatPointsOf(value, baseHosts, language);
	return (
		<td className={certain ? "since" : "since noise"}>
			{written(points)}
			<small>
				{interval ? interval.map(written).join(" … ") : translate(language)("questions.compare.noInterval")}
			</small>
		</td>
	);
}

interface ChangeProps {
	change: ShareChange | null;
	/** Hosts of the smaller base. */
	baseHosts: number;
	language: Language;
}

interface SortedByProps {
	by: "name" | "hosts" | "units" | "change";
	className?: string;
	view: View;
	state: PageState;
	slug: string;
	children: string;
}

/** The head of a column: a link that sorts by it, and by the other end when it is sorted by already. */
function SortedBy({ by, className, view, state, slug, children }: SortedByProps) {
	const other = by === "name" ? (`${by}-down` as const) : (`${by}-up` as const);
	const isOther = state.sort === other;
	const isSorted = isOther || state.sort === by;
	const isAscending = (by === "name") !== isOther;
	const href = hrefOf(
		view,
		statisticPath({ slug }),
		stateParameters({ ...state, sort: isSorted && !isOther ? other : by }),
	);
	return (
		<th scope="col" className={className} aria-sort={isSorted ? (isAscending ? "ascending" : "descending") : undefined}>
			<a data-soft={`sort ${by}`} href={href} rel="nofollow">
				{children}
			</a>
		</th>
	);
}
