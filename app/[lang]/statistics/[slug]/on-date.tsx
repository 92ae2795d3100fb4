import { ChartFigure } from "#components/chart/chart-figure";
import { PickedBar, RowSearch } from "#components/controls/row-choice";
import { Share } from "#components/share/share";
import { CourseTable } from "#components/statistic/course-table";
import { DistributionTable } from "#components/statistic/distribution-table";
import type { PageState } from "#lib/address/chart-view";
import type { View } from "#lib/address/links";
import { formatDay } from "#lib/format";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { offeredRows } from "#lib/site/offered-rows";
import { isOneNumber } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	path: string;
	state: PageState;
	content: ShownStatistic;
}

/** The distribution on the day looked at, from which the chart's categories are chosen. */
export async function OnDate({ view, path, state, content }: Props) {
	const { language } = view;
	const { statistic, distribution, colours } = content;
	const t = translate(language);
	const title = t("statistic.onDate", { date: formatDay(content.day, language) });
	if (isOneNumber(statistic)) {
		return (
			<section aria-labelledby="on-date">
				<h2 id="on-date">{title}</h2>
				<CourseTable history={content.history} language={language} />
			</section>
		);
	}
	const looking = { view, path, statistic, state };
	const { rows, picked, found, isLong, canSearch } = await offeredRows(content, view, state);
	return (
		<section aria-labelledby="on-date">
			<div className="heading">
				<h2 id="on-date">{title}</h2>
				<Share view={view} statistic={statistic} form="day" />
			</div>
			<div className="pair choosing">
				<ChartFigure specs={[content.bars("narrow"), content.bars("wide")]} />
				{/* The search script hides rows without React: the key renders them anew for another search. */}
				<div key={state.search} className="numbers">
					{canSearch && <RowSearch {...looking} found={found} count={distribution.rows.length} />}
					{canSearch && (
						<p className="nothing" hidden={found > 0}>
							{t("state.none")}
						</p>
					)}
					{picked.length > 0 && <PickedBar {...looking} picked={picked} sticks={isLong} />}
					<DistributionTable
						{...{ distribution, language, colours }}
						order={statistic.order}
						threshold={statistic.threshold}
						choices={rows}
					/>
				</div>
			</div>
		</section>
	);
}
