/** What the "Share" dialog of a chart offers: addresses, code and words, ready to be shown. */

import { series } from "#lib/address/addresses";
import { chartParameters, daysOf, plainChart } from "#lib/address/chart-view";
import { dataPathOf, dataViewParameters, hrefOf, statisticPath } from "#lib/address/links";
import { type QueryParts, queryOf, write } from "#lib/address/query";
import type { Day } from "#lib/day";
import { offeredIn, type ShareName } from "#lib/open-data/formats";
import { titleOf } from "#lib/statistics/labels";
import { embedHeight, embedSnippet, embedTitle } from "./embed-snippet";
import type { LoadedChart } from "./open-chart";
import { embedHrefOf, type StandaloneChart, shareHrefOf, slideHrefOf } from "./standalone-chart";

/** One format in a part of the dialog. */
interface OfferedFormat<Part extends string> {
	extension: string;
	/** The key of its text, below `share`. */
	name: ShareName<Part>;
	href: string;
}

export interface ShareOffer {
	standalone: StandaloneChart;
	/** The day that is shown now. */
	day: Day;
	title: string;
	sentence: string;
	/** The page with this view, as a path and as a link to send. */
	page: string;
	link: string;
	slide: string;
	/** Links to this dialog for the newest data and for one day, for the history and for the day. */
	dated: { newest: string; pinned: string };
	forms: Record<StandaloneChart["form"], string>;
	embed: { code: string; href: string; height: number; title: string };
	/** The address without its extension, and the parameters that the form sends along. */
	picture: { path: string; parameters: QueryParts };
	files: readonly OfferedFormat<"data">[];
	texts: readonly OfferedFormat<"text">[];
	citations: readonly OfferedFormat<"cite">[];
}

/** `site` is the address of this site as the reader sees it, such as `https://stats.example.org`. */
export function shareOfferOf({ standalone, statistic, day, published, shown }: LoadedChart, site: string): ShareOffer {
	const { view, chart, form } = standalone;
	const page = hrefOf(view, statisticPath(statistic), chartParameters(chart));
	const path = dataPathOf(statistic, form === "day" ? "day" : "series");
	const data = dataParametersOf(standalone, day, published.firstDay);
	// Among the data formats, only slides draw an axis.
	const axis = form === "history" ? write(series, { axis: chart.axis }) : [];
	const offered = <P extends "data" | "text" | "cite">(part: P) =>
		offeredIn(part).map(({ extension, name, isChart }) => ({
			extension,
			name,
			href: `${path}.${extension}${queryOf(data, isChart ? axis : [])}`,
		}));
	const to = (change: Partial<StandaloneChart>) => shareHrefOf({ ...standalone, ...change });
	return {
		standalone,
		day,
		title: titleOf(statistic, view.language),
		sentence: (form === "day" ? shown.bars("wide") : shown.lines("wide")).sentence,
		page,
		link: site + page,
		slide: slideHrefOf(standalone),
		dated: { newest: to({ view: { ...view, day: null } }), pinned: to({ view: { ...view, day } }) },
		forms: { history: to({ form: "history" }), day: to({ form: "day" }) },
		embed: {
			code: embedSnippet({ site, statistic, standalone }),
			href: embedHrefOf(standalone),
			height: embedHeight(statistic, form),
			title: embedTitle(statistic, standalone),
		},
		picture: { path, parameters: pictureParametersOf(standalone) },
		files: offered("data"),
		texts: offered("text"),
		citations: offered("cite"),
	};
}

/** Pictures take the parameters of the chart, and the date. */
function pictureParametersOf({ view, chart, form }: StandaloneChart): [string, string][] {
	return [...dataViewParameters(view), ...(form === "history" ? chartParameters(chart) : [])];
}

/** Data take days instead of a date: a pinned history ends with the day, and its named range becomes its first day. */
function dataParametersOf({ view, chart, form }: StandaloneChart, day: Day, firstDay: Day): [string, string][] {
	if (form === "day") return dataViewParameters(view);
	const { from, to } = daysOf(chart.range, day, firstDay);
	const range = view.day === null ? chart.range : { from: chart.range === "all" ? null : from, to };
	const ofHistory = chartParameters({ ...chart, range, axis: plainChart.axis, events: plainChart.events });
	return [...dataViewParameters({ ...view, day: null }), ...ofHistory];
}
