/** The data addresses, over published days of an imported archive. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chartOf, opened, sheetsOf } from "../office/office-files";
import { packArchive } from "../readers/archive";
import { runStats, type Site, startSite } from "../site";
import { folderWithDatabase } from "../template-cluster";

const host = (n: number) => `0f5c3f6e-8f1d-4a0e-9c7e-00000000000${n}`;
const uname = (kernel: string) => ({
	section: "static",
	uname_rm: `${kernel} x86_64`,
	releases: {},
	counters: { ct_total: 1, ct_running: 0, vm_total: 0, vm_running: 0 },
});
const lscpu = (vendor: string) => ({
	section: "cpu",
	lscpu: { "Vendor ID": vendor, "CPU(s)": "8", "Socket(s)": "1", "Core(s) per socket": "4" },
});

let folder: string;
let site: Site;
let imported: string;
beforeAll(async () => {
	folder = await folderWithDatabase("openvz-data-");
	const archive = join(folder, "archive");
	await mkdir(archive);
	const rows = ["file,product,uuid,received_at,ip"];
	const write = async (name: string, files: Record<string, string>, row: string) => {
		await writeFile(join(archive, name), await packArchive(files));
		rows.push(`${name},${row}`);
	};
	for (const [n, vendor] of ["GenuineIntel", "GenuineIntel", "AuthenticAMD"].entries()) {
		const files = {
			"manifest.json": JSON.stringify({ schema: 1, host_uuid: host(n) }),
			"static.json": JSON.stringify(uname("3.10.0-957.12.2.vz7.96.21")),
			"cpu.json": JSON.stringify(lscpu(vendor)),
		};
		await write(`${n}.tar.gz`, files, `openvz7,,2026-01-0${n + 1}T10:00:00Z,8.8.8.8`);
	}
	await write(
		"legacy.tar.gz",
		{ uname: "2.6.32-042stab076.8 x86_64\n", cpuinfo: "" },
		`legacy,${host(9)},2026-01-02T10:00:00Z,`,
	);
	rows.push(`0.tar.gz,openvz7,${host(0)},2026-01-01T20:00:00Z,8.8.8.8`);
	rows.push(`0.tar.gz,openvz7,${host(5)},2026-01-05T20:00:00Z,8.8.8.8`);
	rows.push(`missing.tar.gz,legacy,${host(9)},2026-01-05T20:00:00Z,`);
	await writeFile(join(archive, "manifest.csv"), `${rows.join("\n")}\n`);
	const result = await runStats(folder, "import", archive);
	expect(result.code).toBe(0);
	imported = result.stdout;
	const published = await runStats(folder, "publish", "--through", "2026-01-20");
	expect(published.stdout).toContain("published 20 days, 2026-01-01 through 2026-01-20");
	site = await startSite({ dataFolder: folder });
});
afterAll(async () => {
	await site?.stop();
	await rm(folder, { recursive: true, force: true });
});

/** More than a chart can show. */
const countries = "us de fr ru gb nl ca it es pl cz at ch se fi no".split(" ");

const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });
async function json(path: string): Promise<Record<string, unknown>> {
	const response = await get(path);
	expect(response.status, path).toBe(200);
	return (await response.json()) as Record<string, unknown>;
}

test("import says what it did", () => {
	expect(imported.trim().split("\n")).toEqual([
		"rejected line 7 (0.tar.gz): the UUID is not the one in the archive's manifest.json",
		"rejected line 8 (missing.tar.gz): there is no such file",
		"accepted 4, duplicate 1, rejected 2",
	]);
});

