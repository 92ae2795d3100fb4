/** `/api/openapi.json`: the addresses for programs as OpenAPI 3.1, made from what answers. */
import { parameters as known, type Parameter } from "#lib/address/parameters";
import { read } from "#lib/address/query";
import { dataLicence } from "#lib/data-licence";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import type { Language } from "#lib/language";
import { parametersOf } from "#lib/query/request";
import { translate } from "#lib/text/index";
import { type Answer, type Body, groups, operationIdOf, parametersOf as parametersIn, type Route } from "./route";
import { routes } from "./routes";
import { type JsonSchema, namedSchemas, schemaOf } from "./schemas";
import { apiText, languagesText } from "./text";

/** Changes with the API, not with the program. */
const version = "1.0.0";

export function openApi(language: Language, origin: string) {
	return { ...documentIn(language), servers: [{ url: origin }] };
}

const documents = new Map<Language, ReturnType<typeof describe>>();

/** Changes with the program alone, and takes as long to make as a page. */
function documentIn(language: Language): ReturnType<typeof describe> {
	const document = documents.get(language) ?? describe(language);
	documents.set(language, document);
	return document;
}

function describe(language: Language) {
	const t = translate(language);
	return {
		openapi: "3.1.1",
		info: {
			title: t("site.name"),
			version,
			summary: t("site.description"),
			description: [t("programs.api.lead"), t("programs.api.rules"), languagesText(language)].join("\n\n"),
			license: { name: dataLicence.name, url: dataLicence.address },
		},
		servers: [] as { url: string }[],
		tags: groups.map((name) => ({ name, description: t(`programs.api.group.${name}`) })),
		paths: Object.fromEntries(routes.map((route) => [route.path, { [route.method]: operationOf(route, language) }])),
		components: { schemas: namedSchemas(language) },
	};
}

export function openApiResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const language = read(parametersOf(request), known.lang);
		const document = openApi(language, siteAddress(request));
		return okResponse(mediaTypes.json, JSON.stringify(document));
	});
}

function operationOf(route: Route, language: Language) {
	const { path, group, about, body, answers } = route;
	const parameters = parametersIn(route);
	return {
		operationId: operationIdOf(route),
		tags: [group],
		summary: apiText(about, language),
		...(parameters.length > 0 ? { parameters: parameters.map((one) => parameterOf(one, path, language)) } : {}),
		...(body ? { requestBody: { required: true, content: bodyOf(body, language) } } : {}),
		responses: Object.fromEntries(answers.map((one) => [one.status, answerOf(one, language)])),
		security: [],
	};
}

function parameterOf(
	{ name, about, schema, default: assumed, example, isRepeatable, isRequired }: Parameter,
	path: string,
	language: Language,
) {
	const isInPath = path.includes(`{${name}}`);
	const value = schemaOf(schema, language);
	return {
		name,
		in: isInPath ? "path" : "query",
		description: about ? apiText(about, language) : "",
		...(isInPath || isRequired ? { required: true } : {}),
		...(isRepeatable ? { style: "form", explode: true } : {}),
		schema: isRepeatable
			? { type: "array", items: value }
			: { ...value, ...(assumed === undefined ? {} : { default: String(assumed) }) },
		...(example ? { example } : {}),
	};
}

function answerOf({ about, type, schema }: Answer, language: Language) {
	if (!type) return { description: apiText(about, language) };
	const isText = /^text\/|\+xml|\/xml/.test(type);
	const made: JsonSchema = schema ? schemaOf(schema, language) : isText ? { type: "string" } : {};
	return { description: apiText(about, language), content: { [type.split(";")[0] ?? type]: { schema: made } } };
}

function bodyOf(body: Body, language: Language) {
	const archive = { type: "string", contentMediaType: "application/gzip" };
	return Object.fromEntries(
		Object.entries(body).map(([type, content]) => {
			if (!("fields" in content)) return [type, { schema: archive }];
			const fields = Object.entries(content.fields).map(([name, about]) => [
				name,
				{ type: "string", description: apiText(about, language) },
			]);
			const properties = { ...Object.fromEntries(fields), ...(content.file ? { [content.file]: archive } : {}) };
			return [type, { schema: { type: "object", properties, required: Object.keys(properties) } }];
		}),
	);
}
