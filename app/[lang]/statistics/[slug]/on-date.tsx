import { ChartFigure } from "#components/chart/chart-figure";
import { Share } from "#components/share/share";
import { WholeTable } from "#components/statistic/whole-table";
import type { PageState } from "#lib/address/chart-view";
import type { View } from "#lib/address/links";
import { formatDay } from "#lib/format";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import type { OfferedRows } from "#lib/site/offered-rows";
import { translate } from "#lib/text/index";

interface Props {
	view: View;
	state: PageState;
	content: ShownStatistic;
	offered: OfferedRows;
}

/** The distribution on the day looked at. */
export function OnDate({ view, state, content, offered }: Props) {
	const { language } = view;
	const { statistic, distribution, counted, colours, day } = content;
	return (
		<section aria-labelledby="on-date">
			<h2 id="on-date">{translate(language)("statistic.onDate", { date: formatDay(day, language) })}</h2>
			<div className="of-day">
				<ChartFigure
					specs={[content.bars("narrow"), content.bars("wide"), content.bars("large")]}
					controls={
						<p className="chart-links">
							<Share view={view} statistic={statistic} chart={state.chart} form="day" />
						</p>
					}
				/>
			</div>
			{/* The search script hides rows without React: the key renders them anew for another search. */}
			<div key={state.search} className="numbers">
				<WholeTable
					{...{ view, state, distribution, colours }}
					counted={counted.distribution}
					rows={offered.rows}
					since={offered.since}
					threshold={statistic.threshold}
				/>
			</div>
		</section>
	);
}
