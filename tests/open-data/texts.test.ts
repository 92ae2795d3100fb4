import { describe, expect, it } from "vitest";
import type { Day } from "#lib/day";
import { citationBibtex, citationText } from "#lib/open-data/citation";
import { bbcodeOf, htmlOf, markdownOf } from "#lib/open-data/markup-tables";
import { textTable } from "#lib/open-data/text-table";
import { address, exportedDistribution, exportedSeries, hostile } from "../exports";

const plainly = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");
const vendors = { "": [10, 10], intel: [8, 8], amd: [2, 2] } satisfies Parameters<typeof exportedDistribution>[1];
/** In MiB: most hosts have little, and most memory is in the others. */
const perHost = { "": [10, 409_600], "8-16-gib": [6, 102_400], "64-128-gib": [4, 307_200] } satisfies Parameters<
	typeof exportedDistribution
>[1];
const hostileRows = Object.fromEntries([
	["", [70, 70]],
	...Object.keys(hostile).map((bucket) => [bucket, [10, 10]]),
]) as Parameters<typeof exportedDistribution>[1];
const dangerous = exportedDistribution("cpu-model", hostileRows, { labels: hostile });

describe("Markdown", () => {
	it("is a table with title, date, base and source", () => {
		expect(plainly(markdownOf(textTable(exportedDistribution("cpu-vendor", vendors))))).toBe(
			`**CPU vendors** · OpenVZ 7 · 21 November 2026

| Name | Percent | Hosts |
| :--- | ---: | ---: |
| Intel | 80% | 8 |
| AMD | 20% | 2 |
| **All** | **100%** | **10** |

n = 10 hosts · reports of 14 days up to 21 November 2026. [Source: OpenVZ statistics](<${address}>), data under CC BY 4.0
`,
		);
	});
	it("says in Russian what it is, of amounts and hosts, and that it is a simulation", () => {
		const taken = exportedDistribution(
			"container-layout",
			{ "": [3, 21], ploop: [2, 16], other: [1, 5, 2] },
			{ language: "ru", isSimulation: true },
		);
		const text = plainly(markdownOf(textTable(taken)));
		expect(text).toContain("| Название | Доля контейнеров, % | Контейнеры | Доля серверов, % | Серверы |");
		expect(text).toContain("| ploop | 76 % | 16 | 67 % | 2 |");
		expect(text).toMatch(/\| Другие \(скрыты 2 значения\) \| 24 % \| 5 \| 33 % \| 1 \|/);
		expect(text).toContain("n = 21 контейнер на 3 серверах");
		expect(text).toContain("\n*Симуляция. ");
	});
	it("has the interval of each share where it is known", () => {
		const taken = exportedDistribution("cpu-vendor", vendors);
		const rows = taken.shown.rows.map((row, i) => ({
			...row,
			interval: i === 0 ? ([49.02, 94.33] as [number, number]) : null,
		}));
		const text = plainly(markdownOf(textTable({ ...taken, shown: { ...taken.shown, rows } })));
		expect(text).toContain("| Name | Percent | 95% interval | Hosts |");
		expect(text).toContain("| Intel | 80% | 49% … 94% | 8 |");
		expect(text).toContain("| AMD | 20% | – | 2 |");
		expect(text).toContain("| **All** | **100%** | **** | **10** |");
	});
	it("counts hosts, as the page does, where a statistic tells how much each host has", () => {
		const text = plainly(markdownOf(textTable(exportedDistribution("memory-installed", perHost))));
		expect(text).toContain("| Name | Percent of hosts | Hosts | Percent of installed memory | GiB |");
		expect(text).toContain("| 9–16 GiB | 60% | 6 | 25% | 100 |");
		expect(text).toContain("| **All** | **100%** | **10** | **100%** | **400** |");
		expect(text).toContain("n = 10 hosts ·");
	});
	it("keeps labels labels", () => {
		const text = markdownOf(textTable(dangerous));
		const rows = text.split("\n").filter((line) => line.startsWith("| "));
		// Head, rule, base, and a row for each label: no newline of a label began another.
		expect(rows).toHaveLength(3 + Object.keys(hostile).length);
		for (const row of rows) expect(row.replaceAll("\\|", "").match(/\|/g)).toHaveLength(4);
		expect(text).toContain("| a \\| b |");
		expect(text).toContain("| \\`rm\\` \\$x\\$ \\*bold\\* \\_it\\_ \\~\\~no\\~\\~ \\\\ |");
		expect(text).toContain("| &lt;script&gt;alert('1')&lt;/script&gt;&amp;lt; |");
		expect(text).toContain("| one two threeeerht |");
		expect(text).toContain("\\[a\\](javascript:b) https\\://evil.example www\\.evil.example \\@all");
		expect(text.match(/(?<!\\)\]\(/g)).toHaveLength(1);
	});
});

