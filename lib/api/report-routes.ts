/** The doors for reports, described. */

import { mediaTypes } from "#lib/http/media-types";
import type { Text } from "#lib/language";
import { acceptanceSchema } from "#lib/schemas/answers";
import type { Acceptance } from "#lib/store/accept";
import { type Answer, problem, type Route, success } from "./route";

const uuid: Text = { en: "The host’s UUID.", ru: "UUID сервера." };
const refused = (type?: string): Answer[] => [
	problem(400, "Not a report: the answer says why.", "Это не отчёт: причина указана в ответе.", type),
	problem(413, "Larger than 2 MiB packed or 16 MiB unpacked.", "Больше 2 МиБ в архиве или 16 МиБ без сжатия.", type),
	problem(
		429,
		"Too many reports from one network: see Retry-After.",
		"Слишком много отчётов из одной сети: см. Retry-After.",
		type,
	),
	problem(503, "Not stored: send it again later.", "Не сохранено: отправьте ещё раз позже.", type),
];

export const reportRoutes: readonly Route[] = [
	{
		path: "/api/v1/reports",
		method: "post",
		group: "reports",
		about: { en: "Hands in a report of OpenVZ 7", ru: "Принимает отчёт OpenVZ 7" },
		body: {
			"application/gzip": { file: "report.tar.gz" },
			"multipart/form-data": { fields: {}, file: "file" },
		},
		answers: [
			success({ en: "Stored.", ru: "Сохранён." }, mediaTypes.json, acceptanceSchema, 201),
			success(
				{ en: "Known already: not counted again.", ru: "Уже есть: второй раз не учтён." },
				mediaTypes.json,
				acceptanceSchema,
			),
			...refused(),
		],
	},
	{
		path: "/submit.php",
		method: "post",
		group: "reports",
		about: { en: "Hands in a report of OpenVZ 6 and older", ru: "Принимает отчёт OpenVZ 6 и ранее" },
		body: { "multipart/form-data": { fields: { uuid }, file: "file" } },
		answers: [
			success({ en: "Stored: one line for the client.", ru: "Сохранён: одна строка для клиента." }, mediaTypes.text),
			...refused(mediaTypes.text),
		],
	},
	{
		path: "/genuuid.php",
		method: "post",
		group: "reports",
		about: {
			en: "Gives a new UUID to a client that asks politely",
			ru: "Выдаёт новый UUID клиенту, который вежливо просит",
		},
		body: {
			"multipart/form-data": {
				fields: { magic_word: { en: "The words very-please.", ru: "Слова very-please." } },
			},
		},
		answers: [
			success({ en: "The UUID.", ru: "UUID." }, mediaTypes.text),
			problem(403, "The magic word is missing.", "Нет волшебного слова.", mediaTypes.text),
		],
	},
];

/** The compiler refuses this where the described answer is another than the one given. */
export const isProven: Acceptance extends typeof acceptanceSchema._zod.output.status ? true : false = true;
