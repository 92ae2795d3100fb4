/** What the benchmark prints, and how it changes BENCHMARKS.md. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parts } from "#bin/bench/parts";
import { type Line, printedLine, tableOf, withTable } from "#bin/bench/table";

const lines: Line[] = [
	{ what: "start", value: 812.4, unit: "ms" },
	{ what: "import", value: 2147, unit: "per second", atLeast: 2000, note: "18 archives" },
	{ what: "memory", value: 390, unit: "MiB", atMost: 300 },
	{ what: "page /", value: 6798, unit: "per second", peer: { what: "bare server", value: 9114 }, atLeast: 0.5 },
	{ what: "page, hosts ×10", value: 90, unit: "ms", peer: { what: "×1", value: 45 }, atMost: 1.5 },
];

test("each line has its unit, its limit or peer, and the ratio; what misses its limit is marked", () => {
	expect(tableOf(lines).split("\n").slice(2)).toEqual([
		"| start | 812 | ms |  |  |",
		"| import | 2,147 | per second | at least 2,000 per second; 18 archives | 1.07 |",
		"| memory | **390** | MiB | at most 300 MiB | 1.30 |",
		"| page / | 6,798 | per second | bare server: 9,114, at least 0.50 of it | 0.75 |",
		"| page, hosts ×10 | **90.0** | ms | ×1: 45.0, at most 1.50 of it | 2.00 |",
	]);
	expect(lines.map((line) => printedLine(line).endsWith("MISSED"))).toEqual([false, false, true, false, true]);
});

test("a part replaces its own table and nothing else", () => {
	const document = "a\n<!-- bench one -->\nold\n<!-- end of one -->\nb\n<!-- bench two -->\nold\n<!-- end of two -->\n";
	expect(withTable(document, "two", "new")).toBe(
		"a\n<!-- bench one -->\nold\n<!-- end of one -->\nb\n<!-- bench two -->\nnew\n<!-- end of two -->\n",
	);
	expect(() => withTable(document, "three", "new")).toThrow("BENCHMARKS.md has no <!-- bench three -->");
});

test("BENCHMARKS.md has a place for the table of every part", () => {
	const document = readFileSync("BENCHMARKS.md", "utf8");
	for (const part of Object.keys(parts)) expect(withTable(document, part, "new"), part).toContain(`${part} -->\nnew`);
});