describe("/data/{slug}.json", () => {
	test("is exactly what the contract shows", async () => {
		expect(await json("/data/cpu-vendor.json?date=2026-01-03")).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			product: "openvz7",
			date: "2026-01-03",
			windowDays: 14,
			base: { hosts: 3, total: 3 },
			rows: [
				{ bucket: "intel", label: "Intel", hosts: 2, total: 2, percent: 66.67, interval: [20.77, 93.85] },
				{ bucket: "amd", label: "AMD", hosts: 1, total: 1, percent: 33.33, interval: [6.15, 79.23] },
			],
		});
	});
	test("reports stop to count when the window has passed", async () => {
		expect(await json("/data/hosts-active.json?date=2026-01-14")).toMatchObject({ base: { hosts: 3 } });
		expect(await json("/data/hosts-active.json?date=2026-01-15")).toMatchObject({ base: { hosts: 2 } });
		expect(await json("/data/hosts-active.json?date=2026-01-17")).toMatchObject({
			base: { hosts: 0, total: 0 },
			rows: [{ bucket: "all", hosts: 0, total: 0, percent: 0 }],
		});
	});
	test("both products together", async () => {
		const answer = await json("/data/openvz-version.json?product=legacy&date=2026-01-03");
		expect(answer).toMatchObject({ product: "all", windowDays: null, base: { hosts: 4, total: 4 } });
		expect(answer).toEqual(await json("/data/openvz-version.json?date=2026-01-03"));
	});
	test("an empty parameter is an absent one", async () => {
		expect(await json("/data/cpu-vendor.json?date=&product=")).toMatchObject({
			date: expect.any(String),
			product: "openvz7",
		});
	});
	test("a small count is merged", async () => {
		expect(await json("/data/kernel.json?date=2026-01-03")).toMatchObject({
			rows: [{ bucket: "other", label: "Other", hosts: 3, total: 3, percent: 100, merged: 1 }],
		});
	});
});

describe("/data/{slug}/series.json", () => {
	test("one value a day, zeros included", async () => {
		const answer = await json("/data/cpu-vendor/series.json?from=2026-01-01&to=2026-01-04&bucket=amd&bucket=arm");
		expect(answer).toMatchObject({
			from: "2026-01-01",
			to: "2026-01-04",
			days: ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"],
			base: { hosts: [1, 2, 3, 3], total: [1, 2, 3, 3] },
			series: [
				{ bucket: "amd", label: "AMD", hosts: [0, 0, 1, 1], total: [0, 0, 1, 1] },
				{ bucket: "arm", hosts: [0, 0, 0, 0] },
			],
		});
	});
	test("a range is clipped to what is published", async () => {
		expect(await json("/data/reports/series.json?from=2020-01-01&to=2026-01-02")).toMatchObject({
			from: "2026-01-01",
			to: "2026-01-02",
			series: [{ bucket: "all", hosts: [1, 1], total: [1, 1] }],
		});
	});
});

describe("questions", () => {
	test("two days, the largest difference first", async () => {
		const answer = await json("/data/cpu-vendor/compare.json?a=2026-01-02&b=2026-01-03");
		expect(answer).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			a: { product: "openvz7", date: "2026-01-02", base: { hosts: 2, total: 2 } },
			b: { product: "openvz7", date: "2026-01-03", base: { hosts: 3, total: 3 } },
			rows: [
				{
					...{ bucket: "amd", label: "AMD", points: 33.33, certain: false },
					a: { hosts: 0, total: 0, percent: 0 },
					b: { hosts: 1, total: 1, percent: 33.33 },
					interval: [expect.closeTo(-37.83, 1), expect.closeTo(79.23, 1)],
				},
				{
					...{ bucket: "intel", label: "Intel", points: -33.33, certain: false },
					a: { hosts: 2, total: 2, percent: 100 },
					b: { hosts: 2, total: 2, percent: 66.67 },
					interval: [expect.closeTo(-79.23, 1), expect.closeTo(37.83, 1)],
				},
			],
		});
	});
	test("two products, by default on the same day", async () => {
		expect(await json("/data/kernel-branch/compare.json?bProduct=legacy&date=2026-01-03")).toMatchObject({
			a: { product: "openvz7", date: "2026-01-03" },
			b: { product: "legacy", date: "2026-01-03" },
			rows: [
				{ bucket: "rhel6-042stab", points: 100 },
				{ bucket: "vz7", points: -100 },
			],
		});
	});
	test("why a number changed", async () => {
		expect(await json("/data/cpu-vendor/why.json?from=2026-01-02&to=2026-01-15&bucket=intel")).toEqual({
			statistic: { slug: "cpu-vendor", title: "CPU vendors", unit: "hosts", section: "cpu" },
			...{ product: "openvz7", from: "2026-01-02", to: "2026-01-15", bucket: "intel", label: "Intel" },
			...{ start: 2, end: 1, stayed: 1, new: 0, returned: 0, switchedTo: 0, silent: 1, switchedFrom: 0 },
			flows: { to: [], from: [] },
			returns: null,
			by: ["country", "openvz-release", "host-vendor"].map((slug) => ({
				statistic: expect.objectContaining({ slug }),
				rows: [{ bucket: "other", label: "Other", start: 2, end: 1 }],
			})),
		});
		expect(await json("/data/hosts-active/why.json?from=2026-01-02&to=2026-01-15")).toMatchObject({
			...{ bucket: null, start: 2, end: 2, stayed: 1, new: 1, silent: 1 },
		});
	});
	test("what retiring would mean", async () => {
		expect(await json("/data/cpu-vendor/retire.json?bucket=intel&date=2026-01-03")).toMatchObject({
			products: {
				openvz7: { hosts: 2, base: 3, percent: 66.67, interval: [expect.closeTo(20.77, 1), expect.closeTo(93.85, 1)] },
				legacy: { hosts: 0, base: 0, percent: 0, interval: [0, 100] },
			},
			only: 2,
			year: { from: "2026-01-01", stayed: 1, switched: 0, silent: 0, flows: [] },
		});
	});
	test("one by another: cells of few hosts are merged", async () => {
		expect(await json("/ru/data/cpu-vendor/cross.json?by=country&date=2026-01-03")).toMatchObject({
			...{ product: "openvz7", date: "2026-01-03", base: { hosts: 3 } },
			labels: { a: { intel: "Intel", amd: "AMD" }, b: { other: "Другие" } },
			rows: [
				{ a: "intel", b: "other", hosts: 2 },
				{ a: "amd", b: "other", hosts: 1 },
			],
		});
	});
});

