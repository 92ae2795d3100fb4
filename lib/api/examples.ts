import type { View } from "#lib/address/links";
import { pathIn } from "#lib/language";
import { defaultProduct } from "#lib/product";
import type { ApiOperation } from "./guide";
import { parametersOf, type Route } from "./route";

/** Examples for an address: short programs in four languages, and its current answer, shortened. */

interface Snippet {
	/** The program that reads it. */
	language: "curl" | "Python" | "R" | "Google Sheets" | "Excel, LibreOffice Calc";
	code: string;
}

type Kind = "json" | "csv" | "text" | "xml" | "file";

function kindOf(type: string): Kind {
	if (type.startsWith("application/json")) return "json";
	if (type.startsWith("text/csv")) return "csv";
	if (type.startsWith("text/plain")) return "text";
	if (/^application\/(atom\+)?xml/.test(type)) return "xml";
	return "file";
}

/** No character of `url` is special in these languages, except `&` in a shell outside quotes. */
export function snippetsFor(url: string, type: string): Snippet[] {
	const kind = kindOf(type);
	const file = new URL(url).pathname.split("/").at(-1) ?? "file";
	return [
		{ language: "curl", code: kind === "file" ? `curl -o ${file} '${url}'` : `curl '${url}'` },
		{ language: "Python", code: python(url, kind, file) },
		{ language: "R", code: r(url, kind, file) },
		...formulasFor(url, kind),
	];
}

function python(url: string, kind: Kind, file: string): string {
	const read = `from urllib.request import urlopen\n`;
	switch (kind) {
		case "json":
			return `import json\n${read}\ndata = json.load(urlopen("${url}"))`;
		case "csv":
			return `import pandas\n\ntable = pandas.read_csv("${url}")`;
		case "xml":
			return `import xml.etree.ElementTree as tree\n${read}\nroot = tree.parse(urlopen("${url}")).getroot()`;
		case "text":
			return `${read}\nprint(urlopen("${url}").read().decode())`;
		case "file":
			return `from urllib.request import urlretrieve\n\nurlretrieve("${url}", "${file}")`;
	}
}

function r(url: string, kind: Kind, file: string): string {
	switch (kind) {
		case "json":
			return `data <- jsonlite::fromJSON("${url}")`;
		case "csv":
			return `table <- read.csv("${url}", fileEncoding = "UTF-8-BOM")`;
		case "xml":
			return `root <- xml2::read_xml("${url}")`;
		case "text":
			return `cat(readLines("${url}", encoding = "UTF-8"), sep = "\\n")`;
		case "file":
			return `download.file("${url}", "${file}", mode = "wb")`;
	}
}

/**
 * A spreadsheet cannot read JSON: it gets the same as CSV, or as one line of text. Sheets takes semicolons whatever its
 * language, and needs the locale: a German or Russian one would take 38.99 for a text.
 */
function formulasFor(url: string, kind: Kind): Snippet[] {
	const { pathname } = new URL(url);
	const sheets = (code: string): Snippet[] => [{ language: "Google Sheets", code }];
	const table = (address: string) => sheets(`=IMPORTDATA("${address}"; ","; "en_US")`);
	const line = (address: string): Snippet[] => [
		{ language: "Excel, LibreOffice Calc", code: `=WEBSERVICE("${address}")` },
	];
	if (kind === "csv") return table(url);
	if (kind === "text") return line(url);
	if (pathname.endsWith(".atom")) return sheets(`=IMPORTFEED("${url}")`);
	if (kind === "xml") return sheets(`=IMPORTXML("${url}"; "//*[local-name()='loc']")`);
	if (/\/fact\/.*\.json$/.test(pathname)) return line(url.replace(".json", ".txt"));
	if (/\/data\/(?!index|days)[^/]+(?:\/series)?\.json$/.test(pathname)) return table(url.replace(".json", ".csv"));
	return [];
}

/** The address of a route's example as seen from a view. */
export function exampleUrl({ path, example }: Route, view: View, origin: string): string | null {
	if (!example) return null;
	const takes = (name: string) => parametersOf({ path, example }).some((one) => one.name === name);
	const url = new URL(origin + (takes("lang") ? pathIn(view.language, example) : example));
	if (view.product !== defaultProduct && takes("product")) url.searchParams.set("product", view.product);
	if (view.day && takes("date")) url.searchParams.set("date", view.day);
	return url.href;
}

/**
 * What an address answers at the moment. Files are not shown, so they are not made; a picture is fetched by the reader's
 * browser.
 */
export async function answerNow({ respond, answers }: Route, url: string): Promise<ApiOperation["now"]> {
	const { pathname, search } = new URL(url);
	const described = answers[0]?.type ?? "";
	if (/^image\//.test(described)) return { picture: pathname + search };
	if (!respond || kindOf(described) === "file") return null;
	const { host, protocol } = new URL(url);
	const headers = { "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) };
	const response = await respond(new Request(url, { headers }));
	const text = (await response.text()).replace(/^\uFEFF/, "");
	const isJson = /^application\/(problem\+)?json/.test(response.headers.get("content-type") ?? "");
	const beginning = isJson
		? firstLines(JSON.stringify(shortened(JSON.parse(text)), null, 2), 44)
		: firstLines(text, 14);
	return { text: beginning };
}

const itemsMax = 2;

function shortened(value: unknown): unknown {
	if (Array.isArray(value)) {
		const items = value.slice(0, itemsMax).map(shortened);
		return value.length > itemsMax ? [...items, `… + ${value.length - itemsMax}`] : items;
	}
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one)]));
}

function firstLines(text: string, linesMax: number): string {
	const lines = text.trimEnd().split(/\r?\n/);
	return [...lines.slice(0, linesMax), ...(lines.length > linesMax ? ["…"] : [])].join("\n");
}
