/** The description of the addresses for programs: valid, complete, and true of what is answered. */

import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import { languages } from "#lib/language";
import { products } from "#lib/product";
import * as schemas from "#lib/schemas/answers";
import * as ofQuestions from "#lib/schemas/questions";
import { statistics } from "#lib/statistics/index";
import { isSentBy } from "#lib/statistics/statistic";
import { packArchive } from "../readers/archive";
import { monthsSite } from "../shared-sites";

interface Operation {
	operationId: string;
	summary: string;
	parameters?: {
		name: string;
		in: string;
		description: string;
		schema: object;
		example?: string;
		required?: boolean;
	}[];
	responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>;
}
interface Document {
	openapi: string;
	servers: { url: string }[];
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, { type?: string; properties?: object }> };
}

const site = await monthsSite();
let document: Document;
let ajv: Ajv2020;
beforeAll(async () => {
	document = (await (await fetch(`${site.url}/api/openapi.json`)).json()) as Document;
	ajv = new Ajv2020({ strict: true, allErrors: true });
	addFormats.default(ajv);
	ajv.addSchema({ $id: "openapi", components: document.components }, "openapi");
	ajv.addVocabulary(["components"]);
});

const get = (path: string) => fetch(site.url + path);

/** A path with what it needs, and one parameter more. */
function filled(path: string, { parameters = [] }: Operation, more: Record<string, string> = {}): string {
	const needed = parameters.filter((one) => one.in === "query" && one.required);
	const given = { ...Object.fromEntries(needed.map(({ name, example }) => [name, example ?? ""])), ...more };
	const query = new URLSearchParams(given).toString();
	const example = (_: string, name: string) => parameters.find((one) => one.name === name)?.example ?? name;
	return path.replace(/\{(\w+)\}/g, example) + (query && `?${query}`);
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(name: string): ValidateFunction {
	const validate = validators.get(name) ?? ajv.compile({ $ref: `openapi#/components/schemas/${name}` });
	validators.set(name, validate);
	return validate;
}

/** An answer is as the document says, and has nothing that the schema does not know. */
async function mustBe(name: string, schema: z.ZodType, path: string): Promise<void> {
	const response = await get(path);
	expect(response.status, path).toBe(200);
	const answer = await response.json();
	const validate = validatorOf(name);
	expect(validate(answer), `${path}: ${ajv.errorsText(validate.errors)}`).toBe(true);
	expect(schema.parse(answer), path).toEqual(answer);
}

describe("the document", () => {
	test.each(languages)("is valid OpenAPI 3.1 in %s", async (language) => {
		const source = await (await get(`/api/openapi.json?lang=${language}`)).text();
		const config = await createConfig({
			extends: ["recommended-strict"],
			// A server of our own is at home on localhost here; and nothing can be wrong with a request without parameters.
			rules: { "no-server-example.com": "off", "operation-4xx-response": "off" },
		});
		const problems = await lintFromString({ source, absoluteRef: "openapi.json", config });
		expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
	});
	test("is in Russian at /ru", async () => {
		const russian = await (await get("/ru/api/openapi.json")).text();
		expect(russian).toBe(await (await get("/api/openapi.json?lang=ru")).text());
		expect(russian).toContain("Показатель на один день");
		expect(russian).not.toContain('"about":{"en"');
	});
	test("names the server that was asked", () => expect(document.servers).toEqual([{ url: site.url }]));

	test("has every address that answers programs", () => {
		// `attach` refuses everything, and `bthash` leads people to a page.
		const notForPrograms =
			/^(site|internal|charts|bad-address|plain-text|embed|slide|share|disp-helper|\.well-known|faf\/reports\/(attach|bthash))\b/;
		const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith("route.ts") && !notForPrograms.test(path))
			.map((path) => `/${path.replace(/\/route\.ts$/, "")}`);
		expect(routes.length).toBeGreaterThan(8);
		for (const route of routes) {
			const pattern = new RegExp(`^${route.replaceAll(".", "\\.").replace(/\[\w+\]/g, "[^/]+")}$`);
			expect(
				Object.keys(document.paths).some((path) => pattern.test(path)),
				route,
			).toBe(true);
		}
	});

	test("has no path that does not answer as it says", async () => {
		const gets = Object.entries(document.paths).flatMap(([path, { get: operation }]) =>
			operation ? [{ path, operation }] : [],
		);
		expect(gets.length).toBeGreaterThan(12);
		for (const { path, operation } of gets) {
			const response = await get(filled(path, operation));
			expect(response.status, path).toBe(200);
			const types = Object.keys(operation.responses["200"]?.content ?? {});
			expect(types, path).toContain(response.headers.get("content-type")?.split(";")[0]);
			await response.arrayBuffer();
		}
	});

	test("says of wrong parameters what is answered", async () => {
		const hostile = "<script>\n";
		for (const [path, { get: operation }] of Object.entries(document.paths)) {
			for (const { name, in: place } of operation?.parameters ?? []) {
				if (!operation) continue;
				const address =
					place === "path" ? path.replace(`{${name}}`, "nothing") : filled(path, operation, { [name]: hostile });
				const response = await get(address);
				const said = operation.responses[response.status];
				expect(response.status, address).toBeGreaterThanOrEqual(400);
				expect(said, `${address} is ${response.status}`).toBeDefined();
				expect(Object.keys(said?.content ?? {}), address).toContain(response.headers.get("content-type"));
				const body = await response.text();
				expect(body, address).not.toContain(hostile);
				if (said?.content?.["application/problem+json"]) schemas.problemSchema.parse(JSON.parse(body));
			}
		}
	});
});

