/** What is kept of one host and its deletion, described. */
import { deletedHostPath, keptOfHostPath } from "#lib/address/links";
import { mediaTypes } from "#lib/http/media-types";
import { deletedHostSchema, keptHostsSchema } from "#lib/my-host/schemas";
import { type Answer, problem, type Route, success } from "./route";
import type { ApiText } from "./text";

const uuid: ApiText = "body.uuid";
const as: ApiText = "body.as";
const confirm: ApiText = "body.confirm";
const refused: readonly Answer[] = [
	problem(400, "answer.badField"),
	problem(403, "answer.otherSite"),
	problem(413, "answer.largeForm"),
	problem(415, "answer.notForm"),
	problem(429, "answer.tooManyRequests"),
];

export const hostRoutes: readonly Route[] = [
	{
		path: keptOfHostPath,
		method: "post",
		group: "hosts",
		about: "route.keptHost",
		body: { "application/x-www-form-urlencoded": { fields: { uuid, as } } },
		answers: [
			success("answer.keptHost", mediaTypes.json, keptHostsSchema),
			problem(404, "answer.unknownHost"),
			...refused,
		],
	},
	{
		path: deletedHostPath,
		method: "post",
		group: "hosts",
		about: "route.deleteHost",
		body: { "application/x-www-form-urlencoded": { fields: { uuid, confirm, as } } },
		answers: [success("answer.deleted", mediaTypes.json, deletedHostSchema), ...refused],
	},
];
