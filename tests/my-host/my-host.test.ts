/**
 * What is kept of a host, for whoever has its UUID: reports come in through the real doors, the answer must be what they
 * said, and a deletion must leave the database as if they had never come.
 */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deletedHostSchema, keptHostsSchema } from "#lib/my-host/schemas";
import { type Product, products } from "#lib/product";
import { problemSchema } from "#lib/schemas/answers";
import { openDatabase } from "#lib/store/database";
import { packArchive } from "../readers/archive";
import { sampleFiles } from "../readers/sample";
import { type Site, startSite } from "../site";

const uuid = "6a1f4b0e-2d93-4c57-8be1-90d3c5a7f214";
const other = "6a1f4b0e-2d93-4c57-8be1-90d3c5a7f215";
const unknown = "6a1f4b0e-2d93-4c57-8be1-90d3c5a7f216";

let site: Site;
let db: pg.Client;
let close: () => Promise<void>;
/** With one host of another, before the host in question ever reported. */
let before: Record<string, string[]>;
const digests = new Map<Product, string>();

beforeAll(async () => {
	site = await startSite({
		env: { TRUSTED_PROXIES: "127.0.0.1", PUBLIC_URL: "https://stats.example.org", LOG_LEVEL: "trace" },
	});
	const database = await openDatabase({ DATA_DIR: site.dataFolder, DATABASE_URL: undefined });
	db = new pg.Client({ connectionString: database.url });
	await db.connect();
	close = database.close;
	await report("legacy", other);
	before = await everything();
	for (const product of products) await report(product, uuid);
});
afterAll(async () => {
	await db?.end();
	await close?.();
	await site?.stop();
});

/** The sample, with a network card of which no rule knows the driver. */
async function report(product: Product, host: string): Promise<void> {
	const files = sampleFiles(product);
	const edit = (name: string, change: (from: string) => string) => ({ ...files, [name]: change(files[name] ?? "") });
	const mine =
		product === "legacy"
			? files
			: {
					...edit("network.json", (text) => text.replace('"igb"', '"frobnet"')),
					...{ "manifest.json": (files["manifest.json"] ?? "").replace(/(?<="host_uuid": ")[^"]+/, host) },
				};
	const bytes = new Uint8Array(await packArchive(mine));
	digests.set(product, createHash("sha256").update(bytes).digest("hex"));
	const form = new FormData();
	form.set("uuid", host);
	form.set("file", new Blob([bytes]), "tmp.0123456789");
	const path = product === "legacy" ? "/submit.php" : "/api/v1/reports";
	const answer = await fetch(site.url + path, {
		method: "POST",
		body: form,
		headers: { "x-forwarded-for": "8.8.8.8" },
	});
	expect(answer.ok, await answer.text()).toBe(true);
}

/** Limits count what networks do: hosts that are forgotten, too. */
const ofNetworks = ["rate_limit", "newcomer_count"];

/** Every row of every other table, as text. */
async function everything(): Promise<Record<string, string[]>> {
	const tables = await db.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public' order by 1",
	);
	const all: Record<string, string[]> = {};
	for (const { name } of tables.rows.filter((table) => !ofNetworks.includes(table.name))) {
		const { rows } = await db.query<{ line: string }>(`select one::text as line from ${name} one order by 1`);
		all[name] = rows.map(({ line }) => line);
	}
	return all;
}

const browser = { accept: "text/html,application/xhtml+xml", "sec-fetch-site": "same-origin" };

function send(path: string, fields: string | Record<string, string>, headers: Record<string, string> = {}) {
	return fetch(site.url + path, { method: "POST", body: new URLSearchParams(fields), headers });
}
const kept = async () => keptHostsSchema.parse(await (await send("/my-host/kept", { uuid, as: "json" })).json());

