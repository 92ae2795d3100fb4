/** How an address for programs is described: what `/api` and `/api/openapi.json` are made from. */
import { z } from "zod";
import { parametersAt } from "#lib/address/addresses";
import type { Parameter } from "#lib/address/parameters";
import { mediaTypes } from "#lib/http/media-types";
import { problemSchema, slugSchema } from "#lib/schemas/answers";
import { pages } from "#lib/statistics/pages";
import type { ApiText } from "./text";

export const groups = ["data", "facts", "news", "reports", "hosts", "service"] as const;
type Group = (typeof groups)[number];

export interface Answer {
	status: number;
	about: ApiText;
	/** Absent if there is no body. */
	type?: string;
	schema?: z.ZodType;
}

export interface Body {
	/** The content by media type. */
	[type: string]: { file: string } | { fields: Record<string, ApiText>; file?: string };
}

export interface Route {
	/** Placeholders are in braces. */
	path: string;
	method: "get" | "post";
	group: Group;
	about: ApiText;
	body?: Body;
	answers: readonly Answer[];
	/** An example with its parameters, for addresses without side effects. */
	example?: string;
	/** Answers as the address does. */
	respond?(request: Request): Promise<Response>;
}

const wordsIn = (path: string) => path.split(/[^a-z0-9]+/i).filter(Boolean);

/** Like `getDataSlugJson`. */
export function operationIdOf({ method, path }: Pick<Route, "method" | "path">): string {
	return [method, ...wordsIn(path).map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join("");
}

/** The last part of the address of its page, like `data-slug-json`. */
export const partOf = ({ path }: Pick<Route, "path">) => wordsIn(path).join("-");

/** The placeholders in paths. */
const inPath: readonly Parameter[] = [
	{
		name: "slug",
		about: "parameter.slug",
		schema: slugSchema,
		wrong: "is no statistic",
		example: "cpu-vendor",
	},
	{
		name: "page",
		about: "parameter.page",
		schema: z.enum(pages.map(({ slug }) => slug)),
		wrong: "is no page",
		example: "cpu",
	},
];

/** Those in its path, then those of its query. */
export function parametersOf({ path, example = "" }: Pick<Route, "path" | "example">): readonly Parameter[] {
	return [...inPath.filter(({ name }) => path.includes(`{${name}}`)), ...parametersAt(example)];
}

/** The answer to a correct request. */
export function success(about: ApiText, type: string, schema?: z.ZodType, status = 200): Answer {
	return { status, about, type, schema };
}

export function problem(status: number, about: ApiText, type: string = mediaTypes.problem): Answer {
	return { status, about, type, ...(type === mediaTypes.problem ? { schema: problemSchema } : {}) };
}

export const notModified: Answer = {
	status: 304,
	about: "answer.notModified",
};

export function badParameter(type?: string): Answer {
	return problem(400, "answer.badParameter", type);
}

export function notThere(type?: string): Answer {
	return problem(404, "answer.notThere", type);
}

/** For files that are costly to make. */
export const tooBusy = problem(503, "answer.tooBusy");