test("the script in the README verifies the log and a day", async () => {
	const script = /```js\n(import .*?)```/s.exec(readFileSync("README.md", "utf8"))?.[1] ?? expect.fail("no script");
	const { published } = schemas.indexSchema.parse(await (await get("/data/index.json")).json());
	const run = promisify(execFile);
	const file = join(await mkdtemp(join(tmpdir(), "verify-")), "verify.mjs");
	const verify = async (code: string) => {
		await writeFile(file, code);
		return run(process.execPath, [file, site.url, published?.to ?? ""]);
	};
	expect((await verify(script)).stdout).toMatch(/^\d+ records and the rows of [\d-]+ are as published\./);
	// Six hosts of OpenVZ 7 are all that the fleet has.
	await expect(verify(script.replace("hosts > 0", "hosts > 6"))).rejects.toThrow("were changed");
	await rm(dirname(file), { recursive: true });
});

describe("answers are as they are described", () => {
	test.each(products)("of every statistic of %s", async (product) => {
		for (const statistic of statistics.filter((one) => isSentBy(one, product))) {
			const { slug } = statistic;
			await mustBe("Distribution", schemas.distributionSchema, `/data/${slug}.json?product=${product}`);
			await mustBe("Series", schemas.seriesSchema, `/data/${slug}/series.json?product=${product}`);
		}
	});
	test("the catalog, facts", async () => {
		await mustBe("Index", schemas.indexSchema, "/data/index.json");
		await mustBe("Days", schemas.daysSchema, "/data/days.json");
		await mustBe("Fact", schemas.factSchema, "/fact/cpu-vendor.json");
		for (const product of products) {
			const address = (question: string) => `/data/cpu-vendor/${question}.json?product=${product}`;
			await mustBe("Comparison", ofQuestions.comparisonSchema, address("compare"));
			await mustBe("Moves", ofQuestions.movesSchema, `${address("why")}&bucket=amd`);
			await mustBe("Retirement", ofQuestions.retirementSchema, `${address("retire")}&bucket=intel`);
			await mustBe("Cross", ofQuestions.crossSchema, `${address("cross")}&by=country`);
		}
		await mustBe("Fact", schemas.factSchema, "/fact/openvz-version.json?bucket=openvz-6");
		await mustBe("Fact", schemas.factSchema, "/ru/fact/hosts-active.json?product=legacy");
	});
	test("a report that is accepted, and again", async () => {
		const body = await packArchive({ "manifest.json": JSON.stringify({ schema: 1, host_uuid: randomUUID() }) });
		const send = () => fetch(`${site.url}/api/v1/reports`, { method: "POST", body: new Uint8Array(body) });
		for (const [status, said] of [
			[201, "accepted"],
			[200, "duplicate"],
		] as const) {
			const response = await send();
			expect(response.status).toBe(status);
			expect(document.paths["/api/v1/reports"]?.post?.responses).toHaveProperty(`${status}`);
			expect(schemas.acceptanceSchema.parse(await response.json())).toEqual({ status: said });
		}
		const refused = await fetch(`${site.url}/api/v1/reports`, { method: "POST", body: "nothing" });
		expect(refused.status).toBe(400);
		schemas.problemSchema.parse(await refused.json());
	});
});