describe("the file", () => {
	test("has the facts of both products as they were sent", async () => {
		const { hosts } = await kept();
		expect(hosts.map(({ product }) => product)).toEqual(["openvz7", "legacy"]);
		for (const { product, facts } of hosts) {
			const told: Record<string, unknown> = Object.fromEntries(facts.map((one) => [one.section, one.facts]));
			const sent = JSON.parse(await readFile(`tests/fixtures/reports/${product}-facts.json`, "utf8"));
			const nics = [
				{ driver: "igb", speedMbps: 1000, count: 1 },
				{ driver: "other", speedMbps: 1000, count: 1 },
			];
			const network = product === "openvz7" ? { network: { ...sent.network, nics } } : {};
			expect(told).toEqual({ ...sent, ...network, activity: { country: "us" } });
		}
	});

	test("has every row that the database has of it", async () => {
		const { hosts } = await kept();
		for (const [table, rows] of Object.entries({
			report: hosts.map((host) => host.reports),
			known_span: hosts.map((host) => host.known),
			fact_version: hosts.map((host) => host.facts),
			membership: hosts.map((host) => host.counted),
			unmatched_host: hosts.map((host) => host.unmatched),
			newcomer: hosts.map(({ network }) => (network === null ? [] : [network])),
		})) {
			const ids = hosts.map(({ id }) => id);
			const { rows: stored } = await db.query(`select from ${table} where host_id = any($1)`, [ids]);
			expect(stored.length, table).toBeGreaterThan(0);
			expect(rows.flat().length, table).toBe(stored.length);
		}
		expect(hosts.map(({ reports }) => reports.map(({ digest }) => digest))).toEqual([
			[digests.get("openvz7")],
			[digests.get("legacy")],
		]);
		expect(hosts[0]?.counted).toContainEqual(
			expect.objectContaining({
				statistic: "cpu-model",
				bucket: "xeon-e5-2620-v4",
				label: "Xeon E5-2620 v4",
				until: null,
			}),
		);
		expect(hosts[0]?.unmatched).toMatchObject([{ rule: "nic-driver", text: null }]);
		expect(hosts.map(({ isActive, windowDays }) => [isActive, windowDays])).toEqual([
			[true, 14],
			[true, 60],
		]);
	});

	test("is for whoever asked alone", async () => {
		const { headers } = await send("/my-host/kept", { uuid, as: "json" });
		expect(headers.get("cache-control")).toBe("no-store");
		expect(headers.get("x-robots-tag")).toContain("noindex");
		expect(headers.get("referrer-policy")).toBe("same-origin");
		expect(headers.get("content-disposition")).toBe('attachment; filename="openvz-my-host.json"');
		expect(headers.get("access-control-allow-origin")).toBeNull();
	});
});

describe("the page", () => {
	const text = (html: string) =>
		html
			.replace(/<style[\s\S]*?<\/style>/g, "")
			.replace(/<[^>]+>/g, "\n")
			.replaceAll("\u00a0", " ");

	test.each([
		[
			"",
			[
				"Xeon E5-2620 v4",
				"128 GiB",
				"1,920 GB",
				"1 Gbit/s",
				"802.3ad",
				"United States",
				"OpenVZ 6 and older",
				"CentOS 6",
			],
		],
		[
			"/ru",
			["Xeon X5650", "48 ГиБ", "4 000 ГБ", "1 Гбит/с", "Windows Server 2016", "США", "Работают", "OpenVZ 6 и ранее"],
		],
	])("says it in words under %s/my-host", async (prefix, words) => {
		const response = await send(`${prefix}/my-host/kept`, { uuid }, browser);
		expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
		expect(response.headers.get("cache-control")).toBe("no-store");
		expect(response.headers.get("content-security-policy")).toContain("script-src 'none'");
		const html = await response.text();
		const lines = text(html).split("\n");
		for (const word of words)
			expect(
				lines.some((line) => line.includes(word)),
				word,
			).toBe(true);
		expect(html).toContain(`<a href="${prefix}/statistics/cpu-model">`);
		expect(html).toContain(`<a href="${prefix}/statistics/container-vswap?product=legacy">`);
		expect(html).toContain('<meta name="robots" content="noindex"/>');
	});

	test("takes a UUID in any case, with or without braces", async () => {
		for (const written of [uuid.toUpperCase(), `{${uuid}}`, ` {${uuid.toUpperCase()}} `]) {
			expect((await send("/my-host/kept", { uuid: written }, browser)).status, written).toBe(200);
		}
	});
});

const both = ["/my-host/kept", "/my-host/deleted"];

