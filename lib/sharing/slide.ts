/** A slide among those of its page: what comes before and after it, and where its numbers are found. */

import { plainChart } from "#lib/address/chart-view";
import { hrefOf, presentationPath } from "#lib/address/links";
import { isSentBy } from "#lib/series/described";
import { statistics } from "#lib/statistics/index";
import type { Statistic } from "#lib/statistics/statistic";
import { type QrCode, qrCode } from "./qr-code";
import { type StandaloneChart, slideHrefOf } from "./standalone-chart";

export interface SlidePlace {
	/** `null` at the ends. */
	previous: string | null;
	next: string | null;
	/** From 1. */
	number: number;
	count: number;
	/** Of the page with the same view. */
	code: QrCode;
	/** The same page for people who type: without parameters. */
	address: string;
	/** All slides of the page as a file. */
	presentation: string;
}

/** `href` is the page of the statistic, `site` where this site is. */
export function slidePlace(statistic: Statistic, lone: StandaloneChart, href: string, site: string): SlidePlace {
	const { product } = lone.view;
	const onPage = statistics.filter((one) => one.page === statistic.page && isSentBy(one, product));
	const place = onPage.indexOf(statistic);
	const at = (one: Statistic | undefined) => (one ? slideHrefOf(lookLike(lone, one)) : null);
	return {
		previous: at(onPage[place - 1]),
		next: at(onPage[place + 1]),
		number: place + 1,
		count: onPage.length,
		code: qrCode(site + href),
		address: (site + href).replace(/^https?:\/\//, "").replace(/\?.*/, ""),
		presentation: hrefOf(lone.view, presentationPath(statistic.page)),
	};
}

/** Of the chart's view, what makes sense for another statistic too. */
function lookLike(lone: StandaloneChart, { slug }: Statistic): StandaloneChart {
	const { range, events } = lone.chart;
	return { ...lone, slug, chart: { ...plainChart, range, events } };
}