describe("problems", () => {
	test.each([
		["/data/nothing/compare.json", 404],
		["/data/cpu-vendor/compare.json?a=2026-02-30", 400],
		["/data/cpu-vendor/compare.json?a=2019-01-01", 404],
		["/data/cpu-vendor/compare.json?aProduct=all", 400],
		["/data/disk-kind/compare.json?bProduct=legacy", 404],
		["/data/hosts-total/compare.json", 404],
		["/data/hosts-active/compare.json", 404],
		["/data/cpu-vendor/why.json?from=2026-01-05&to=2026-01-01", 400],
		["/data/cpu-vendor/why.json?from=2019-01-01", 404],
		["/data/cpu-vendor/why.json?to=2999-01-01", 404],
		["/data/cpu-vendor/why.json?bucket=nonsense", 404],
		["/data/reports/why.json", 404],
		["/data/cpu-vendor/retire.json", 400],
		["/data/cpu-vendor/retire.json?bucket=nonsense", 404],
		["/data/hosts-active/retire.json?bucket=all", 404],
		["/data/cpu-vendor/cross.json", 400],
		["/data/cpu-vendor/cross.json?by=nothing", 404],
		["/data/cpu-vendor/cross.json?by=cpu-vendor", 404],
		["/data/cpu-vendor/cross.json?by=hosts-total", 404],
		["/data/cpu-vendor/cross.json?by=openvz-version", 404],
		["/data/cpu-vendor/cross.json?by=disk-kind&product=legacy", 404],
		["/data/nothing.json", 404],
		["/data/nothing.json?date=never", 404],
		["/data/cpu-vendor.json?date=2026-02-30", 400],
		["/data/cpu-vendor.json?date=2019-01-01", 404],
		["/data/cpu-vendor.json?date=2026-01-01&date=2026-01-02", 400],
		["/data/cpu-vendor.json?product=all", 400],
		["/data/disk-kind.json?product=legacy", 404],
		["/data/cpu-vendor/series.json?from=2026-01-05&to=2026-01-01", 400],
		["/data/cpu-vendor/series.json?to=2019-01-01", 404],
		["/data/cpu-vendor/series.json?bucket=nonsense", 400],
		["/data/cpu-vendor/series.json?bucket=%3Cscript%3E", 400],
		["/data/cpu-vendor/other.json", 404],
		["/data/cpu-vendor.exe", 404],
		["/data/cpu-vendor.xlsx?date=2026-01-01&date=2026-01-01", 400],
		["/data/cpu-vendor.pptx?lang=de", 400],
		["/data/cpu-vendor.md?date=%0A%3Cscript%3E", 400],
		[`/data/cpu-vendor.bib?date=${"9".repeat(5000)}`, 400],
		["/data/nothing.xlsx", 404],
		["/data/constructor.pptx", 404],
		["/data/disk-kind.pptx?product=legacy", 404],
		["/data/cpu-vendor.html?date=2019-01-01", 404],
		["/data/cpu-vendor/series.xlsx?range=7d", 400],
		["/data/cpu-vendor/series.xlsx?range=90d&range=1y", 400],
		["/data/cpu-vendor/series.pptx?show=everything", 400],
		["/data/cpu-vendor/series.bbcode?bucket=%5Burl%5D", 400],
		[`/data/country/series.pptx?${countries.map((code) => `bucket=${code}`).join("&")}`, 400],
		["/data/pages/nothing.pptx", 404],
		["/data/pages/cpu.xlsx", 404],
		["/data/pages/cpu.pptx?date=2026-02-30", 400],
		["/data/pages/cpu.pptx?product=all", 400],
		["/data/pages/network.pptx?product=legacy", 404],
	])("%s is %i", async (path, status) => {
		const response = await get(path);
		expect(response.status).toBe(status);
		expect(response.headers.get("content-type")).toBe("application/problem+json");
		expect(response.headers.get("access-control-allow-origin")).toBe("*");
		expect(await response.json()).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
	});
	test("a day outside says which days there are", async () => {
		const problem = await (await get("/data/cpu-vendor.json?date=2019-01-01")).json();
		expect(problem).toMatchObject({ from: "2026-01-01", to: expect.stringMatching(/^20/) });
	});
});

