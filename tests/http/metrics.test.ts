/** What monitoring reads: whether it can be read, and whether the numbers are of what happened. */
import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { kindOf } from "#bin/server/measured";
import { startOf } from "#lib/day";
import { products } from "#lib/product";
import { type Database, openDatabase } from "#lib/store/database";
import { packArchive } from "../readers/archive";
import { runStats, type Site, startSite } from "../site";
import { gone, postmaster } from "../store/cluster-fixture";
import { folderWithDatabase } from "../template-cluster";
import { yesterday } from "../today";

const openvz7Report = "tests/fixtures/reports/openvz7-report.tar.gz";
const legacyReport = "tests/fixtures/reports/legacy-report.tar.gz";

let folder: string;
let database: Database;
let site: Site;
beforeAll(async () => {
	folder = await folderWithDatabase("openvz-metrics-");
	const archive = join(folder, "archive");
	await mkdir(archive);
	await copyFile(openvz7Report, join(archive, "one.tar.gz"));
	const row = `one.tar.gz,openvz7,,${yesterday}T10:00:00Z,`;
	await writeFile(join(archive, "manifest.csv"), `file,product,uuid,received_at,ip\n${row}\n`);
	expect((await runStats(folder, "import", archive)).code).toBe(0);
	// To the server it is one of somebody else's, which it does not start again when it is gone.
	database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined });
	site = await startSite({ dataFolder: folder, env: { DATABASE_URL: database.url } });
});
afterAll(async () => {
	await site?.stop();
	await database?.close();
	await rm(folder, { recursive: true, force: true });
});

interface Family {
	type: string;
	/** By name and labels, as they are written. */
	samples: Map<string, number>;
}

const sample = /^([a-z_][a-z0-9_]*)((?:\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)+\})?) (-?[\d.e+-]+|[+-]Inf|NaN)$/i;

