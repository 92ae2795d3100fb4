/** How other sites learn to embed a chart, described. */
import { z } from "zod";
import type { Parameter } from "#lib/answers/parameters";
import { mediaTypes } from "../media-types";
import { oembedResponse } from "../oembed";
import { badParameter, notModified, problem, type Route, success } from "./route";

const pixels = z.string().regex(/^[1-9]\d{0,8}$/);
const notPixels = "is no number of pixels";

const parameters: readonly Parameter[] = [
	{
		name: "url",
		about: { en: "The address of a chart’s page.", ru: "Адрес страницы с диаграммой." },
		schema: z.string(),
		wrong: "is no chart",
		example: "/statistics/cpu-vendor",
		isRequired: true,
	},
	{
		name: "format",
		about: { en: "How the answer is written.", ru: "Формат ответа." },
		schema: z.enum(["json", "xml"]),
		wrong: "is neither json nor xml",
		absent: "json",
	},
	{
		name: "maxwidth",
		about: { en: "The most pixels from left to right.", ru: "Наибольшая ширина в пикселях." },
		schema: pixels,
		wrong: notPixels,
	},
	{
		name: "maxheight",
		about: { en: "The most pixels from top to bottom.", ru: "Наибольшая высота в пикселях." },
		schema: pixels,
		wrong: notPixels,
	},
];

export const embedRoutes: readonly Route[] = [
	{
		path: "/oembed",
		method: "get",
		group: "facts",
		about: { en: "How a chart is embedded (oEmbed)", ru: "Как встроить диаграмму (oEmbed)" },
		parameters,
		answers: [
			success({ en: "The HTML of the frame and its size.", ru: "HTML рамки и её размер." }, mediaTypes.json),
			notModified,
			badParameter(),
			problem(404, "No chart at this address.", "По этому адресу нет диаграммы."),
			problem(501, "The format is neither json nor xml.", "Формат не json и не xml."),
		],
		example: "/oembed?url=/statistics/cpu-vendor",
		respond: oembedResponse,
	},
];
