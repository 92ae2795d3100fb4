/** Workbooks, read again by a library that did not write them. */
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { columnName } from "#lib/office/xlsx/sheet";
import { workbookOf } from "#lib/office/xlsx/statistic-workbook";
import { percentOf } from "#lib/series/amounts";
import { address, day, exportedDistribution, exportedSeries, hostile } from "../exports";

async function read(taken: Parameters<typeof workbookOf>[0]) {
	const bytes = await workbookOf(taken);
	const sheets = await readWorkbook(Buffer.from(bytes));
	return {
		names: sheets.map(({ sheet }) => sheet),
		rows: (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [],
		parts: Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)])),
	};
}

const plainly = (text: string) => text.replaceAll("\u00a0", " ");

describe("the workbook of a day", () => {
	it("has the numbers of the distribution, as numbers", async () => {
		const taken = exportedDistribution("container-layout", { "": [3, 21], ploop: [2, 16], other: [1, 5, 2] });
		const { names, rows } = await read(taken);
		expect(names).toEqual(["21 Nov 2026", "About"]);
		expect(rows("21 Nov 2026")).toEqual([
			["Name", "Key", "Containers", "Hosts", "Percent of containers", "Percent of hosts", "Values merged"],
			...taken.shown.rows.map((row) => [
				row.label,
				row.bucket,
				row.total,
				row.hosts,
				Math.round(row.percent * 100) / 10_000,
				Math.round(percentOf(row.hosts, 3) * 100) / 10_000,
				row.merged ?? null,
			]),
		]);
	});

	it("counts hosts first, as the page does, where a statistic tells how much each host has", async () => {
		const given = { "": [10, 409_600], "8-16-gib": [6, 102_400], "64-128-gib": [4, 307_200] } satisfies Parameters<
			typeof exportedDistribution
		>[1];
		const taken = exportedDistribution("memory-installed", given);
		const withIntervals = taken.shown.rows.map((row) => ({ ...row, interval: [1, 99] as [number, number] }));
		const { rows } = await read({ ...taken, shown: { ...taken.shown, rows: withIntervals } });
		expect(rows("21 Nov 2026")).toEqual([
			["Name", "Key", "Hosts", "GiB", "Percent of hosts", "95% from", "95% to", "Percent of installed memory"],
			// Wilson's interval of 6 of 10, and of 4 of 10: that of the units is gone.
			["9–16\u00a0GiB", "8-16-gib", 6, 100, 0.6, 0.3127, 0.8318, 0.25],
			["65–128\u00a0GiB", "64-128-gib", 4, 300, 0.4, 0.1682, 0.6873, 0.75],
		]);
		const sizes = { "8-16-gib": 102_400, "64-128-gib": 307_200 };
		const history = await read(exportedSeries("memory-installed", 2, () => sizes));
		expect(history.names).toEqual(["Hosts", "Percent", "GiB", "About"]);
		expect(history.rows("GiB")[2]?.slice(1)).toEqual([100, 300, 400]);
	});

	it("says on a sheet of its own what the numbers are", async () => {
		const { rows } = await read(
			exportedDistribution("cpu-vendor", { "": [10, 10], intel: [8, 8] }, { isSimulation: true }),
		);
		const about = rows("About").map(([name, value]) => [name, typeof value === "string" ? plainly(value) : value]);
		expect(about).toEqual([
			["Statistic", "CPU vendors"],
			["Simulation", expect.stringContaining("simulated hosts")],
			["Product", "OpenVZ 7"],
			["Date", new Date("2026-11-21T00:00:00Z")],
			["Unit", "Hosts"],
			["Counted", "Hosts by the maker of their processors."],
			["Base", "n = 10 hosts"],
			[null, expect.stringContaining("section “cpu” is known")],
			["Window", "reports of 14 days up to 21 November 2026"],
			["Rare values", expect.stringContaining("the list of values is closed")],
			["Source", "OpenVZ statistics"],
			[null, address],
			["Licence of the data", "CC BY 4.0"],
			[null, "https://creativecommons.org/licenses/by/4.0/"],
		]);
	});

	it("is in Russian when asked to be", async () => {
		const { names, rows } = await read(
			exportedDistribution("cpu-vendor", { "": [10, 10], intel: [8, 8] }, { language: "ru" }),
		);
		expect(names).toEqual(["21 нояб. 2026", "О данных"]);
		expect(rows("21 нояб. 2026")).toEqual([
			["Название", "Ключ", "Серверы", "Доля"],
			["Intel", "intel", 8, 0.8],
		]);
		expect(rows("О данных").flat()).toContain("Производители процессоров");
	});

	it("has one number without a share of itself", async () => {
		const { rows } = await read(exportedDistribution("hosts-active", { "": [10, 10], all: [10, 10] }));
		expect(rows("21 Nov 2026")).toEqual([
			["Name", "Key", "Hosts"],
			["Active hosts", "all", 10],
		]);
	});

	it("leaves texts texts, whatever they begin with", async () => {
		const labels = { ...hostile, plus: "+1", minus: "-2+3", at: "@SUM(A1)", tab: "\t=1" };
		const given = Object.fromEntries([["", [90, 90]], ...Object.keys(labels).map((key) => [key, [9, 9]])]);
		const { rows, parts } = await read(exportedDistribution("cpu-model", given, { labels }));
		const names = rows("21 Nov 2026").map(([name]) => name);
		expect(names).toEqual(expect.arrayContaining(["+1", "-2+3", "@SUM(A1)", "=1", labels.formula, labels.script]));
		const xml = parts["xl/worksheets/sheet1.xml"] ?? "";
		expect(xml).not.toContain("<f");
		expect(xml.match(/<c [^>]*t="inlineStr"/g)?.length).toBe(4 + 2 * Object.keys(labels).length);
	});
});

