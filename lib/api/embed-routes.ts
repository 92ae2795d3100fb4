/** How other sites learn to embed a chart, described. */
import { mediaTypes } from "#lib/http/media-types";
import { oembedResponse } from "#lib/sharing/oembed-answer";
import { badParameter, notModified, problem, type Route, success } from "./route";

export const embedRoutes: readonly Route[] = [
	{
		path: "/oembed",
		method: "get",
		group: "facts",
		about: { en: "How a chart is embedded (oEmbed)", ru: "Как встроить диаграмму (oEmbed)" },
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
