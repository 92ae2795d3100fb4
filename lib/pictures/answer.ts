/** `/data/{slug}.svg`, `/data/{slug}/series.png` and their like: which chart an address means, of which days. */
import { addresses } from "#lib/address/addresses";
import { daysOf } from "#lib/address/chart-view";
import { badValue } from "#lib/address/query";
import { fileName } from "#lib/export/file-name";
import { answer } from "#lib/http/answer";
import { distributionResponse, seriesResponse } from "#lib/open-data/answer";
import { assertPublished, parametersOf, type Range, requested, requestedChart, requestedDay } from "#lib/query/request";
import { published } from "#lib/store/daily-rows";
import { drawn, type Easel, type PictureType, pictureTypes } from "./drawn";
import { type Picturing, picturedDay, picturedSeries } from "./subject";

/** For the description of the addresses. */
export const pictureFormats = new Map(Object.entries(pictureTypes).map(([name, type]) => [name, { type }]));

/** `/data/{slug}.{format}` */
export function dayResponse(request: Request, file: string, easel: Easel): Promise<Response> {
	const [slug, type] = pictureName(file);
	if (!type) return distributionResponse(request, file);
	return pictureOf(request, slug, type, easel, {
		read: picturedDay,
		named: ({ to }) => ({ from: null, to }),
	});
}

/** `/data/{slug}/series.{format}` */
export function historyResponse(request: Request, slug: string, file: string, easel: Easel): Promise<Response> {
	const [name, type] = pictureName(file);
	if (!type || name !== "series") return seriesResponse(request, slug, file);
	return pictureOf(request, slug, type, easel, { read: picturedSeries, named: (days) => days });
}

/** `cpu-vendor.svg` in its parts; no type where a file is no picture. */
function pictureName(file: string): [name: string, PictureType | undefined] {
	const type = (Object.keys(pictureTypes) as PictureType[]).find((ending) => file.endsWith(`.${ending}`));
	return [type ? file.slice(0, -type.length - 1) : file, type];
}

interface What {
	read: Picturing;
	/** The days in the name of its file. */
	named(range: Range): { from: string | null; to: string };
}

function pictureOf(request: Request, slug: string, type: PictureType, easel: Easel, { read, named }: What) {
	return answer(request, async () => {
		const asked = requested(slug, parametersOf(request), addresses.png.parameters);
		const { values } = asked;
		const days = await published();
		const day = requestedDay(values, days);
		assertPublished(days);
		const chart = await requestedChart(asked.statistic, values, days);
		const { range } = chart;
		if (typeof range !== "string" && range.from && range.from > day) {
			throw badValue("from", range.from, `is after the day that is looked at (${day})`);
		}
		const { product, language } = asked;
		const name = fileName({ name: slug, product, days: named(daysOf(range, day, days.firstDay)) }, type);
		const key = [name, language, day, chart, days.revision];
		return drawn(values, request, type, { name, key, read: () => read(asked, day, days, chart) }, easel);
	});
}
