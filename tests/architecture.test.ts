/** Which folder may import from which: arrows point down only (ARCHITECTURE.md has the same table in words). */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** What features of the site show comes from here. */
const feature = [
	"lib/*",
	"lib/address",
	"lib/statistics",
	"lib/series",
	"lib/text",
	"lib/query",
	"lib/store/daily-rows",
];

/** A folder may import from itself and from these. `*` is every file directly in lib. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	"lib/*": [],
	"lib/address": ["lib/*", "lib/statistics", "lib/text"],
	"lib/facts": ["lib/*"],
	"lib/statistics": ["lib/*", "lib/facts", "lib/text"],
	"lib/readers": ["lib/*", "lib/facts", "lib/text"],
	"lib/host-history": ["lib/*", "lib/facts", "lib/statistics"],
	"lib/questions": ["lib/*"],
	"lib/store": [
		"lib/*",
		"lib/facts",
		"lib/statistics",
		"lib/host-history",
		"lib/publish/due",
		"lib/questions/suppression",
		"prisma/generated",
	],
	"lib/publish": ["lib/*", "lib/statistics", "lib/store"],
	"lib/text": ["lib/*"],
	"lib/series": [
		"lib/*",
		"lib/address",
		"lib/questions/differences",
		"lib/questions/intervals",
		"lib/statistics",
		"lib/text",
		"lib/store/daily-rows",
		"lib/store/monthly-columns",
	],
	"lib/drawing": ["lib/*", "lib/series"],
	"lib/query": [
		"lib/*",
		"lib/address",
		"lib/statistics",
		"lib/questions",
		"lib/schemas/questions",
		"lib/series",
		"lib/store/daily-rows",
		"lib/store/day-records",
		"lib/store/largest-hosts",
		"lib/store/monthly-columns",
		"lib/store/questions",
		"lib/text",
	],
	"lib/export": ["lib/*", "lib/statistics", "lib/series", "lib/text"],
	"lib/schemas": ["lib/*", "lib/statistics", "lib/series", "lib/text"],
	"lib/sharing": [...feature, "lib/export", "lib/http", "lib/open-data"],
	"lib/pictures": [...feature, "lib/export", "lib/http"],
	"lib/office": [...feature, "lib/export", "lib/http"],
	"lib/feed": [...feature, "lib/export", "lib/http", "lib/questions/differences"],
	"lib/robots": [
		"lib/*",
		"lib/address",
		"lib/feed/months",
		"lib/statistics",
		"lib/store/daily-rows",
		"lib/export",
		"lib/http",
	],
	"lib/search": [
		"lib/*",
		"lib/address",
		"lib/query/read",
		"lib/series",
		"lib/statistics",
		"lib/store/daily-rows",
		"lib/text",
	],
	"lib/reporter": ["lib/*", "lib/http"],
	"lib/badge": [...feature, "lib/http", "lib/schemas"],
	"lib/open-data": [
		...feature,
		"lib/export",
		"lib/http",
		"lib/office",
		"lib/pictures",
		"lib/schemas",
		"lib/store/day-records",
	],
	"lib/my-host": [
		"lib/*",
		"lib/address",
		"lib/facts",
		"lib/http",
		"lib/readers/uuid",
		"lib/receipt",
		"lib/schemas",
		"lib/series",
		"lib/privacy",
		"lib/statistics",
		"lib/store",
		"lib/text",
	],
	"lib/api": [
		"lib/*",
		"lib/address",
		"lib/statistics",
		"lib/text",
		"lib/store",
		"lib/query",
		"lib/schemas",
		"lib/http",
		"lib/badge",
		"lib/feed",
		"lib/my-host",
		"lib/office",
		"lib/open-data",
		"lib/robots",
		"lib/sharing",
	],
	"lib/receipt": ["lib/*", "lib/http", "lib/host-history", "lib/readers", "lib/statistics", "lib/store", "lib/text"],
	"lib/crashes": [
		"lib/*",
		"lib/address",
		"lib/facts",
		"lib/http",
		"lib/readers",
		"lib/receipt/admission",
		"lib/receipt/form",
		"lib/receipt/reading",
		"lib/schemas/answers",
		"lib/store/client",
		"lib/store/crash-pages",
		"lib/store/crashes",
		"lib/store/networks",
	],
	"lib/passive": ["lib/*", "lib/facts", "lib/statistics", "lib/text"],
	"lib/import": ["lib/*", "lib/readers", "lib/receipt", "lib/store/accept"],
	"lib/site": [
		"lib/*",
		"lib/address",
		"lib/facts/maxima",
		"lib/facts/sections",
		"lib/readers/formats",
		"lib/query",
		"lib/series",
		"lib/statistics",
		"lib/text",
		"lib/store/daily-rows",
		"lib/store/largest-hosts",
		"lib/store/live",
	],
	"lib/privacy": ["lib/*", "lib/facts/sections", "lib/readers/formats", "lib/statistics", "lib/text"],
	"lib/inspect": [
		"lib/*",
		"lib/facts",
		"lib/host-history/tally",
		"lib/readers",
		"lib/privacy",
		"lib/statistics",
		"lib/text",
	],
	"lib/http": ["lib/*", "lib/store"],
	"lib/fleet": ["lib/*"],
	components: [
		"lib/*",
		"lib/address",
		"lib/api/guide",
		"lib/drawing",
		"lib/inspect",
		"lib/my-host/shown",
		"lib/pictures",
		"lib/schemas/questions",
		"lib/search/site-index",
		"lib/series",
		"lib/sharing",
		"lib/privacy/shown-facts",
		"lib/statistics",
		"lib/text",
	],
	app: [
		"lib/*",
		"lib/address",
		"lib/api",
		"lib/badge",
		"lib/crashes",
		"lib/feed",
		"lib/http",
		"lib/my-host",
		"lib/office",
		"lib/open-data",
		"lib/privacy",
		"lib/query",
		"lib/readers/formats",
		"lib/receipt/answer",
		"lib/reporter",
		"lib/robots",
		"lib/search",
		"lib/series",
		"lib/sharing",
		"lib/site",
		"lib/statistics",
		"lib/store/live",
		"lib/text",
		"components",
	],
	bin: ["lib", "components/picture"],
};

const files = ["lib", "components", "app", "bin"].flatMap((top) =>
	readdirSync(top, { recursive: true, encoding: "utf8" })
		.map((name) => join(top, name))
		.filter((path) => /\.tsx?$/.test(path)),
);

function folderOf(path: string): string {
	const [top, second, third] = path.split("/");
	if (top !== "lib") return top ?? "";
	// A folder's index is imported by the name of the folder.
	return third || existsSync(`lib/${second}/index.ts`) ? `lib/${second}` : "lib/*";
}

/** `#lib/day` is the address of lib/day.ts (package.json, "imports"), `./day` one beside the importing file. */
function pathOf(name: string, importer: string): string {
	if (!name.startsWith("#")) return normalize(join(dirname(importer), name));
	return name
		.slice(1)
		.replace(/^prisma\//, "prisma/generated/")
		.replace(/\/index$/, "");
}

function importsOf(path: string): { names: string[]; packages: string[] } {
	const found = [...readFileSync(path, "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(
		(match) => match[1] ?? "",
	);
	const isOurs = (name: string) => /^[.#]/.test(name);
	return {
		names: found.filter(isOurs).map((name) => pathOf(name, path)),
		packages: found.filter((name) => !isOurs(name)),
	};
}

function leadsTo(to: string, name: string): boolean {
	return folderOf(name) === to || name === to || name.startsWith(`${to}/`);
}

/** Imports that are gone at run time (`import type`) close no circle. */
function importsAtRunTime(path: string): string[] {
	const found = [...readFileSync(path, "utf8").matchAll(/^(?:import|export) (?!type)[^;]*?from "([#.][^"]+)"/gm)];
	return found.flatMap((match) => {
		const name = pathOf(match[1] ?? "", path);
		return [name, `${name}.ts`, `${name}.tsx`].filter((one) => files.includes(one));
	});
}

test("no file imports itself, by whatever way", () => {
	const imports = new Map(files.map((path) => [path, importsAtRunTime(path)]));
	const done = new Set<string>();
	const circles: string[] = [];
	const visit = (path: string, way: readonly string[]) => {
		const place = way.indexOf(path);
		if (place >= 0) circles.push([...way.slice(place), path].join(" → "));
		if (place >= 0 || done.has(path)) return;
		for (const next of imports.get(path) ?? []) visit(next, [...way, path]);
		done.add(path);
	};
	for (const path of files) visit(path, []);
	expect(circles).toEqual([]);
});

test("every arrow is one that somebody needs", () => {
	const used = files.map((path) => ({ from: folderOf(path), names: importsOf(path).names }));
	const idle = Object.entries(mayImport).flatMap(([from, targets]) =>
		targets
			.filter((to) => to !== "lib/*" && to !== "lib")
			.filter((to) => !used.some((one) => one.from === from && one.names.some((name) => leadsTo(to, name))))
			.map((to) => `${from} → ${to}`),
	);
	expect(idle).toEqual([]);
});

describe("imports point down", () => {
	test.each(files)("%s", (path) => {
		const from = folderOf(path);
		const { names, packages } = importsOf(path);
		for (const name of names) {
			const allowed = (mayImport[from] ?? []).some((to) => leadsTo(to, name));
			expect(folderOf(name) === from || allowed, `${path} imports ${name}`).toBe(true);
		}
		if (from.startsWith("lib")) {
			expect(
				packages.filter((name) => /^(react|next|recharts)\b/.test(name)),
				"lib has no React and no Next",
			).toEqual([]);
		}
		if (!/^(lib\/store|bin|lib\/host-history)/.test(from) && from !== "lib/publish") {
			expect(
				packages.filter((name) => /^(pg|@prisma)\b/.test(name)),
				"only lib/store knows the database",
			).toEqual([]);
		}
	});
});

/** SQL as we write it: a text that begins with a statement's words in lower case. */
const statement =
	/["'`]\s*(?:select\s[^"'`]*\sfrom\s|select (?:\d|count|pg_|current_)|insert into\s|update \w+ set\s|delete from\s|with \w+ as\s*\(|(?:create|drop|alter) (?:temp )?(?:table|database|extension|index)\s|truncate\s|copy [\w$]+[ (]|analyze\b|vacuum\b|begin(?:["'`;]| isolation)|commit["'`;]|rollback["'`;]|set local\s)/;
const sendsSql = /\.query[<(]|\$(?:query|execute)Raw/;
const hasSql = (path: string) => {
	const text = readFileSync(path, "utf8");
	return statement.test(text) || sendsSql.test(text);
};

/** The recipe is SQL for readers to copy; the site never runs it. */
const shownSql = ["lib/series/recipe.ts"];
/** Tests that look at the tables themselves. */
const testsWithSql = [
	...["tests/bin/fill-demo.test.ts", "tests/database.ts", "tests/database-setup.ts", "tests/store/", "tests/publish/"],
	...["tests/receipt/", "tests/my-host/my-host.test.ts", "tests/http/hostile.test.ts", "tests/http/privacy.test.ts"],
	...["tests/questions/questions.test.ts", "tests/passive/observe.test.ts", "tests/crashes/", "tests/operations/"],
];

describe("SQL", () => {
	test("stands in lib/store alone", () => {
		const elsewhere = files.filter((path) => !path.startsWith("lib/store/") && !shownSql.includes(path));
		expect(elsewhere.filter(hasSql)).toEqual([]);
		expect(shownSql.filter(hasSql), "exceptions that are needed").toEqual(shownSql);
	});
	test("is found where it stands", () => {
		const found = files.filter((path) => path.startsWith("lib/store/") && hasSql(path));
		expect(found).toContain("lib/store/stage-rows.ts");
		expect(found).toContain("lib/store/embedded/presence.ts");
		expect(found.length).toBeGreaterThan(12);
	});
	test("is in no other tests than those of the tables", () => {
		const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
			.map((name) => join("tests", name))
			.filter((path) => /\.tsx?$/.test(path) && path !== "tests/architecture.test.ts");
		expect(tests.filter((path) => !testsWithSql.some((one) => path.startsWith(one))).filter(hasSql)).toEqual([]);
	});
	test("has the schema of its rows beside it", () => {
		const unchecked = files.filter(
			(path) => path.startsWith("lib/store/") && /\.query</.test(readFileSync(path, "utf8")),
		);
		expect(unchecked).toEqual([]);
	});
});