describe("HTML", () => {
	it("carries title, source and base within the table", () => {
		const html = plainly(
			htmlOf(textTable(exportedDistribution("cpu-vendor", vendors, { language: "ru", isSimulation: true }))),
		);
		expect(html).toMatch(
			/^<table lang="ru">\n<caption>Производители процессоров · OpenVZ 7 · 21 ноября 2026<\/caption>/u,
		);
		expect(html).toContain('<th scope="row" style="text-align:left">Intel</th><td style="text-align:right">80 %</td>');
		expect(html).toContain(`<a href="${address.replace("&", "&amp;")}">Источник: Статистика OpenVZ</a>`);
		expect(html).toContain("<br><em>Симуляция.");
		expect(html.endsWith("</table>\n")).toBe(true);
	});
	it("keeps labels labels", () => {
		const html = htmlOf(textTable(dangerous));
		const tags = new Set([...html.matchAll(/<\/?([^\s>]*)/g)].map(([, name]) => name));
		expect([...tags].sort()).toEqual(
			["a", "caption", "small", "table", "tbody", "td", "tfoot", "th", "thead", "tr"].sort(),
		);
		expect(html).toContain("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;lt;");
		expect(html).toContain("=HYPERLINK(&quot;//evil.example&quot;)");
	});
});

