/** What is kept of one host and its deletion, described. */
import { deletedHostPath, keptOfHostPath } from "#lib/address/links";
import { mediaTypes } from "#lib/http/media-types";
import type { Text } from "#lib/language";
import { deletedHostSchema, keptHostsSchema } from "#lib/my-host/schemas";
import { type Answer, problem, type Route, success } from "./route";

const uuid: Text = {
	en: "The host’s UUID, in any case, with or without braces.",
	ru: "UUID сервера, в любом регистре, в фигурных скобках или без них.",
};
const as: Text = {
	en: "The word json: without it a page is made for a person.",
	ru: "Слово json: без него составляется страница для человека.",
};
const confirm: Text = {
	en: "The word yes: without it nothing is deleted.",
	ru: "Слово yes: без него ничего не удаляется.",
};
const refused: readonly Answer[] = [
	problem(400, "A field is wrong, missing or given twice.", "Поле неверно, отсутствует или указано дважды."),
	problem(403, "Sent by the page of another site.", "Отправлено со страницы другого сайта."),
	problem(413, "The form is larger than 2 KiB.", "Форма больше 2 КиБ."),
	problem(415, "Not a form of this type.", "Не форма этого типа."),
	problem(
		429,
		"Too many questions from one network: see Retry-After.",
		"Слишком много запросов из одной сети: см. Retry-After.",
	),
];

export const hostRoutes: readonly Route[] = [
	{
		path: keptOfHostPath,
		method: "post",
		group: "hosts",
		about: { en: "Everything that is kept of one host", ru: "Всё, что хранится об одном сервере" },
		body: { "application/x-www-form-urlencoded": { fields: { uuid, as } } },
		answers: [
			success({ en: "Everything, product by product.", ru: "Всё, по продуктам." }, mediaTypes.json, keptHostsSchema),
			problem(404, "Nothing is kept of this host.", "Об этом сервере ничего не хранится."),
			...refused,
		],
	},
	{
		path: deletedHostPath,
		method: "post",
		group: "hosts",
		about: { en: "Deletes everything that is kept of one host", ru: "Удаляет всё, что хранится об одном сервере" },
		body: { "application/x-www-form-urlencoded": { fields: { uuid, confirm, as } } },
		answers: [
			success(
				{ en: "Deleted, or there was nothing.", ru: "Удалено, или удалять было нечего." },
				mediaTypes.json,
				deletedHostSchema,
			),
			...refused,
		],
	},
];
