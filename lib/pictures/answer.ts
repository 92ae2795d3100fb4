/** `/data/{slug}.svg`, `/data/{slug}/series.svg`, `/data/{slug}/compare.svg` and all as PNG: charts as pictures. */
import { addresses, type pictureOptions } from "#lib/address/addresses";
import { type ChartView, daysOf } from "#lib/address/chart-view";
import { comparePath, retirePath, statisticPath } from "#lib/address/links";
import { badValue, type Values } from "#lib/address/query";
import type { Day } from "#lib/day";
import { env } from "#lib/env";
import { comparisonFileName, fileName } from "#lib/export/export";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { comparedSides, readComparison } from "#lib/query/questions";
import {
	assertPublished,
	parametersOf,
	requestedChart,
	requestedDay,
	requestedSubject,
	type Subject,
} from "#lib/query/request";
import { readHostCourse, readRetirement, retirementChart } from "#lib/query/retirement";
import { shownStatistic } from "#lib/query/shown-statistic";
import { barChart } from "#lib/series/bar-chart";
import { amountOf } from "#lib/series/captions";
import { dumbbellChart } from "#lib/series/dumbbell-chart";
import { isSimulation } from "#lib/simulation";
import { isOfHosts, isOneNumber, namedProduct, publishedProduct } from "#lib/statistics/statistic";
import { type Published, publishedOf } from "#lib/store/daily-rows";
import { fontFamily, pictureFont, pngFile, svgFile } from "./files";
import { layOut } from "./layout";
import { type Draw, type Picture, type PictureCaption, pictureOptionsOf } from "./picture";

/** Turns a picture into the text of an SVG: a React component, which nothing in lib knows. */
export type Renderer = (picture: Picture, fonts: string) => Promise<string>;

export const pictureTypes = ["svg", "png"] as const;
export type PictureType = (typeof pictureTypes)[number];

const headers = {
	// Opened by itself, an SVG is a document: it gets its letters and nothing else.
	"content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:",
	"x-content-type-options": "nosniff",
};

export function pictureResponse(
	request: Request,
	slug: string,
	what: "day" | "history",
	type: PictureType,
	renderer: Renderer,
): Promise<Response> {
	return answer(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.png.parameters);
		const { product } = subject;
		const days = await publishedOf([subject.statistic]);
		const day = requestedDay(values, days);
		assertPublished(days);
		const chart = await requestedChart(subject.statistic, values, days);
		const { range } = chart;
		if (typeof range !== "string" && range.from && range.from > day) {
			throw badValue("from", range.from, `is after the day that is looked at (${day})`);
		}
		const contentOf = what === "day" ? dayContent : historyContent;
		const draw = await drawerOf(values, type, renderer);
		const { from, to } = daysOf(range, day, days.firstDay);
		const name = fileName(
			{
				name: slug,
				product: publishedProduct(subject.statistic, product),
				days: { from: what === "day" ? null : from, to },
			},
			type,
		);
		return draw(await contentOf(subject, day, days, chart), name, statisticPath(subject.statistic));
	});
}

/** The dumbbells of a comparison. */
export function comparisonPicture(
	request: Request,
	slug: string,
	type: PictureType,
	renderer: Renderer,
): Promise<Response> {
	return answer(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.comparePicture.parameters);
		const { statistic, language } = subject;
		const sides = comparedSides(subject, values, await publishedOf([subject.statistic]));
		const draw = await drawerOf(values, type, renderer);
		const comparison = await readComparison(statistic, sides, language);
		const { a, b } = comparison;
		const content: Content = {
			draw: (size, room) => dumbbellChart(comparison, statistic, { size, language, room }),
			// The key says which products are compared.
			caption: {
				product: a.product === b.product && isOfHosts(statistic.unit) ? a.product : null,
				day: null,
				figure: null,
			},
		};
		return draw(content, comparisonFileName(slug, comparison, type), comparePath(statistic));
	});
}

/** The course of a bucket that might be dropped. */
export function retirementPicture(
	request: Request,
	slug: string,
	type: PictureType,
	renderer: Renderer,
): Promise<Response> {
	return answer(request, async () => {
		const { values, ...subject } = requestedSubject(slug, parametersOf(request), addresses.retirePicture.parameters);
		const { bucket } = values;
		const days = await publishedOf([subject.statistic]);
		const day = requestedDay(values, days);
		assertPublished(days);
		const draw = await drawerOf(values, type, renderer);
		const retirement = await readRetirement(subject, day, bucket, days);
		const course = await readHostCourse(subject, days, day, bucket);
		const product = publishedProduct(subject.statistic, subject.product);
		const content: Content = {
			draw: retirementChart(retirement, course, subject.language),
			caption: { product, day: null, figure: null },
		};
		const name = fileName({ name: `${slug}-retire-${bucket}`, product, days: { from: null, to: day } }, type);
		return draw(content, name, retirePath(subject.statistic, bucket));
	});
}

/** Checks how the picture is to look before anything is read for it. The picture names the page at `path` as its source. */
async function drawerOf(values: Values<typeof pictureOptions>, type: PictureType, renderer: Renderer) {
	const options = pictureOptionsOf(values);
	const font = await pictureFont();
	const unknown = [...(options.title ?? "")].find((char) => !font.has(char));
	if (unknown) throw badValue("title", unknown, "is a character that the font of pictures does not have");
	return async ({ draw, caption }: Content, name: string, path: string): Promise<Response> => {
		const { PUBLIC_URL } = env();
		const address = PUBLIC_URL ? new URL(PUBLIC_URL).host + path : null;
		const picture = layOut(draw, { ...caption, address, simulated: isSimulation() }, options, font.widthOf);
		const markup = await renderer(picture, fontFamily);
		const body =
			type === "png"
				? await pngFile(markup, { ...picture, scale: options.scale })
				: new TextEncoder().encode(await svgFile(markup));
		return okResponse(mediaTypes[type], body, { ...headers, "content-disposition": `inline; filename="${name}"` });
	};
}

/** What the picture shows: the chart of the statistic's page, in the picture's own frame. */
interface Content {
	draw: Draw;
	caption: Omit<PictureCaption, "address" | "simulated">;
}

/** Bars, of the chosen buckets if there are any. A single number stands in large type over its history up to the day. */
async function dayContent(subject: Subject, day: Day, published: Published, chart: ChartView): Promise<Content> {
	const { statistic, product, language } = subject;
	const { distribution, counted, colours } = await shownStatistic(statistic, product, day, language, published, chart);
	const caption = { product: namedProduct(statistic, product), day };
	if (isOneNumber(statistic)) {
		const { draw } = await historyContent(subject, day, published, chart);
		const figure = amountOf(distribution.base.total, statistic.unit, language);
		return { draw, caption: { ...caption, figure } };
	}
	const isShown = (bucket: string) => chart.buckets.length === 0 || chart.buckets.includes(bucket);
	const rows = counted.distribution.rows.filter(({ bucket }) => isShown(bucket));
	return {
		draw: (size, room) =>
			barChart({ ...counted.distribution, rows }, counted.statistic, {
				size,
				language,
				colours,
				room,
				chosen: chart.buckets,
			}),
		caption: { ...caption, figure: null },
	};
}

async function historyContent(
	{ statistic, product, language }: Subject,
	day: Day,
	published: Published,
	chart: ChartView,
): Promise<Content> {
	const { lines } = await shownStatistic(statistic, product, day, language, published, chart);
	return {
		draw: (size) => lines(size),
		caption: { product: namedProduct(statistic, product), day: null, figure: null },
	};
}
