/** A slide among the slides of its page: its neighbours, and where the audience finds its numbers. */

import { correction, generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { plainChart } from "#lib/address/chart-view";
import { comparedDataParameters, dataPathOf, dataViewParameters, hrefOf, presentationPath } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { statistics } from "#lib/statistics/index";
import { canCompare } from "#lib/statistics/questions";
import { isSentBy, type Statistic } from "#lib/statistics/statistic";
import type { StandaloneRequest } from "./open-chart";
import { type StandaloneChart, slideHrefOf } from "./standalone-chart";

interface SlidePlace {
	/** `null` at the ends. */
	previous: string | null;
	next: string | null;
	/** From 1. */
	number: number;
	count: number;
	/** Leads to the page with the same view. */
	code: QrCode;
	/** The address of the same page without parameters, for people who type it. */
	address: string;
	/** All slides of the page as a file; the numbers of this one where it is about a question. */
	presentation: string;
}

/** `href` is the page of the statistic, `site` the address of this site. */
export function slidePlace(
	{
		statistic,
		standalone,
		compared,
		retired,
	}: Pick<StandaloneRequest, "statistic" | "standalone" | "compared" | "retired">,
	href: string,
	site: string,
): SlidePlace {
	const { view } = standalone;
	// Other statistics do not have the bucket.
	const onPage = retired
		? [statistic]
		: statistics.filter(
				(one) => one.page === statistic.page && isSentBy(one, view.product) && (!compared || canCompare(one)),
			);
	const place = onPage.indexOf(statistic);
	const at = (one: Statistic | undefined) => (one ? slideHrefOf(sameViewOf(standalone, one)) : null);
	return {
		previous: at(onPage[place - 1]),
		next: at(onPage[place + 1]),
		number: place + 1,
		count: onPage.length,
		code: qrCode(site + href),
		address: (site + href).replace(/^https?:\/\//, "").replace(/\?.*/, ""),
		presentation: compared
			? `${dataPathOf(statistic, "compare")}.pptx${queryOf(dataViewParameters(view), comparedDataParameters(compared.a, compared.b))}`
			: retired
				? `${dataPathOf(statistic, "series")}.pptx${queryOf(dataViewParameters({ ...view, day: null }), [["bucket", retired]])}`
				: hrefOf(view, presentationPath(statistic.page)),
	};
}

/** The same view of another statistic, without what makes sense for this one only. */
function sameViewOf(standalone: StandaloneChart, { slug }: Statistic): StandaloneChart {
	const { range, events } = standalone.chart;
	return { ...standalone, slug, chart: { ...plainChart, range, events } };
}

/** The dark modules as one path in a square of `size` units. */
interface QrCode {
	size: number;
	path: string;
}

/** The code is read from afar and at an angle, so up to a seventh of it may be lost. */
function qrCode(text: string): QrCode {
	const code = generate(text, { minCorrectionLevel: correction.M });
	return { size: code.size, path: toSvgPath(code) };
}
