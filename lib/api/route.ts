/** How an address for programs is described: what `/api` and `/api/openapi.json` are made from. */
import { z } from "zod";
import { parametersAt } from "#lib/address/addresses";
import type { Parameter } from "#lib/address/parameters";
import { mediaTypes } from "#lib/http/media-types";
import type { Text } from "#lib/language";
import { problemSchema, slugSchema } from "#lib/schemas/answers";
import { pages } from "#lib/statistics/pages";

export const groups = ["data", "facts", "news", "reports", "hosts", "service"] as const;
export type Group = (typeof groups)[number];

export interface Answer {
	status: number;
	about: Text;
	/** Absent where there is no body. */
	type?: string;
	schema?: z.ZodType;
}

export interface Body {
	/** By media type: what is sent. */
	[type: string]: { file: string } | { fields: Record<string, Text>; file?: string };
}

export interface Route {
	/** In braces what stands for something. */
	path: string;
	method: "get" | "post";
	group: Group;
	about: Text;
	body?: Body;
	answers: readonly Answer[];
	/** The path of an example, filled in, with its parameters; of what answers without side effects. */
	example?: string;
	/** Answers as the address does. */
	respond?(request: Request): Promise<Response>;
}

/** What stands for the names in braces. */
const inPath: readonly Parameter[] = [
	{
		name: "slug",
		about: { en: "The name of a statistic.", ru: "Имя показателя." },
		schema: slugSchema,
		wrong: "is no statistic",
		example: "cpu-vendor",
	},
	{
		name: "page",
		about: { en: "The name of a page.", ru: "Имя раздела." },
		schema: z.enum(pages.map(({ slug }) => slug)),
		wrong: "is no page",
		example: "cpu",
	},
];

/** Those in its path, then those of its query. */
export function parametersOf({ path, example = "" }: Pick<Route, "path" | "example">): readonly Parameter[] {
	return [...inPath.filter(({ name }) => path.includes(`{${name}}`)), ...parametersAt(example)];
}

/** What is answered when all is well. */
export function success(about: Text, type: string, schema?: z.ZodType, status = 200): Answer {
	return { status, about, type, schema };
}

export function problem(status: number, en: string, ru: string, type: string = mediaTypes.problem): Answer {
	return { status, about: { en, ru }, type, ...(type === mediaTypes.problem ? { schema: problemSchema } : {}) };
}

export const notModified: Answer = {
	status: 304,
	about: { en: "Known already: the same ETag.", ru: "Уже известно: ETag тот же." },
};

export function badParameter(type?: string): Answer {
	return problem(400, "A parameter is wrong or given twice.", "Параметр неверен или указан дважды.", type);
}

export function notThere(type?: string): Answer {
	return problem(
		404,
		"No such statistic, not sent by this product, or the day is not published.",
		"Нет такого показателя, продукт его не присылает или день не опубликован.",
		type,
	);
}

/** Of what is costly to make. */
export const tooBusy = problem(
	503,
	"Too many are being made: ask again, as Retry-After says.",
	"Сейчас создаётся слишком много файлов: повторите запрос, как сказано в Retry-After.",
);