test("what is known already is not sent again", async () => {
	const first = await get("/data/cpu-vendor.json");
	const etag = first.headers.get("etag") ?? "";
	expect(first.headers.get("cache-control")).toMatch(/public, max-age=\d+/);
	expect(first.headers.get("access-control-allow-origin")).toBe("*");
	for (const tag of [etag, `W/${etag.replace("W/", "")}`])
		expect((await get("/data/cpu-vendor.json", { "if-none-match": tag })).status).toBe(304);
	expect((await get("/data/cpu-vendor.json?product=legacy", { "if-none-match": etag })).status).toBe(200);
});

describe("CSV", () => {
	test("opens in a spreadsheet", async () => {
		const response = await get("/data/cpu-vendor.csv?date=2026-01-03");
		expect(response.headers.get("content-type")).toMatch(/^text\/csv; charset=utf-8/);
		const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
		expect(text).toMatch(/^\uFEFFdate,product,/);
		expect(text.split("\r\n")).toHaveLength(4);
		expect(parse(text, { columns: true, bom: true })[0]).toMatchObject({
			date: "2026-01-03",
			bucket: "intel",
			label: "Intel",
			hosts: "2",
			percent: "66.67",
			base_total: "3",
			interval_low: "20.77",
			interval_high: "93.85",
		});
	});
	test("a series has a row for each bucket and day", async () => {
		const text = await (await get("/data/cpu-vendor/series.csv?from=2026-01-02&to=2026-01-03")).text();
		const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[];
		expect(rows.map(({ date, bucket, total }) => `${date} ${bucket} ${total}`)).toEqual([
			"2026-01-02 intel 2",
			"2026-01-03 intel 2",
			"2026-01-02 amd 0",
			"2026-01-03 amd 1",
		]);
	});
});

