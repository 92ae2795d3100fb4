/** Makes what the "Share" dialog of a chart offers. */
import { series } from "#lib/address/addresses";
import { chartParameters, daysOf, plainChart } from "#lib/address/chart-view";
import { dataPathOf, dataViewParameters, hrefOf, statisticPath } from "#lib/address/links";
import { queryOf, write } from "#lib/address/query";
import type { Day } from "#lib/day";
import { offeredIn } from "#lib/open-data/formats";
import { titleOf } from "#lib/statistics/labels";
import { embedHeight, embedSnippet, embedTitle } from "./embed-snippet";
import type { OpenedLone } from "./opened-chart";
import type { ShareOffer } from "./share-offer";
import { embedHrefOf, type StandaloneChart, shareHrefOf, slideHrefOf } from "./standalone-chart";

/** `site` is that of the reader, such as `https://stats.example.org`. */
export function shareOfferOf({ lone, statistic, day, published, shown }: OpenedLone, site: string): ShareOffer {
	const { view, chart, form } = lone;
	const page = hrefOf(view, statisticPath(statistic), chartParameters(chart));
	const path = dataPathOf(statistic, form === "day" ? "day" : "series");
	const data = dataParametersOf(lone, day, published.firstDay);
	// Of the formats with numbers, only slides draw an axis.
	const axis = form === "history" ? write(series, { axis: chart.axis }) : [];
	const offered = <P extends "data" | "text" | "cite">(part: P) =>
		offeredIn(part).map(({ extension, name, isChart }) => ({
			extension,
			name,
			href: `${path}.${extension}${queryOf(data, isChart ? axis : [])}`,
		}));
	const to = (change: Partial<StandaloneChart>) => shareHrefOf({ ...lone, ...change });
	return {
		lone,
		day,
		title: titleOf(statistic, view.language),
		sentence: (form === "day" ? shown.bars("wide") : shown.lines("wide")).sentence,
		page,
		link: site + page,
		slide: slideHrefOf(lone),
		dated: { newest: to({ view: { ...view, day: null } }), pinned: to({ view: { ...view, day } }) },
		forms: { history: to({ form: "history" }), day: to({ form: "day" }) },
		embed: {
			code: embedSnippet({ site, statistic, lone }),
			href: embedHrefOf(lone),
			height: embedHeight(statistic, form),
			title: embedTitle(statistic, lone),
		},
		picture: { path, parameters: pictureParametersOf(lone) },
		files: offered("data"),
		texts: offered("text"),
		citations: offered("cite"),
	};
}

/** Pictures take the chart's own parameters, and the date. */
function pictureParametersOf({ view, chart, form }: StandaloneChart): [string, string][] {
	return [...dataViewParameters(view), ...(form === "history" ? chartParameters(chart) : [])];
}

/** Data have days only: a history that is to stay as it is ends with a day, and one with a name begins with one, too. */
function dataParametersOf({ view, chart, form }: StandaloneChart, day: Day, firstDay: Day): [string, string][] {
	if (form === "day") return dataViewParameters(view);
	const { from, to } = daysOf(chart.range, day, firstDay);
	const range = view.day === null ? chart.range : { from: chart.range === "all" ? null : from, to };
	const ofHistory = chartParameters({ ...chart, range, axis: plainChart.axis, events: plainChart.events });
	return [...dataViewParameters({ ...view, day: null }), ...ofHistory];
}
