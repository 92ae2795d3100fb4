/** How other sites learn to embed a chart, described. */
import { mediaTypes } from "#lib/http/media-types";
import { oembedResponse } from "#lib/sharing/oembed-answer";
import { badParameter, notModified, problem, type Route, success } from "./route";

export const embedRoutes: readonly Route[] = [
	{
		path: "/oembed",
		method: "get",
		group: "facts",
		about: "route.oembed",
		answers: [
			success("answer.oembed", mediaTypes.json),
			notModified,
			badParameter(),
			problem(404, "answer.noChart"),
			problem(501, "answer.noFormat"),
		],
		example: "/oembed?url=/statistics/cpu-vendor",
		respond: oembedResponse,
	},
];