describe("files and texts", () => {
	const bytesOf = async (path: string) => new Uint8Array(await (await get(path)).arrayBuffer());

	test.each([
		["md", /^text\/markdown/],
		["html", /^text\/html/],
		["bbcode", /^text\/plain/],
		["cite.txt", /^text\/plain/],
		["bib", /^application\/x-bibtex/],
		["xlsx", /spreadsheetml\.sheet$/],
		["pptx", /presentationml\.presentation$/],
	])("%s, of a day and of a history, in both languages, known by their ETag", async (ending, type) => {
		for (const path of [`/data/cpu-vendor.${ending}`, `/data/cpu-vendor/series.${ending}`]) {
			for (const language of ["en", "ru"]) {
				const response = await get(`${path}?lang=${language}`);
				expect([path, response.status]).toEqual([path, 200]);
				expect(response.headers.get("content-type")).toMatch(type);
				expect(response.headers.get("access-control-allow-origin")).toBe("*");
				const etag = response.headers.get("etag") ?? "";
				expect((await get(`${path}?lang=${language}`, { "if-none-match": etag })).status).toBe(304);
			}
		}
	});

	test("say where their numbers come from, pinned to their day", async () => {
		const markdown = await (await get("/data/cpu-vendor.md?date=2026-01-03&lang=ru")).text();
		expect(markdown).toContain(`](<${site.url}/ru/statistics/cpu-vendor?date=2026-01-03>)`);
		const history = await (
			await get("/data/cpu-vendor/series.md?from=2026-01-02&to=2026-01-03&bucket=amd&show=total")
		).text();
		expect(history).toContain(
			`](<${site.url}/statistics/cpu-vendor?date=2026-01-03&show=total&from=2026-01-02&bucket=amd>)`,
		);
	});

	test("HTML is a fragment that can do nothing on our site", async () => {
		const response = await get("/data/cpu-vendor.html");
		expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
		expect(response.headers.get("x-robots-tag")).toBe("noindex");
	});

	test("a workbook has the numbers of the JSON, under a name that says what it is", async () => {
		const path = "/data/cpu-vendor.xlsx?date=2026-01-03";
		expect((await get(path)).headers.get("content-disposition")).toBe(
			'attachment; filename="openvz-7-cpu-vendor-2026-01-03.xlsx"',
		);
		expect((await sheetsOf(await bytesOf(path))).get("3 Jan 2026")).toEqual([
			["Name", "Key", "Hosts", "Percent", "95% from", "95% to"],
			["Intel", "intel", 2, 0.6667, 0.2077, 0.9385],
			["AMD", "amd", 1, 0.3333, 0.0615, 0.7923],
		]);
	});

	test.each([
		["/data/cpu-vendor.csv?date=2026-01-03", "openvz-7-cpu-vendor-2026-01-03.csv"],
		["/data/cpu-vendor.json?date=2026-01-02&product=legacy", "openvz-6-cpu-vendor-2026-01-02.json"],
		["/data/openvz-version.csv?date=2026-01-03", "openvz-version-2026-01-03.csv"],
		[
			"/data/cpu-vendor/series.csv?from=2026-01-02&to=2026-01-03",
			"openvz-7-cpu-vendor-series-2026-01-02-to-2026-01-03.csv",
		],
	])("%s is saved as %s", async (path, name) => {
		expect((await get(path)).headers.get("content-disposition")).toBe(`inline; filename="${name}"`);
	});

	test("a range of a workbook counts back from its date", async () => {
		const sheets = await sheetsOf(await bytesOf("/data/cpu-vendor/series.xlsx?range=90d&date=2026-01-03&bucket=amd"));
		expect(sheets.get("Hosts")).toEqual([
			["Day", "AMD", "All"],
			...[0, 0, 1].map((amd, i) => [new Date(`2026-01-0${i + 1}T00:00:00Z`), amd, i + 1]),
		]);
	});

	test("a slide has a native chart with the numbers of the JSON", async () => {
		const file = opened(await bytesOf("/data/cpu-vendor.pptx?date=2026-01-03"));
		const { kinds, series } = chartOf(file.text("ppt/charts/chart1.xml"));
		expect(kinds).toEqual(["c:barChart"]);
		expect(series[0]).toMatchObject({ categories: ["Intel", "AMD"], values: [0.6667, 0.3333] });
	});

	test("a page is slides of its statistics that were reported", async () => {
		const response = await get("/data/pages/cpu.pptx?date=2026-01-03");
		expect(response.headers.get("content-disposition")).toContain("openvz-7-page-cpu-2026-01-03.pptx");
		const { names } = opened(new Uint8Array(await response.arrayBuffer()));
		const count = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length;
		const slides = count(/^ppt\/slides\/slide\d+\.xml$/);
		expect(slides).toBeGreaterThan(4);
		expect(count(/^ppt\/charts\/chart\d+\.xml$/)).toBe(slides - 1);
	});
});

test("the index lists every statistic", async () => {
	const index = (await json("/data/index.json")) as { statistics: { slug: string }[]; published: unknown };
	expect(index.published).toMatchObject({ from: "2026-01-01" });
	expect(index.statistics.map(({ slug }) => slug)).toContain("bonding-mode");
});

test("nothing is drawn or kept by Next's own address for images", async () => {
	const image = encodeURIComponent("/data/cpu-vendor.png");
	expect((await get("/data/cpu-vendor.png")).status).toBe(200);
	expect((await get(`/_next/image?url=${image}&w=1080&q=75`)).status).toBe(404);
});
