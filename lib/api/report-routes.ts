/** The doors for reports, described. */

import { mediaTypes } from "#lib/http/media-types";
import { acceptanceSchema } from "#lib/schemas/answers";
import type { Acceptance } from "#lib/store/accept";
import { type Answer, problem, type Route, success } from "./route";
import type { ApiText } from "./text";

const uuid: ApiText = "body.reportUuid";
const refused = (type?: string): Answer[] => [
	problem(400, "answer.notReport", type),
	problem(413, "answer.largeReport", type),
	problem(429, "answer.tooManyReports", type),
	problem(503, "answer.notStored", type),
];

export const reportRoutes: readonly Route[] = [
	{
		path: "/api/v1/reports",
		method: "post",
		group: "reports",
		about: "route.reports",
		body: {
			"application/gzip": { file: "report.tar.gz" },
			"multipart/form-data": { fields: {}, file: "file" },
		},
		answers: [
			success("answer.stored", mediaTypes.json, acceptanceSchema, 201),
			success("answer.duplicate", mediaTypes.json, acceptanceSchema),
			...refused(),
		],
	},
	{
		path: "/submit.php",
		method: "post",
		group: "reports",
		about: "route.submit",
		body: { "multipart/form-data": { fields: { uuid }, file: "file" } },
		answers: [success("answer.submitted", mediaTypes.text), ...refused(mediaTypes.text)],
	},
	{
		path: "/genuuid.php",
		method: "post",
		group: "reports",
		about: "route.genuuid",
		body: {
			"multipart/form-data": {
				fields: { magic_word: "body.magicWord" },
			},
		},
		answers: [success("answer.uuid", mediaTypes.text), problem(403, "answer.noMagicWord", mediaTypes.text)],
	},
];

/** The compiler refuses this where the described answer is another than the one given. */
export const isProven: Acceptance extends typeof acceptanceSchema._zod.output.status ? true : false = true;
