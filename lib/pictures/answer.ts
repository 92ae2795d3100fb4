/** The answers with pictures: which chart an address means, of which days. */
import { addresses } from "#lib/address/addresses";
import { daysOf } from "#lib/address/chart-view";
import { badValue } from "#lib/address/query";
import { fileName } from "#lib/export/file-name";
import { answer } from "#lib/http/answer";
import { assertPublished, parametersOf, type Range, requested, requestedChart, requestedDay } from "#lib/query/request";
import { published } from "#lib/store/daily-rows";
import { drawn, type PictureType, type Renderer } from "./drawn";
import { type Picturing, picturedDay, picturedSeries } from "./subject";

/** `/data/{slug}.svg` and `.png` */
export function dayPictureResponse(request: Request, slug: string, type: PictureType, renderer: Renderer) {
	return pictureOf(request, slug, type, renderer, { read: picturedDay, named: ({ to }) => ({ from: null, to }) });
}

/** `/data/{slug}/series.svg` and `.png` */
export function historyPictureResponse(request: Request, slug: string, type: PictureType, renderer: Renderer) {
	return pictureOf(request, slug, type, renderer, { read: picturedSeries, named: (days) => days });
}

interface What {
	read: Picturing;
	/** The days in the name of its file. */
	named(range: Range): { from: string | null; to: string };
}

function pictureOf(request: Request, slug: string, type: PictureType, renderer: Renderer, { read, named }: What) {
	return answer(request, async () => {
		const { values, ...subject } = requested(slug, parametersOf(request), addresses.png.parameters);
		const days = await published();
		const day = requestedDay(values, days);
		assertPublished(days);
		const chart = await requestedChart(subject.statistic, values, days);
		const { range } = chart;
		if (typeof range !== "string" && range.from && range.from > day) {
			throw badValue("from", range.from, `is after the day that is looked at (${day})`);
		}
		const { product, language } = subject;
		const name = fileName({ name: slug, product, days: named(daysOf(range, day, days.firstDay)) }, type);
		const key = [name, language, day, chart, days.revision];
		return drawn(values, request, type, { name, key, read: () => read(subject, day, days, chart) }, renderer);
	});
}
