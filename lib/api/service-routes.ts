/** Whether the service is alive, and its own description, described. */
import { mediaTypes } from "#lib/http/media-types";
import { badParameter, notModified, problem, type Route, success } from "./route";

export const serviceRoutes: readonly Route[] = [
	{
		path: "/healthz",
		method: "get",
		group: "service",
		about: "route.healthz",
		answers: [success("answer.healthy", mediaTypes.text), problem(503, "answer.noDatabase", mediaTypes.text)],
		example: "/healthz",
	},
	{
		path: "/metrics",
		method: "get",
		group: "service",
		about: "route.metrics",
		answers: [success("answer.metrics", mediaTypes.prometheus)],
		example: "/metrics",
	},
	{
		path: "/api/openapi.json",
		method: "get",
		group: "service",
		about: "route.openapi",
		answers: [success("answer.openapi", mediaTypes.json), notModified, badParameter()],
		example: "/api/openapi.json",
	},
];
