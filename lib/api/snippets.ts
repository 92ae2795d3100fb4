/** How an address is used from a shell, Python, R and a spreadsheet: short programs that run as they stand. */

interface Snippet {
	language: "curl" | "Python" | "R" | "spreadsheet";
	code: string;
}

type Kind = "json" | "csv" | "text" | "xml" | "file";

export function kindOf(type: string): Kind {
	if (type.startsWith("application/json")) return "json";
	if (type.startsWith("text/csv")) return "csv";
	if (type.startsWith("text/plain")) return "text";
	if (/^application\/(atom\+)?xml/.test(type)) return "xml";
	return "file";
}

/** `url` has no character that any of the languages reads in its own way but `&`, which a shell does outside quotes. */
export function snippetsFor(url: string, type: string): Snippet[] {
	const kind = kindOf(type);
	const file = new URL(url).pathname.split("/").at(-1) ?? "file";
	const formula = formulaFor(url, kind);
	return [
		{ language: "curl", code: kind === "file" ? `curl -o ${file} '${url}'` : `curl '${url}'` },
		{ language: "Python", code: python(url, kind, file) },
		{ language: "R", code: r(url, kind, file) },
		...(formula ? [{ language: "spreadsheet" as const, code: formula }] : []),
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

/** JSON is nothing for a spreadsheet: the same in CSV, or as one line of text, is. */
function formulaFor(url: string, kind: Kind): string | null {
	const { pathname } = new URL(url);
	if (kind === "csv") return `=IMPORTDATA("${url}")`;
	if (kind === "text") return `=WEBSERVICE("${url}")`;
	if (pathname.endsWith(".atom")) return `=IMPORTFEED("${url}")`;
	if (kind === "xml") return `=IMPORTXML("${url}", "//*[local-name()='loc']")`;
	if (/\/fact\/.*\.json$/.test(pathname)) return `=WEBSERVICE("${url.replace(".json", ".txt")}")`;
	if (/\/data\/(?!index).*\.json$/.test(pathname)) return `=IMPORTDATA("${url.replace(".json", ".csv")}")`;
	return null;
}