test("what is kept of a host, and that it is deleted, is told as described", async () => {
	const uuid = "0f5c3f6e-8f1d-4a0e-9c7e-00000000abce";
	const body = await packArchive({ "manifest.json": JSON.stringify({ schema: 1, host_uuid: uuid }) });
	await fetch(`${site.url}/api/v1/reports`, { method: "POST", body: new Uint8Array(body) });
	for (const [path, name] of [
		["/my-host/kept", "KeptHosts"],
		["/my-host/deleted", "DeletedHost"],
	] as const) {
		const fields = new URLSearchParams({ uuid, as: "json", confirm: "yes" });
		const response = await fetch(site.url + path, { method: "POST", body: fields });
		expect(document.paths[path]?.post?.responses).toHaveProperty(`${response.status}`);
		const validate = validatorOf(name);
		expect(validate(await response.json()), ajv.errorsText(validate.errors)).toBe(true);
	}
});

describe("/api", () => {
	/** From the anchor of each part in the index to the address of its page. */
	const partsOf = (html: string) =>
		new Map(
			[...html.matchAll(/<li id="([\w-]+)" data-moved=""><a href="([^"]+)"/g)].map(([, id = "", href = ""]) => [
				id,
				href,
			]),
		);
	const textOf = (html: string) => html.replace(/<script[\s\S]*?<\/script>/g, "").replace(/<[^>]+>/g, "");

	test.each(["/api", "/ru/api"])("%s leads to a page of each address, with its parameters", async (index) => {
		const html = await (await get(index)).text();
		const [parts, indexText] = [partsOf(html), textOf(html)];
		for (const [path, operations] of Object.entries(document.paths)) {
			expect(indexText).toContain(path);
			for (const { operationId, parameters = [] } of Object.values(operations)) {
				const href = parts.get(operationId) ?? expect.fail(operationId);
				expect(href).toMatch(new RegExp(`^${index}/[a-z0-9-]+$`));
				const page = await get(href);
				expect(page.status, href).toBe(200);
				const text = textOf(await page.text());
				expect(text).toContain(path);
				for (const { name } of parameters) expect(text).toContain(name);
			}
		}
		expect(new Set(parts.values()).size).toBe(parts.size);
	});
	test.each(["/api", "/ru/api"])("%s leads to the fields of each answer", async (index) => {
		const parts = partsOf(await (await get(index)).text());
		const answers = await (await get(`${index}/answers`)).text();
		const answersText = textOf(answers);
		for (const [name, { type, properties = {} }] of Object.entries(document.components.schemas)) {
			if (type !== "object") continue;
			expect(parts.get(`schema-${name}`)).toBe(`${index}/answers#schema-${name}`);
			expect(answers).toContain(`id="schema-${name}"`);
			for (const field of Object.keys(properties)) expect(answersText).toContain(field);
		}
	});
	test("has no page of other addresses", async () => {
		for (const path of ["/api/nothing", "/ru/api/nothing", "/methodology/nothing"])
			expect((await get(path)).status, path).toBe(404);
	});
	test("has examples that run as they stand, with the numbers of the moment", async () => {
		const index = await (await get("/api?product=legacy")).text();
		const hrefs = new Set([...partsOf(index).values()].map((href) => href.replace(/#.*/, "").replaceAll("&amp;", "&")));
		const pages = await Promise.all([...hrefs].map(async (href) => (await get(href)).text()));
		const html = pages.join("");
		const code = [...html.matchAll(/<pre><code>([\s\S]*?)<\/code><\/pre>/g)].map(([, text]) =>
			(text ?? "").replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&").replaceAll("&lt;", "<"),
		);
		const addresses = code.flatMap((text) => /^curl (?:-o \S+ )?'([^']+)'$/.exec(text)?.[1] ?? []);
		expect(addresses).toContain(`${site.url}/data/cpu-vendor.json?product=legacy`);
		for (const address of addresses) expect((await fetch(address)).status, address).toBe(200);
		expect(code).toContainEqual(expect.stringContaining('"hosts": 36'));
		expect(code).toContain(`=IMPORTDATA("${site.url}/data/cpu-vendor.csv?product=legacy"; ","; "en_US")`);
		expect(code).toContain(
			`table <- read.csv("${site.url}/data/cpu-vendor.csv?product=legacy", fileEncoding = "UTF-8-BOM")`,
		);
	});
	test("a hostile host is not repeated", async () => {
		for (const path of ["/api", "/api/data-slug-json"]) {
			const html = await (await fetch(site.url + path, { headers: { "x-forwarded-host": "evil.example" } })).text();
			expect(html).not.toContain("evil.example");
		}
	});
});
