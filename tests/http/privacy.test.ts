/**
 * Nothing private of a report stays: reports full of marked private fields come in through every door, from enough hosts
 * that nothing is hidden by its small count; then the database, its files, the logs and every answer are searched.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Product, products } from "#lib/product";
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";
import { openDatabase } from "#lib/store/database";
import { asForm, asJson, canaries, everyType } from "../crashes/reports";
import { packArchive } from "../readers/archive";
import { ownStrings, privateIn, withPrivateFields, withPrivateNames } from "../readers/hostile-sample";
import { runStats, type Site, startSite } from "../site";
import { folderWithDatabase } from "../template-cluster";

/** More than the largest threshold. */
const hosts = 12;
const sender = "8.8.4.4";
const uuidOf = (n: number) => `9e107d9d-372b-4b68-9f0e-${String(n).padStart(12, "0")}`;

let folder: string;
let site: Site;
beforeAll(async () => {
	folder = await folderWithDatabase("openvz-privacy-");
	const archive = await mkdtemp(join(tmpdir(), "openvz-privacy-archive-"));
	const rows = ["file,product,uuid,received_at,ip"];
	await mkdir(join(archive, "PRIVATE-folder"));
	for (const product of products) {
		for (const [kind, make] of [withPrivateFields, withPrivateNames].entries()) {
			for (let n = 0; n < hosts; n++) {
				const uuid = uuidOf(kind * 100 + n);
				const name = `PRIVATE-folder/${product}-${kind}-${n}.tar.gz`;
				await writeFile(join(archive, name), await packArchive(hostile(product, make, uuid)));
				rows.push(`${name},${product},${uuid},2026-01-0${kind + 1}T10:00:00Z,${sender}`);
			}
		}
	}
	await writeFile(join(archive, "manifest.csv"), rows.join("\n"));
	const imported = await runStats(folder, "import", archive);
	expect(imported.stdout).toBe(`accepted ${4 * hosts}, duplicate 0, rejected 0\n`);
	await rm(archive, { recursive: true });
	site = await startSite({
		dataFolder: folder,
		env: { TRUSTED_PROXIES: "127.0.0.1", PUBLIC_URL: "https://stats.example.org", LOG_LEVEL: "trace" },
	});
	for (const product of products) {
		const body = new Uint8Array(await packArchive(hostile(product, withPrivateNames, uuidOf(300))));
		const headers = { "x-forwarded-for": sender };
		if (product === "openvz7") {
			const response = await fetch(`${site.url}/api/v1/reports`, { method: "POST", body, headers });
			expect(response.status).toBe(201);
		} else {
			const form = new FormData();
			form.set("uuid", uuidOf(300));
			form.set("file", new Blob([body]), "PRIVATE-name");
			const response = await fetch(`${site.url}/submit.php`, { method: "POST", body: form, headers });
			expect(response.status).toBe(200);
		}
	}
	for (const report of Object.values(everyType)) {
		for (let n = 0; n < hosts; n++) {
			const { body, headers } = asForm(asJson(report));
			const from = { "x-forwarded-for": `8.8.${n}.4` };
			const sent = { method: "POST", body, headers: { ...headers, ...from } };
			expect((await fetch(`${site.url}/faf/reports/new/`, sent)).status).toBe(202);
			expect((await fetch(`${site.url}/faf/reports/new/`, { ...sent, body: body.slice(0, -50) })).status).toBe(400);
			expect((await fetch(`${site.url}/faf/reports/attach/`, sent)).status).toBe(400);
		}
	}
});
afterAll(async () => {
	await site?.stop();
	await rm(folder, { recursive: true, force: true });
});

function hostile(product: Product, make: (product: Product) => Record<string, string>, uuid: string) {
	const files = make(product);
	if (product === "legacy") return files;
	const manifest = { ...(JSON.parse(files["manifest.json"] ?? "{}") as object), host_uuid: uuid };
	return { ...files, "manifest.json": JSON.stringify(manifest) };
}

/** Markers, longer strings of the samples, UUIDs and the sender. Short names like br0 may stand in a page by chance. */
function found(text: string): string[] {
	const long = privateIn(text).filter((own) => !ownStrings.includes(own) || own.length >= 8);
	return [...long, ...[sender, uuidOf(0).slice(0, 23), ...canaries].filter((own) => text.includes(own))];
}

/** Of processors, drives, makers, drivers, distributions and kernels. */
const hardwareMarkers = ["build", "cpu", "distribution", "driver", "maker", "model", "vendor"].map(
	(field) => `private-${field}`,
);

test("nothing in any row of the database", async () => {
	const database = await openDatabase({ DATA_DIR: folder, DATABASE_URL: undefined });
	const db = new pg.Client({ connectionString: database.url });
	await db.connect();
	const tables = await db.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public'",
	);
	let rows = 0;
	for (const { name } of tables.rows) {
		const { rows: lines } = await db.query<{ line: string }>(`select one::text as line from ${name} one`);
		rows += lines.length;
		const text = lines.map(({ line }) => line).join("\n");
		const seen = [...privateIn(text), ...found(text)];
		// The one table that holds texts as they came: of hardware and versions, from five hosts at least. More hosts than
		// that sent each marker here, so those of such fields are there, and no others may be.
		if (name === "unmatched_text") expect([...new Set(seen)].sort()).toEqual(hardwareMarkers);
		else expect(seen, name).toEqual([]);
	}
	expect(rows).toBeGreaterThan(1000);
	await db.end();
	await database.close();
});

test("nothing in any file of the data folder, and nothing in the log", async () => {
	const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
	expect(files.length).toBeGreaterThan(100);
	for (const file of files) {
		const path = join(file.parentPath, file.name);
		const seen = found(await readFile(path, "latin1").catch(() => ""));
		// The files of the database hold that one table, too.
		expect(
			seen.filter((own) => !hardwareMarkers.includes(own)),
			path,
		).toEqual([]);
	}
	expect(found(site.output())).toEqual([]);
});

describe("nothing in any answer", () => {
	test("data", async () => {
		for (const { slug } of statistics) {
			for (const file of [`${slug}.json`, `${slug}.csv`, `${slug}/series.json`, `${slug}/series.csv`]) {
				for (const product of products) {
					const response = await fetch(`${site.url}/data/${file}?product=${product}`);
					expect(found(await response.text()), file).toEqual([]);
				}
			}
		}
	});
	test("pages", async () => {
		const paths = ["/", ...pages.map(({ slug }) => `/${slug}`), ...statistics.map(({ slug }) => `/statistics/${slug}`)];
		for (const path of paths) {
			for (const product of products) {
				const response = await fetch(`${site.url}${path}?product=${product}`);
				expect([200, 404], path).toContain(response.status);
				expect(found(await response.text()), path).toEqual([]);
			}
		}
	});
});