/** Reads the text format as its description has it: families one after the other, each with its HELP and TYPE first. */
function parse(text: string): Map<string, Family> {
	const families = new Map<string, Family>();
	let help: string | undefined;
	let name = "";
	expect(text.endsWith("\n")).toBe(true);
	for (const line of text.split("\n").filter(Boolean)) {
		const [, word, of = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
		if (word === "HELP") {
			help = of;
		} else if (word === "TYPE") {
			expect(of, line).toBe(help);
			expect(families.has(of), line).toBe(false);
			expect(["counter", "gauge", "histogram"], line).toContain(rest);
			name = of;
			families.set(of, { type: rest, samples: new Map() });
		} else {
			const [, of = "", labels = "", value] = sample.exec(line) ?? expect.fail(`no sample: ${line}`);
			const family = families.get(name) ?? expect.fail(`of no family: ${line}`);
			expect(of.replace(family.type === "histogram" ? /_(bucket|sum|count)$/ : /$^/, ""), line).toBe(name);
			expect(family.samples.has(of + labels), line).toBe(false);
			family.samples.set(of + labels, Number(value?.replace("Inf", "Infinity")));
		}
	}
	return families;
}

async function scraped(): Promise<Map<string, number>> {
	const response = await fetch(`${site.url}/metrics`);
	expect(response.status).toBe(200);
	expect(response.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
	expect(response.headers.get("cache-control")).toBe("no-store");
	const families = parse(await response.text());
	return new Map([...families.values()].flatMap(({ samples }) => [...samples]));
}

const own = "openvz_statistics_";
const reports = (product: string, outcome: string, status: number) =>
	`${own}reports_total{product="${product}",outcome="${outcome}",status="${status}"}`;
const requests = (kind: string, status: string) => `${own}http_requests_total{kind="${kind}",status="${status}"}`;

/** A report of the imported host that claims more containers than any host has. */
async function heavyReport(): Promise<Buffer> {
	return packArchive({
		"manifest.json": await readFile("tests/fixtures/reports/openvz7/manifest.json"),
		"ves.json": JSON.stringify({ prlctl_list_aij: Array.from({ length: 20_000 }, () => ({ Type: "CT" })) }),
	});
}

test("counts what came and what was answered", async () => {
	const before = await scraped();
	const send = async (body: Buffer) =>
		(await fetch(`${site.url}/api/v1/reports`, { method: "POST", body: new Uint8Array(body) })).status;
	const report = await readFile(openvz7Report);
	expect([await send(report), await send(report), await send(Buffer.from("no report"))]).toEqual([201, 200, 400]);
	expect(await send(await heavyReport())).toBe(201);
	const form = new FormData();
	form.set("uuid", "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55");
	form.set("file", new Blob([new Uint8Array(await readFile(legacyReport))]));
	expect((await fetch(`${site.url}/submit.php`, { method: "POST", body: form })).status).toBe(200);
	for (const path of ["/", "/ru/cpu?product=legacy", "/nothing-here", "/data/cpu-vendor.json"])
		await (await fetch(site.url + path)).arrayBuffer();

	// An answer is counted when its connection is done with it, which may be after its reader.
	await expect
		.poll(async () => {
			const after = await scraped();
			return Object.fromEntries(
				[...after]
					.filter(([name]) => /^openvz_statistics_(reports|http_requests|implausible_sections)_total/.test(name))
					.map(([name, value]) => [name, value - (before.get(name) ?? 0)] as const)
					.filter(([name, rise]) => rise !== 0 && !name.includes('"service"')),
			);
		})
		.toEqual({
			[reports("openvz7", "accepted", 201)]: 2,
			[`${own}implausible_sections_total{product="openvz7"}`]: 1,
			[reports("openvz7", "duplicate", 200)]: 1,
			[reports("openvz7", "refused", 400)]: 1,
			[reports("legacy", "accepted", 200)]: 1,
			[requests("report", "2xx")]: 4,
			[requests("report", "4xx")]: 1,
			[requests("page", "2xx")]: 2,
			[requests("page", "4xx")]: 1,
			[requests("data", "2xx")]: 1,
		});
});

test("says how far publishing is and when reports came", async () => {
	// For a second /metrics repeats a reading of the database, which may be older than the publication and the reports.
	await expect
		.poll(async () => {
			const now = await scraped();
			const value = (name: string) => now.get(own + name);
			const isRecent = (product: string) => {
				const ago = Date.now() / 1000 - (value(`last_report_timestamp_seconds{product="${product}"}`) ?? 0);
				return ago >= 0 && ago < 600;
			};
			return {
				databaseUp: value("database_up"),
				publishedDay: value("published_day_timestamp_seconds"),
				daysDue: value("days_due"),
				done: value('publications_total{outcome="done"}'),
				failed: value('publications_total{outcome="failed"}'),
				recent: products.filter(isRecent),
			};
		})
		.toEqual({
			databaseUp: 1,
			publishedDay: startOf(yesterday).getTime() / 1000,
			daysDue: 0,
			done: 1,
			failed: 0,
			recent: products,
		});
	const now = await scraped();
	// The host of OpenVZ 7 was imported; the legacy one is the only new one of today.
	for (const product of products) {
		const of = `{product="${product}"}`;
		const expected = product === "legacy" ? 1 : 0;
		expect(now.get(`${own}new_hosts_today${of}`), product).toBe(expected);
		expect(now.get(`${own}new_hosts_largest_network_ratio${of}`), product).toBe(expected);
	}
	expect(now.get(`${own}publication_duration_seconds`)).toBeGreaterThan(0);
	expect(now.get(`${own}database_size_bytes`)).toBeGreaterThan(1_000_000);
	expect(now.get("process_resident_memory_bytes")).toBeGreaterThan(1_000_000);
});

test("a histogram rises to its count", async () => {
	const now = [...(await scraped())];
	const of = `${own}http_request_duration_seconds`;
	const buckets = now.filter(([name]) => name.startsWith(`${of}_bucket`) && name.includes('kind="page"'));
	const values = buckets.map(([, value]) => value);
	expect(values.length).toBeGreaterThan(5);
	expect(values).toEqual([...values].sort((a, b) => a - b));
	expect(values.at(-1)).toBe(new Map(now).get(`${of}_count{kind="page"}`));
});

test("answers without the database, and says that it is away", async () => {
	await database.close();
	// After an attempt that failed it is gone already.
	const pid = await postmaster(folder);
	if (pid) process.kill(pid, "SIGQUIT");
	if (pid) expect(await gone(pid)).toBe(true);
	await expect.poll(async () => (await scraped()).get(`${own}database_up`)).toBe(0);
	const away = await scraped();
	for (const name of ["days_due", "published_day_timestamp_seconds", "database_size_bytes"])
		expect(away.has(own + name), name).toBe(false);
	expect(away.get(reports("openvz7", "accepted", 201))).toBe(2);
});

test.each([
	["/", "page"],
	["/ru", "page"],
	["/statistics/cpu-vendor?axis=log", "page"],
	["/submit.php", "report"],
	["/data/cpu-vendor/series.png?lang=ru", "picture"],
	["/ru/data/cpu-vendor.csv", "data"],
	["/feed.atom", "data"],
	["/robots.txt", "data"],
	["/.well-known/security.txt", "data"],
	["/embed/cpu-vendor", "alone"],
	["/_next/static/x.js", "asset"],
	["/metrics", "service"],
	["/metrics/else", "page"],
])("%s is a %s", (target, kind) => expect(kindOf(target)).toBe(kind));
