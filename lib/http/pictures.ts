/** `/data/{slug}.svg`, `/data/{slug}/series.png` and their like: which chart an address means, of which days. */
import { askedChartOf } from "#lib/answers/asked-chart";
import { ofChart } from "#lib/answers/asked-picture";
import type { Parameter } from "#lib/answers/parameters";
import { pictureParameters } from "#lib/answers/picture-parameters";
import { askedDay, askedStatistic, assertPublished, bad, type Range } from "#lib/answers/query";
import { daysOf } from "#lib/chart-view";
import { fileName } from "#lib/export/file-name";
import { type Picturing, picturedDay, picturedSeries } from "#lib/site/pictured";
import { published } from "#lib/store/daily-rows";
import { answer } from "./answer";
import { askedParameters } from "./asked-parameters";
import { distributionResponse, seriesResponse } from "./data";
import { drawn, type Easel, type PictureType, pictureTypes } from "./drawn";

const { scale, ...ofBoth } = pictureParameters;

/** For the description of the addresses. */
export const pictureFormats = new Map<string, { type: string; parameters: readonly Parameter[] }>([
	["svg", { type: pictureTypes.svg, parameters: [...ofChart, ...Object.values(ofBoth)] }],
	["png", { type: pictureTypes.png, parameters: [...ofChart, ...Object.values(ofBoth), scale] }],
]);

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
		const parameters = askedParameters(request);
		const asked = askedStatistic(slug, parameters);
		const days = await published();
		const day = askedDay(parameters, days);
		assertPublished(days);
		const chart = await askedChartOf(asked.statistic, parameters, days);
		const { range } = chart;
		if (typeof range !== "string" && range.from && range.from > day) {
			throw bad("from", range.from, `is after the day that is looked at (${day})`);
		}
		const { product, language } = asked;
		const name = fileName({ name: slug, product, days: named(daysOf(range, day, days.firstDay)) }, type);
		const key = [name, language, day, chart, days.revision];
		return drawn(parameters, request, type, { name, key, read: () => read(asked, day, days, chart) }, easel);
	});
}