describe("the workbook of a history", () => {
	const taken = exportedSeries("container-layout", 40, (i) => (i === 5 ? null : { ploop: 30 + i, simfs: 40 - i }));

	it("is wide: days down, buckets across, with the numbers of the series", async () => {
		const { names, rows } = await read(taken);
		expect(names).toEqual(["Containers", "Percent", "Hosts", "About"]);
		const { days, base, series } = taken.shown;
		const dates = days.map((one) => new Date(`${one}T00:00:00Z`));
		const labels = series.map(({ label }) => label);
		expect(rows("Containers")).toEqual([
			["Day", ...labels, "All"],
			...dates.map((date, i) => [date, ...series.map(({ total }) => total[i]), base.total[i]]),
		]);
		expect(rows("Hosts").slice(1)).toEqual(
			dates.map((date, i) => [date, ...series.map(({ hosts }) => hosts[i]), base.hosts[i]]),
		);
		expect(rows("Percent")).toEqual([
			["Day", ...labels],
			...dates.map((date, i) => [
				date,
				...series.map(({ total }) =>
					typeof total[i] === "number" ? Math.round(percentOf(total[i], base.total[i] ?? 0) * 100) / 10_000 : null,
				),
			]),
		]);
		expect(rows("Containers")[6]).toEqual([dates[5], null, null, null]);
	});

	it("of one number has one column", async () => {
		const { names, rows } = await read(exportedSeries("reports", 2, (i) => ({ all: i })));
		expect(names).toEqual(["Reports", "Hosts", "About"]);
		expect(rows("Reports")[0]).toEqual(["Day", "Reports received"]);
	});

	it("of what is observed month by month has a row for each, by its last day", async () => {
		const ends = [30, 58];
		const { rows } = await read(exportedSeries("forum-posters", 65, (i) => (ends.includes(i) ? { all: i } : null)));
		expect(rows("People")).toEqual([
			["Month ending", expect.any(String)],
			[new Date("2026-01-31T00:00:00Z"), 30],
			[new Date("2026-02-28T00:00:00Z"), 58],
		]);
	});

	it("keeps its heading and its days in sight, and shows dates as dates", async () => {
		const { parts } = await read(taken);
		const xml = parts["xl/worksheets/sheet1.xml"] ?? "";
		expect(xml).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
		// 46023 days from the end of 1899 to 2026; style 5 is that of dates.
		expect(xml).toContain('<c r="A2" s="5"><v>46023</v></c>');
		expect(parts["xl/styles.xml"]).toContain('formatCode="yyyy\\-mm\\-dd"');
		expect(parts["docProps/core.xml"]).toContain(">2026-02-09T00:00:00Z</dcterms:created>");
	});

	it("warns of zeros that may be rare values", async () => {
		const { rows } = await read(exportedSeries("cpu-model", 2, (i) => ({ a: 10, ...(i ? { b: 5 } : {}) })));
		expect(rows("About").flat()).toContain("A zero can be such a value or nothing at all.");
	});

	it("has the same bytes for the same numbers", async () => {
		const [first, second] = [await workbookOf(taken), await workbookOf({ ...taken })];
		expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
		expect(taken.shown.to < day).toBe(true);
	});
});

it("columns have names after Z too", () =>
	expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]));
