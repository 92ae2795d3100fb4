/** A comparison as a chart and as files, made of an answer as it is read. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { StaticChart } from "#components/chart/static";
import { ChangeTable } from "#components/questions/moves";
import type { Day } from "#lib/day";
import { captionOf, fileNameOf, type StatisticExport } from "#lib/export/export";
import { presentationOf } from "#lib/office/pptx/statistic-slide";
import { workbookOf } from "#lib/office/xlsx/statistic-workbook";
import { citationBibtex } from "#lib/open-data/citation";
import { comparisonCsv } from "#lib/open-data/csv";
import { textTable } from "#lib/open-data/text-table";
import type { Comparison } from "#lib/series/comparison";
import { dumbbellChart } from "#lib/series/dumbbell-chart";
import cpuVendor from "#lib/statistics/cpu-vendor";
import { paint } from "../components/paint";
import { expectChart } from "../components/snapshot";
import { address } from "../exports";
import { chartOf, opened, sheetsOf } from "../office/office-files";

const counts = (hosts: number, base: number) => ({ hosts, total: hosts, percent: (100 * hosts) / base });
const comparison: Comparison = {
	statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
	a: { product: "openvz7", date: "2025-11-21" as Day, base: { hosts: 200, total: 200 } },
	b: { product: "openvz7", date: "2026-11-21" as Day, base: { hosts: 250, total: 250 } },
	rows: [
		{
			...{ bucket: "amd", label: "AMD", a: counts(20, 200), b: counts(75, 250) },
			...{ points: 20, interval: [12.66, 26.92], certain: true },
		},
		{
			...{ bucket: "intel", label: "Intel", a: counts(176, 200), b: counts(175, 250) },
			...{ points: -18, interval: [-25.05, -10.5], certain: true },
		},
		{
			...{ bucket: "hygon", label: "=Hygon & <b>", a: counts(4, 200), b: counts(0, 250) },
			...{ points: -2, interval: [-5.03, 0.04], certain: false },
		},
		{ bucket: "zhaoxin", label: "Zhaoxin", a: null, b: counts(0, 250), points: null, interval: null, certain: false },
	],
};
const ofProducts = { ...comparison, a: { ...comparison.b, product: "legacy" as const } };
const exported = (shown: Comparison): StatisticExport<Comparison> => ({
	...{ statistic: cpuVendor, product: "openvz7", shown, language: "en", address, isSimulation: true },
});
const plainly = (text: string) => text.replaceAll("\u00a0", " ");

test("the chart has a ring and a dot for each bucket, grey within the noise", () => {
	const draw = (size: "wide" | "narrow") => dumbbellChart(comparison, cpuVendor, { size, language: "en" });
	for (const size of ["wide", "narrow"] as const)
		expectChart(`dumbbells-${size}`, <StaticChart spec={draw(size)} paint={paint} />);
	const { sentence, note } = draw("wide");
	expect(plainly(sentence)).toContain("21 November 2025 and 21 November 2026. 2 shares");
	expect(plainly(note)).toBe(
		"A: n = 200 hosts · B: n = 250 hosts · A: reports of 14 days up to 21 November 2025 · B: reports of 14 days up to 21 November 2026",
	);
});

test("the chart keeps to the room that it has, and says what is left out", () => {
	const many = {
		...comparison,
		rows: Array.from({ length: 40 }, (_, i) => ({ ...(comparison.rows[0] as Comparison["rows"][0]), bucket: `b${i}` })),
	};
	const { rows, height, note } = dumbbellChart(many, cpuVendor, { size: "slide", language: "en", room: 280 });
	expect(height).toBeLessThanOrEqual(280);
	expect(note).toContain(`${40 - rows.length} more values are not drawn`);
});

test("files are named by both sides, and captions name both", () => {
	expect(fileNameOf(exported(comparison), "csv")).toBe("openvz-7-cpu-vendor-compare-2025-11-21-with-2026-11-21.csv");
	expect(fileNameOf(exported(ofProducts), "csv")).toBe(
		"openvz-cpu-vendor-compare-openvz-6-2026-11-21-with-openvz-7-2026-11-21.csv",
	);
	const { product, dates } = captionOf(exported(ofProducts));
	expect([product, plainly(dates)]).toEqual(["OpenVZ 6 and older / OpenVZ 7", "21 November 2026"]);
	expect(citationBibtex(exported(comparison), "2026-11-22" as Day)).toContain("@misc{openvz-cpu-vendor-2026-11-21,");
});

test("a CSV has a row for each bucket, and empty cells for what is not shown", () => {
	const lines = comparisonCsv(comparison).replace("\ufeff", "").trim().split("\r\n");
	expect(lines[0]).toBe(
		"statistic,bucket,label,a_date,a_product,a_hosts,a_total,a_percent,a_base_hosts,a_base_total,b_date,b_product,b_hosts,b_total,b_percent,b_base_hosts,b_base_total,points,interval_low,interval_high,certain",
	);
	expect(lines[1]).toBe(
		"cpu-vendor,amd,AMD,2025-11-21,openvz7,20,20,10,200,200,2026-11-21,openvz7,75,75,30,250,250,20,12.66,26.92,true",
	);
	expect(lines[3]).toContain(",'=Hygon & <b>,");
	expect(lines[4]).toBe(
		"cpu-vendor,zhaoxin,Zhaoxin,2025-11-21,openvz7,,,,200,200,2026-11-21,openvz7,0,0,0,250,250,,,,false",
	);
});

test("a table of texts has both shares and the difference", () => {
	const { columns, rows, sum } = textTable(exported(comparison));
	expect(columns.map(plainly)).toEqual(["Name", "21 November 2025", "21 November 2026", "Change in points, 95%"]);
	expect(rows[0]).toEqual(["AMD", "10%", "30%", "+20 (+13 … +27)"]);
	expect(rows[3]).toEqual(["Zhaoxin", "too few to show", "0%", "–"]);
	expect(sum).toEqual(["Hosts", "200", "250", ""]);
});

test("a workbook has the numbers as numbers", async () => {
	const sheets = await sheetsOf(await workbookOf(exported(comparison)));
	const [head, first, , , last] = sheets.get("Comparison") ?? [];
	expect(head?.map((cell) => plainly(String(cell)))).toEqual([
		...["Name", "Key", "Hosts, 21 November 2025", "Percent, 21 November 2025", "Hosts, 21 November 2026"],
		...["Percent, 21 November 2026", "Change, points", "95% from", "95% to", "By more than chance"],
	]);
	expect(first).toEqual(["AMD", "amd", 20, 0.1, 75, 0.3, 20, 12.66, 26.92, "yes"]);
	expect(last).toEqual(["Zhaoxin", "zhaoxin", null, null, 0, 0, null, null, null, "no"]);
});

test("a slide has a native chart with two bars for each bucket", async () => {
	const file = opened(await presentationOf(exported(comparison)));
	const { kinds, series, plot } = chartOf(file.text("ppt/charts/chart1.xml"));
	expect(kinds).toEqual(["c:barChart"]);
	expect(plot).toBeDefined();
	expect(series.map(({ name, values, formula }) => [plainly(name), values, formula])).toEqual([
		["A: 21 November 2025", [0.1, 0.88, 0.02, null], "Data!$B$2:$B$5"],
		["B: 21 November 2026", [0.3, 0.7, 0, 0], "Data!$C$2:$C$5"],
	]);
	const data = (await sheetsOf(file.bytes("ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx"))).get("Data") ?? [];
	expect(data[1]).toEqual(["AMD", 0.1, 0.3]);
});

test("changes by another statistic: the largest first, other last", () => {
	const rows = [
		{ bucket: "other", label: "Other", start: 10, end: 90 },
		{ bucket: "de", label: "Germany", start: 12, end: 19 },
		{ bucket: "us", label: "United States", start: 40, end: 25 },
	];
	const days = { from: "2025-11-21" as Day, to: "2026-11-21" as Day };
	const html = renderToStaticMarkup(
		<ChangeTable statistic={{ title: "Countries" }} {...{ rows, days }} language="en" />,
	);
	expect([...html.matchAll(/data-bucket="(\w+)"/g)].map(([, bucket]) => bucket)).toEqual(["us", "de", "other"]);
});
