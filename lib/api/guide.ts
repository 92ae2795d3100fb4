/** The page about the addresses for programs: the OpenAPI document in words, and examples with current numbers. */
import type { View } from "#lib/address/links";
import { type Translate, translate } from "#lib/text/index";
import { openApi } from "./document";
import { answerNow, exampleUrl, snippetsFor } from "./examples";
import { groups, type Route } from "./route";
import { routes } from "./routes";
import type { JsonSchema } from "./schemas";

type Document = ReturnType<typeof openApi>;
type Operation = NonNullable<Document["paths"][string]>[string];

/** With the answers of a published revision. */
export async function apiGuide(view: View, origin: string, revision: number): Promise<ApiGuide> {
	const t = translate(view.language);
	const document = openApi(view.language, origin);
	const operations = await Promise.all(
		routes.map(async (route) => ({
			group: route.group,
			operation: await operationOf(route, document, { view, origin, revision }),
		})),
	);
	return {
		document: `${origin}/api/openapi.json`,
		groups: groups.map((name) => ({
			name,
			title: t(`programs.api.group.${name}`),
			operations: operations.filter(({ group }) => group === name).map(({ operation }) => operation),
		})),
		schemas: Object.entries(document.components.schemas)
			.filter(([, schema]) => schema.type === "object")
			.map(([name, schema]) => schemaOf(name, schema, t)),
	};
}

async function operationOf(
	route: Route,
	document: Document,
	{ view, origin, revision }: { view: View; origin: string; revision: number },
): Promise<ApiOperation> {
	const t = translate(view.language);
	const described = document.paths[route.path]?.[route.method] as Operation;
	const url = exampleUrl(route, view, origin);
	const type = route.answers[0]?.type ?? "";
	return {
		id: described.operationId,
		method: route.method.toUpperCase(),
		path: route.path,
		summary: described.summary,
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
		now: url ? await answerNow(route, url, revision) : null,
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

function schemaOf(name: string, schema: JsonSchema, t: Translate): ApiSchema {
	return { name, about: `${schema.description ?? ""}`, fields: fieldsOf(schema, "", t) };
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

/** What the page about the addresses for programs shows: plain texts, made from the OpenAPI document. */

interface ApiGuide {
	groups: { name: string; title: string; operations: ApiOperation[] }[];
	schemas: ApiSchema[];
	/** Of the OpenAPI document. */
	document: string;
}

export interface ApiOperation {
	id: string;
	method: string;
	path: string;
	summary: string;
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