describe("what is no such form", () => {
	const tooMuch = "x".repeat(3000);
	test.each([
		["no UUID", { confirm: "yes" }, {}, 400],
		["half a UUID", { uuid: uuid.slice(0, 20), confirm: "yes" }, {}, 400],
		["markup", { uuid: "<script>alert(1)</script>", confirm: "yes" }, {}, 400],
		["the UUID twice", `uuid=${uuid}&uuid=${uuid}&confirm=yes`, {}, 400],
		["the confirmation twice", `uuid=${uuid}&confirm=yes&confirm=yes`, {}, 400],
		["an unknown wish", { uuid, confirm: "yes", as: "xml" }, {}, 400],
		["much more", { uuid, confirm: "yes", tooMuch }, {}, 413],
		["another type", { uuid, confirm: "yes" }, { "content-type": "text/plain" }, 415],
		["from another site", { uuid, confirm: "yes" }, { "sec-fetch-site": "cross-site" }, 403],
		["from a neighbour", { uuid, confirm: "yes" }, { "sec-fetch-site": "same-site" }, 403],
		["with another origin", { uuid, confirm: "yes" }, { origin: "https://evil.example" }, 403],
		["with an origin that is hidden", { uuid, confirm: "yes" }, { origin: "null" }, 403],
	] as const)("%s is refused, and nothing changes", async (_, fields, headers, status) => {
		const was = await everything();
		for (const path of both) {
			const program = await send(path, fields, headers);
			expect([program.status, program.headers.get("content-type")]).toEqual([status, "application/problem+json"]);
			const said = problemSchema.parse(await program.json());
			const person = await send(`/ru${path}`, fields, { ...headers, accept: "text/html" });
			expect([person.status, person.headers.get("cache-control")]).toEqual([status, "no-store"]);
			const html = await person.text();
			expect(html).toContain('<a href="/ru/my-host">');
			expect(JSON.stringify(said) + html).not.toMatch(/alert|6a1f4b0e|xxxx/);
		}
		expect(await everything()).toEqual(was);
	});

	test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE"])("%s is told to use the form", async (method) => {
		for (const path of both) {
			const response = await fetch(site.url + path, { method });
			expect([response.status, response.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
		}
		const { status } = await fetch(`${site.url}/my-host`, { method: method === "GET" ? "POST" : method });
		expect(status).toBe(method === "HEAD" ? 200 : 405);
	});

	test("a host that never reported", async () => {
		const response = await send("/my-host/kept", { uuid: unknown }, browser);
		expect(response.status).toBe(404);
		expect(await response.text()).toContain("<h1>Nothing is kept about this host</h1>");
	});

	test("a form from the site itself is taken, by either header", async () => {
		for (const [name, value] of [
			["sec-fetch-site", "same-origin"],
			["sec-fetch-site", "none"],
			["origin", "https://stats.example.org"],
		] as const)
			expect((await send("/my-host/kept", { uuid, as: "json" }, { [name]: value })).status).toBe(200);
	});
});

test("a host in quarantine counts in nothing, and is told so", async () => {
	const { hosts } = await kept();
	expect(hosts.map(({ isCounted }) => isCounted)).toEqual([true, true]);
	const ids = hosts.map(({ id }) => id);
	await db.query("update host set quarantine_id = 1 where id = any($1)", [ids]);
	expect((await kept()).hosts.map(({ isCounted }) => isCounted)).toEqual([false, false]);
	const page = await (await send("/my-host/kept", { uuid }, browser)).text();
	expect(page).toContain("the operator has taken it out of all numbers");
	expect(page).not.toContain('<a href="/statistics/cpu-model">');
	await db.query("update host set quarantine_id = null where id = any($1)", [ids]);
});

describe("deleting", () => {
	test("is refused where it is not confirmed", async () => {
		const was = await everything();
		for (const more of ["", "&confirm=", "&confirm=no", "&sure=yes"]) {
			expect((await send("/my-host/deleted", `uuid=${uuid}${more}`, browser)).status).toBe(400);
		}
		expect(await everything()).toEqual(was);
	});

	test("leaves the database as if the host had never reported", async () => {
		expect(await everything()).not.toEqual(before);
		const response = await send("/my-host/deleted", { uuid, confirm: "yes" }, browser);
		expect(response.status).toBe(200);
		expect(response.headers.get("cache-control")).toBe("no-store");
		const html = await response.text();
		expect(html).toContain("<h1>Everything kept about this host is deleted</h1>");
		expect(html).toContain("2 reports");
		expect(html).not.toContain(uuid);
		expect(await everything()).toEqual(before);
	});

	test("twice says that there is nothing", async () => {
		const again = await send("/my-host/deleted", { uuid, confirm: "yes", as: "json" });
		expect(again.status).toBe(200);
		expect(deletedHostSchema.parse(await again.json())).toEqual({ status: "nothing-kept", reports: 0 });
		expect((await send("/my-host/kept", { uuid })).status).toBe(404);
		expect((await send("/my-host/kept", { uuid: other })).status).toBe(200);
	});
});

test("one network may not ask without end, and others still may", async () => {
	const ask = (address: string) => send("/my-host/kept", { uuid: "?" }, { "x-forwarded-for": address });
	// All at once: what a network may ask grows with time, and a loaded machine takes its time.
	const answers = await Promise.all(Array.from({ length: 240 }, (_, i) => ask(`198.51.100.${i}`)));
	const refused = answers.filter(({ status }) => status === 429);
	expect(answers.filter(({ status }) => status === 400).length).toBeGreaterThanOrEqual(120);
	expect(answers.every(({ status }) => status === 400 || status === 429)).toBe(true);
	expect(refused.length).toBeGreaterThan(0);
	for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
	expect((await ask("203.0.113.1")).status).toBe(400);
});

test("the UUID is in no row, and in no line of the log", async () => {
	const rows = JSON.stringify(await everything()).toLowerCase();
	const log = site.output().toLowerCase();
	for (const own of [uuid, other, unknown]) {
		for (const written of [own, own.replaceAll("-", "")]) {
			expect(rows).not.toContain(written);
			expect(log).not.toContain(written);
		}
	}
	expect(log).not.toContain("198.51.100");
});