describe("BBCode", () => {
	it("is a table with title, date, base and source", () => {
		expect(plainly(bbcodeOf(textTable(exportedDistribution("cpu-vendor", vendors))))).toBe(
			`[b]CPU vendors[/b] · OpenVZ 7 · 21 November 2026
[table]
[tr][th]Name[/th][th]Percent[/th][th]Hosts[/th][/tr]
[tr][td]Intel[/td][td]80%[/td][td]8[/td][/tr]
[tr][td]AMD[/td][td]20%[/td][td]2[/td][/tr]
[tr][th]All[/th][th]100%[/th][th]10[/th][/tr]
[/table]
n = 10 hosts · reports of 14 days up to 21 November 2026. [url=${address}]Source: OpenVZ statistics[/url], data under CC BY 4.0
`,
		);
	});
	it("keeps labels labels", () => {
		const text = bbcodeOf(textTable(dangerous));
		expect(text).toContain("[td](/url)(url=//evil.example)x(/url)(/td)[/td]");
		expect(new Set([...text.matchAll(/\[\/?(\w+)/g)].map(([, name]) => name))).toEqual(
			new Set(["b", "table", "tr", "th", "td", "url"]),
		);
		expect(text.match(/\[url/g)).toHaveLength(1);
	});
});

describe("a history as a table", () => {
	it("has every day of a month, and gaps as gaps", () => {
		const table = textTable(exportedSeries("cpu-vendor", 3, (i) => (i === 1 ? null : { intel: 60, amd: 20 + 10 * i })));
		expect(table.details.map(plainly)).toEqual(["Percent of hosts", "OpenVZ 7", "1 January 2026 to 3 January 2026"]);
		expect(table.columns).toEqual(["Day", "Intel", "AMD", "All"]);
		expect(table.rows.map((row) => row.map(plainly))).toEqual([
			["1 Jan 2026", "75%", "25%", "80"],
			["2 Jan 2026", "–", "–", "–"],
			["3 Jan 2026", "60%", "40%", "100"],
		]);
	});
	it("shows amounts when asked to", () => {
		const taken = {
			...exportedSeries("cpu-vendor", 1, () => ({ intel: 3000, amd: 1 })),
			look: { measure: "total" as const },
		};
		expect(textTable(taken)).toMatchObject({ details: ["Number of hosts", ...Array(2).fill(expect.any(String))] });
		expect(textTable(taken).rows).toEqual([["1\u00a0Jan\u00a02026", "3,000", "1", "3,001"]]);
	});
	it("of one number has one column", () => {
		const table = textTable(exportedSeries("hosts-active", 2, (i) => ({ all: i })));
		expect([table.columns, table.rows]).toEqual([
			["Day", "Hosts"],
			[
				["1\u00a0Jan\u00a02026", "0"],
				["2\u00a0Jan\u00a02026", "1"],
			],
		]);
	});
	it("of what happens on a day has a row for each whole week, or month, and says so", () => {
		// 2026-01-01 is a Thursday.
		const weeks = textTable(exportedSeries("reports", 30, () => ({ all: 10 })));
		expect(weeks.columns).toEqual(["Week", "Reports"]);
		expect(weeks.rows.map((row) => row.map(plainly))).toEqual([
			["5–11 January 2026", "70"],
			["12–18 January 2026", "70"],
			["19–25 January 2026", "70"],
		]);
		expect(textTable(exportedSeries("reports", 1500, () => ({ all: 10 }))).columns[0]).toBe("Month");
		expect(textTable(exportedSeries("reports", 30, () => ({ all: 10 }), { language: "ru" })).columns[0]).toBe("Неделя");
	});
	it("of years is thinned to what can be read, and ends on its last day", () => {
		const table = textTable(exportedSeries("hosts-active", 430, (i) => ({ all: i })));
		expect(table.rows).toHaveLength(15);
		expect(table.rows[0]).toEqual(["31\u00a0Jan\u00a02026", "30"]);
		expect(table.rows.at(-1)?.[1]).toBe("429");
	});
});

describe("a citation", () => {
	const today = "2026-11-28" as Day;
	it("says who, what, of which day, where, and when it was looked at", () => {
		expect(plainly(citationText(exportedDistribution("cpu-vendor", vendors), today))).toBe(
			`OpenVZ project (2026). CPU vendors, OpenVZ 7 [Data set]. 21 November 2026; n = 10 hosts · reports of 14 days up to 21 November 2026. OpenVZ statistics. ${address} (accessed 28 November 2026).\n`,
		);
		expect(plainly(citationText(exportedDistribution("cpu-vendor", vendors, { language: "ru" }), today))).toContain(
			"Проект OpenVZ (2026). Производители процессоров, OpenVZ 7 [Набор данных]. 21 ноября 2026;",
		);
	});
	it("is an entry for BibTeX, its braces balanced", () => {
		const entry = citationBibtex(
			exportedDistribution("cpu-vendor", vendors, { product: "legacy", isSimulation: true }),
			today,
		);
		expect(entry).toMatch(/^@misc\{openvz-cpu-vendor-legacy-2026-11-21,\n {2}author = \{\{OpenVZ project\}\},\n/);
		expect(entry).toContain("  year = {2026},\n  date = {2026-11-21},");
		expect(entry).toContain(`  url = {${address}},\n  urldate = {2026-11-28},`);
		expect(entry).toContain("Simulation.");
		let depth = 0;
		for (const [brace] of entry.matchAll(/(?<!\\)[{}]/g)) {
			depth += brace === "{" ? 1 : -1;
			expect(depth).toBeGreaterThanOrEqual(0);
		}
		expect(depth).toBe(0);
	});
	it("escapes what TeX takes for commands", () => {
		const taken = exportedDistribution("cpu-vendor", vendors);
		taken.shown.statistic.title = "50% of {a} & \\b_c #1 $x^2~";
		expect(citationBibtex(taken, today)).toContain(
			"50\\% of \\{a\\} \\& \\textbackslash{}b\\_c \\#1 \\$x\\textasciicircum{}2\\textasciitilde{}",
		);
	});
});
