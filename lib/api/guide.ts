/** The pages about the addresses for programs: the OpenAPI document in words, and an example with current numbers. */
import type { View } from "#lib/address/links";
import type { Language } from "#lib/language";
import { type Translate, translate } from "#lib/text/index";
import { openApi } from "./document";
import { answerNow, exampleUrl, snippetsFor } from "./examples";
import { groups, operationIdOf, partOf, type Route } from "./route";
import { routes } from "./routes";
import type { JsonSchema } from "./schemas";
import { apiText } from "./text";

type Document = ReturnType<typeof openApi>;
type Operation = NonNullable<Document["paths"][string]>[string];

/** Every address in its group. */
export function apiIndex(language: Language): ApiGroup[] {
	return groups.map((name) => ({
		name,
		title: translate(language)(`programs.api.group.${name}`),
		operations: routes.filter(({ group }) => group === name).map((route) => entryOf(route, language)),
	}));
}

function entryOf(route: Route, language: Language): ApiEntry {
	return {
		id: operationIdOf(route),
		part: partOf(route),
		method: route.method.toUpperCase(),
		path: route.path,
		summary: apiText(route.about, language),
	};
}

/** The fields of all answers that are objects. */
export function apiSchemas(language: Language): ApiSchema[] {
	const t = translate(language);
	return Object.entries(openApi(language, "").components.schemas)
		.filter(([, schema]) => schema.type === "object")
		.map(([name, schema]) => ({
			name,
			about: `${schema.description ?? ""}`,
			fields: fieldsOf(schema, "", t),
		}));
}

/** The address whose page is `part`, and its group; `null` where there is none. */
export function entryOfPart(part: string, language: Language): { entry: ApiEntry; group: ApiGroup } | null {
	const route = routes.find((one) => partOf(one) === part);
	if (!route) return null;
	const group = apiIndex(language).find(({ name }) => name === route.group);
	return group ? { entry: entryOf(route, language), group } : null;
}

/** `null` where no address has the part. */
export async function operationOfPart(part: string, view: View, origin: string): Promise<ApiOperation | null> {
	const route = routes.find((one) => partOf(one) === part);
	return route ? operationOf(route, openApi(view.language, origin), { view, origin }) : null;
}

async function operationOf(
	route: Route,
	document: Document,
	{ view, origin }: { view: View; origin: string },
): Promise<ApiOperation> {
	const t = translate(view.language);
	const described = document.paths[route.path]?.[route.method] as Operation;
	const url = exampleUrl(route, view, origin);
	const type = route.answers[0]?.type ?? "";
	return {
		...entryOf(route, view.language),
		parameters: (described.parameters ?? []).map(({ name, in: place, description, schema, required }) => ({
			name,
			values: wordsOf(schema),
			about: description,
			note: [
				...(place === "path" ? [t("programs.api.inAddress")] : []),
				...(place !== "path" && required ? [t("programs.api.required")] : []),
				...noteOf(schema, t),
			].join(" · "),
		})),
		answers: Object.entries(described.responses).map(([status, { description, content }]) => {
			const [media = "", shape] = Object.entries(content ?? {})[0] ?? [];
			return { status, type: media, about: description, schema: nameIn(shape?.schema) };
		}),
		examples: url
			? snippetsFor(url, type).map(({ language, code }) => ({ title: language, code }))
			: [{ title: "curl", code: sendingOf(route, origin) }],
		now: url ? await answerNow(route, url) : null,
	};
}

function sendingOf({ path, body = {} }: Route, origin: string): string {
	return Object.entries(body)
		.map(([type, content]) => {
			if (!("fields" in content))
				return `curl --data-binary @${content.file} -H 'Content-Type: ${type}' ${origin}${path}`;
			const values: Record<string, string> = { uuid: "$UUID", magic_word: "very-please", as: "json", confirm: "yes" };
			const option = type.startsWith("multipart/") ? "-F" : "-d";
			const fields = Object.keys(content.fields).map((name) => `${option} ${name}=${values[name] ?? "…"}`);
			return ["curl", ...fields, ...(content.file ? [`-F ${content.file}=@report.tar.gz`] : []), origin + path].join(
				" ",
			);
		})
		.join("\n");
}

function nameIn(schema: JsonSchema | undefined): string | null {
	const place = schema?.$ref;
	return typeof place === "string" ? (place.split("/").at(-1) ?? null) : null;
}

function wordsOf({ enum: words }: JsonSchema): string[] {
	return Array.isArray(words) ? words.map(String) : [];
}

/** The type of a value whose words are not listed, and its default. */
function noteOf(schema: JsonSchema, t: Translate): string[] {
	const isListed = schema.$ref !== undefined || schema.enum !== undefined;
	const isList = schema.type === "array";
	return [
		...(isListed ? [] : [shapeOf(isList ? (schema.items as JsonSchema) : schema, t)]),
		...(isList ? [t("programs.api.repeatable")] : []),
		...(schema.default === undefined ? [] : [t("programs.api.absent", { value: `${schema.default}` })]),
	];
}

type Fields = Record<string, JsonSchema>;

/** Fields within fields by their path: `rows[].hosts`. */
function fieldsOf(schema: JsonSchema, before: string, t: Translate): ApiSchema["fields"] {
	return Object.entries((schema.properties ?? {}) as Fields).flatMap(([name, field]) => {
		const path = before + name;
		const inner = objectIn(field);
		return [
			{ name: path, shape: shapeOf(field, t), about: `${field.description ?? ""}` },
			...(inner ? fieldsOf(inner, `${path}${field.type === "array" ? "[]" : ""}.`, t) : []),
		];
	});
}

function objectIn(schema: JsonSchema): JsonSchema | undefined {
	const inner = (schema.type === "array" ? schema.items : (schema.anyOf as JsonSchema[] | undefined)?.[0]) ?? schema;
	return (inner as JsonSchema).properties ? (inner as JsonSchema) : undefined;
}

function shapeOf(schema: JsonSchema, t: Translate): string {
	const { type, format, items, anyOf } = schema;
	const alternatives = Array.isArray(type) ? type.map((one) => ({ ...schema, type: one })) : (anyOf as JsonSchema[]);
	if (alternatives) {
		const [first = {}] = alternatives.filter((one) => one.type !== "null");
		return t("programs.api.shape.orNull", { of: shapeOf(first, t) });
	}
	if (type === "array") return t("programs.api.shape.array", { of: shapeOf((items ?? {}) as JsonSchema, t) });
	if (format === "date") return t("programs.api.shape.date");
	const known = ["number", "integer", "string", "boolean"] as const;
	const plain = known.find((one) => one === type);
	return t(`programs.api.shape.${plain ?? "object"}`);
}

/** An address in the index. */
export interface ApiEntry {
	id: string;
	/** Of the address of its page. */
	part: string;
	method: string;
	path: string;
	summary: string;
}

export interface ApiGroup {
	name: string;
	title: string;
	operations: ApiEntry[];
}

export interface ApiOperation extends ApiEntry {
	parameters: { name: string; values: string[]; about: string; note: string }[];
	answers: { status: string; type: string; about: string; schema: string | null }[];
	examples: { title: string; code: string }[];
	/** What it answers at the moment, shortened; a picture by its address. */
	now: { text: string } | { picture: string } | null;
}

export interface ApiSchema {
	name: string;
	about: string;
	fields: { name: string; shape: string; about: string }[];
}
