/** Whether the service is alive, and its own description, described. */
import { mediaTypes } from "#lib/http/media-types";
import { badParameter, notModified, problem, type Route, success } from "./route";

export const serviceRoutes: readonly Route[] = [
	{
		path: "/healthz",
		method: "get",
		group: "service",
		about: { en: "Whether the server and its database answer", ru: "Отвечают ли сервер и его база данных" },
		answers: [
			success({ en: "They do.", ru: "Отвечают." }, mediaTypes.text),
			problem(503, "The database does not answer.", "База данных не отвечает.", mediaTypes.text),
		],
		example: "/healthz",
	},
	{
		path: "/metrics",
		method: "get",
		group: "service",
		about: {
			en: "What the operator's monitoring reads: counters and clocks for Prometheus",
			ru: "Данные для мониторинга: счётчики и времена для Prometheus",
		},
		answers: [
			success(
				{
					en: "The text format of Prometheus. It is answered without the database, too, and then says so.",
					ru: "Текстовый формат Prometheus. Ответ приходит и без базы данных — тогда в нём об этом сказано.",
				},
				mediaTypes.prometheus,
			),
		],
		example: "/metrics",
	},
	{
		path: "/api/openapi.json",
		method: "get",
		group: "service",
		about: { en: "All of this as OpenAPI 3.1", ru: "Всё это в виде OpenAPI 3.1" },
		answers: [
			success({ en: "A document of OpenAPI 3.1.", ru: "Документ OpenAPI 3.1." }, mediaTypes.json),
			notModified,
			badParameter(),
		],
		example: "/api/openapi.json",
	},
];
