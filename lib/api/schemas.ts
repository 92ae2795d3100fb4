/** Schemas as JSON Schema (draft 2020-12), with their descriptions in one language. */
import { z } from "zod";
import type { Language } from "#lib/language";
import * as ofHosts from "#lib/my-host/schemas";
import * as answers from "#lib/schemas/answers";
import * as ofQuestions from "#lib/schemas/questions";
import type { ApiTextKey } from "#lib/text/server";
import { apiText } from "./text";

export type JsonSchema = Record<string, unknown>;

const isSchema = (value: unknown): value is z.ZodType => value instanceof z.ZodType;
const named = Object.values<unknown>({ ...answers, ...ofQuestions, ...ofHosts })
	.filter(isSchema)
	.flatMap((schema) => {
		const id = schema.meta()?.id;
		return id ? [{ id, schema }] : [];
	});

const placeOf = (id: string) => `#/components/schemas/${id}`;

function withDescriptions(language: Language) {
	return ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }) => {
		const about = (z.globalRegistry.get(zodSchema) as { about?: ApiTextKey } | undefined)?.about;
		delete jsonSchema.about;
		delete jsonSchema.id;
		if (about) jsonSchema.description = apiText(about, language);
		// The format already says that it is a date.
		if (jsonSchema.format === "date") delete jsonSchema.pattern;
		if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
	};
}

/** All schemas with a name. */
export function namedSchemas(language: Language): Record<string, JsonSchema> {
	const registry = z.registry<{ id: string }>();
	for (const { id, schema } of named) registry.add(schema, { id });
	const { schemas } = z.toJSONSchema(registry, { io: "input", uri: placeOf, override: withDescriptions(language) });
	return Object.fromEntries(
		Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema as JsonSchema]),
	);
}

export function schemaOf(schema: z.ZodType, language: Language): JsonSchema {
	const id = schema.meta()?.id;
	if (id) return { $ref: placeOf(id) };
	const { $schema: _, ...made } = z.toJSONSchema(schema, { io: "input", override: withDescriptions(language) });
	return made as JsonSchema;
}
