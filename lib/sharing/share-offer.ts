/** What the "Share" dialog of a chart offers: addresses, code and words, ready to be shown. */

import { series } from "#lib/address/addresses";
import { chartParameters, daysOf, plainChart } from "#lib/address/chart-view";
import { comparedDataParameters, dataPathOf, dataViewParameters } from "#lib/address/links";
import { type QueryParts, queryOf, write } from "#lib/address/query";
import { forms } from "#lib/address/values";
import type { Day } from "#lib/day";
import { offeredIn, type ShareName } from "#lib/open-data/formats";
import { canCompare } from "#lib/statistics/questions";
import { embedHeight, embedSnippet, embedTitle } from "./embed-snippet";
import type { LoadedChart, StandaloneRequest } from "./open-chart";
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
	/** Links to this dialog for the newest data and for one day; `null` where the sides of a comparison are days. */
	dated: { newest: string; pinned: string } | null;
	/** Links to this dialog for each form that the statistic has. */
	forms: readonly { form: StandaloneChart["form"]; href: string }[];
	embed: { code: string; href: string; height: number; title: string };
	/** The address without its extension, and the parameters that the form sends along. */
	picture: { path: string; parameters: QueryParts };
	files: readonly OfferedFormat<"data">[];
	texts: readonly OfferedFormat<"text">[];
	citations: readonly OfferedFormat<"cite">[];
}

/** `site` is the address of this site as the reader sees it, such as `https://stats.example.org`. */
export function shareOfferOf(loaded: LoadedChart, site: string): ShareOffer {
	const { standalone, statistic, day, title, page } = loaded;
	const { view, chart, form, sides } = standalone;
	const path = dataPathOf(statistic, dataForms[form]);
	const data = dataParametersOf(loaded);
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
		title,
		sentence: loaded.draw("wide").sentence,
		page,
		link: site + page,
		slide: slideHrefOf(standalone),
		dated:
			form === "compare" && (sides.a || sides.b)
				? null
				: { newest: to({ view: { ...view, day: null } }), pinned: to({ view: { ...view, day } }) },
		forms: forms
			.filter((one) => one !== "compare" || canCompare(statistic))
			.filter((one) => one !== "retire" || loaded.retired)
			.map((one) => ({ form: one, href: to({ form: one }) })),
		embed: {
			code: embedSnippet({ site, statistic, standalone }),
			href: embedHrefOf(standalone),
			height: embedHeight(statistic, form),
			title: embedTitle(statistic, standalone),
		},
		picture: { path: dataPathOf(statistic, pictureForms[form]), parameters: pictureParametersOf(loaded) },
		files: offered("data"),
		texts: offered("text"),
		citations: offered("cite"),
	};
}

/** The paths of its pictures. The numbers behind a bucket that might be dropped are its history. */
export const pictureForms = { history: "series", day: "day", compare: "compare", retire: "retire" } as const;
const dataForms = { ...pictureForms, retire: "series" } as const;

/** Pictures take the parameters of the chart, and the date. */
function pictureParametersOf(loaded: Pick<StandaloneRequest, "standalone" | "compared">): QueryParts {
	const { view, form } = loaded.standalone;
	return [...dataViewParameters(view), ...(form === "day" ? [] : shownParameters(loaded))];
}

/** The view of a chart, or the sides of a comparison. */
export function shownParameters({
	standalone,
	compared,
}: Pick<StandaloneRequest, "standalone" | "compared">): QueryParts {
	return compared ? comparedDataParameters(compared.a, compared.b) : chartParameters(standalone.chart);
}

/** Data take days instead of a date: a pinned history ends with the day, and its named range becomes its first day. */
function dataParametersOf(loaded: LoadedChart): QueryParts {
	const { standalone, day, published } = loaded;
	const { view, chart, form } = standalone;
	const { firstDay } = published;
	if (form === "day" || form === "compare") return pictureParametersOf(loaded);
	const { from, to } = daysOf(chart.range, day, firstDay);
	const range = view.day === null ? chart.range : { from: chart.range === "all" ? null : from, to };
	const ofHistory = chartParameters({ ...chart, range, axis: plainChart.axis, events: plainChart.events });
	return [...dataViewParameters({ ...view, day: null }), ...ofHistory];
}
