/** Reports through the real door, with the commands that the clients run. */
import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#lib/store/database";
import { badArchives, noise, packArchive } from "../readers/archive";
import { type Site, startSite } from "../site";

const legacyReport = "tests/fixtures/reports/legacy-report.tar.gz";
const openvz7Report = "tests/fixtures/reports/openvz7-report.tar.gz";
const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

let site: Site;
let db: pg.Client;
let close: () => Promise<void>;
beforeAll(async () => {
	site = await startSite({ env: { TRUSTED_PROXIES: "127.0.0.1", PUBLIC_URL: "https://stats.example.org" } });
	const database = await openDatabase({ DATA_DIR: site.dataFolder, DATABASE_URL: undefined });
	db = new pg.Client({ connectionString: database.url });
	await db.connect();
	close = database.close;
});
afterAll(async () => {
	await db?.end();
	await close?.();
	await site?.stop();
});

async function counted(table: string): Promise<number> {
	const { rows } = await db.query<{ count: number }>(`select count(*)::int as count from ${table}`);
	return rows[0]?.count ?? -1;
}

/** All of the database as text, to see that nothing changed. */
async function everything(): Promise<string> {
	const tables = ["host", "report", "known_span", "fact_version", "membership", "bucket_label", "publication"];
	const parts: unknown[] = [];
	for (const table of tables)
		parts.push((await db.query(`select one::text as line from ${table} one order by 1`)).rows);
	return JSON.stringify(parts);
}

/** Without what this machine says of its use. */
const plainly = ["-q", "--noproxy", "*"];

/** Runs curl; the status follows the body on a line of its own. */
async function curl(...args: string[]): Promise<{ status: number; body: string; log: string }> {
	const { stdout, stderr } = await promisify(execFile)("curl", [...plainly, "-sS", "-w", "\n%{http_code}", ...args]);
	const end = stdout.lastIndexOf("\n");
	return { status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end), log: stderr };
}

// The clients run curl; the same doors are tested with fetch below, for machines without it.
const hasCurl = spawnSync("curl", ["--version"]).status === 0;

describe.skipIf(!hasCurl)("legacy, as vzstats sends it", () => {
	test("an identifier for whoever asks politely", async () => {
		const { status, body } = await curl(
			"--connect-timeout",
			"30",
			"-F",
			"magic_word=very-please",
			`${site.url}/genuuid.php`,
		);
		expect(status).toBe(200);
		expect(body.endsWith("\n")).toBe(true);
		expect(body.trim()).toMatch(uuidV4);
	});

	test.each([
		["another word", ["-F", "magic_word=please"]],
		["no word", ["-F", "other=very-please"]],
		["a word after another", ["-F", "magic_word=please", "-F", "magic_word=very-please"]],
		["no form", ["-d", "magic_word=very-please"]],
	])("%s is refused", async (_, args) => {
		expect(await curl(...args, `${site.url}/genuuid.php`)).toMatchObject({
			status: 403,
			body: "The magic word is missing.\n",
		});
	});

	test("a report, and the same again", async () => {
		const id = `{${randomUUID().toUpperCase()}}`;
		const send = () =>
			curl("-F", `uuid=${id}`, "-F", `file=@${legacyReport};filename=tmp.AbCdEfGhIj`, `${site.url}/submit.php`);
		const before = await counted("report");
		expect(await send()).toMatchObject({ status: 200, body: "Thank you\n" });
		expect(await counted("report")).toBe(before + 1);
		expect(await send()).toMatchObject({ status: 200, body: "Thank you, this report is here already\n" });
		expect(await counted("report")).toBe(before + 1);
	});

	test("an old curl waits for 100 Continue", async () => {
		const { status, log } = await curl(
			...["-v", "-H", "Expect: 100-continue", "-F", "uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e11"],
			...["-F", `file=@${legacyReport}`, `${site.url}/submit.php`],
		);
		expect(log).toMatch(/< HTTP\/1\.1 100 Continue/);
		expect(status).toBe(200);
	});

	test.each([
		["no UUID", ["-F", `file=@${legacyReport}`], 400],
		["a wrong UUID", ["-F", "uuid=me", "-F", `file=@${legacyReport}`], 400],
		["no file", ["-F", "uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12"], 400],
		["no form", ["-d", "uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12"], 400],
		[
			"a second UUID",
			["-F", "uuid=me", "-F", `uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12`, "-F", `file=@${legacyReport}`],
			400,
		],
		[
			"a second file",
			["-F", "uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12", "-F", `file=@${legacyReport}`, "-F", `file=@${legacyReport}`],
			400,
		],
		["an OpenVZ 7 archive", ["-F", "uuid=5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12", "-F", `file=@${openvz7Report}`], 400],
	])("%s is refused in one line, and nothing changes", async (_, args, status) => {
		const before = await everything();
		const answer = await curl(...args, `${site.url}/submit.php`);
		expect(answer.status).toBe(status);
		expect(answer.body).toMatch(/^[^\n]+\n$/);
		expect(await everything()).toBe(before);
	});
});

test.each(["GET", "PUT", "DELETE"])("%s for an identifier is refused as everything else", async (method) => {
	const response = await fetch(`${site.url}/genuuid.php`, { method });
	expect([response.status, await response.text()]).toEqual([403, "The magic word is missing.\n"]);
});

test("even the right word gets an identifier by POST alone", async () => {
	const body = new FormData();
	body.set("magic_word", "very-please");
	const response = await fetch(`${site.url}/genuuid.php`, { method: "PUT", body });
	expect([response.status, await response.text()]).toEqual([403, "The magic word is missing.\n"]);
});

test.each(["GET", "HEAD", "PUT", "PATCH", "DELETE"])("reports are not taken by %s", async (method) => {
	const legacy = await fetch(`${site.url}/submit.php`, { method });
	expect([legacy.status, legacy.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
	const openvz7 = await fetch(`${site.url}/api/v1/reports`, { method });
	expect([openvz7.status, openvz7.headers.get("allow")]).toEqual([405, "POST, OPTIONS"]);
	expect(openvz7.headers.get("content-type")).toBe("application/problem+json");
	const said = method === "HEAD" ? "" : "A report is sent with POST.\n";
	expect(await legacy.text()).toBe(said);
	expect(await openvz7.text()).toContain(said.trim());
});

test.each([
	["that is no gzip", new Uint8Array(3 * 1024 * 1024)],
	["of what is no archive", new Uint8Array(gzipSync(noise(3 * 1024 * 1024)))],
])("a body over the limit %s is too large before all else", async (_, body) => {
	const openvz7 = await fetch(`${site.url}/api/v1/reports`, { method: "POST", body });
	expect([openvz7.status, await openvz7.json()]).toEqual([413, expect.objectContaining({ title: "Report too large" })]);
	const form = new FormData();
	form.set("uuid", "5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12");
	form.set("file", new Blob([body]), "tmp.0123456789");
	const legacy = await fetch(`${site.url}/submit.php`, { method: "POST", body: form });
	expect([legacy.status, await legacy.text()]).toEqual([413, "the report is larger than 2 MiB packed: send less\n"]);
});

describe("OpenVZ 7", () => {
	const post = (body: Uint8Array<ArrayBuffer> | FormData, headers: Record<string, string> = {}) =>
		fetch(`${site.url}/api/v1/reports`, { method: "POST", body, headers });

	test("the archive itself, and the same again", async () => {
		// A second try of this test finds what the first one left.
		await db.query("truncate host, report, known_span, fact_version, membership");
		const bytes = new Uint8Array(await readFile(openvz7Report));
		const first = await post(bytes, { "content-type": "application/gzip" });
		expect([first.status, await first.json()]).toEqual([201, { status: "accepted" }]);
		const second = await post(bytes, { "content-type": "application/gzip" });
		expect([second.status, await second.json()]).toEqual([200, { status: "duplicate" }]);
		const form = new FormData();
		form.set("file", new Blob([bytes]), "report.tar.gz");
		const third = await post(form);
		expect([third.status, await third.json()]).toEqual([200, { status: "duplicate" }]);
	});

	test("what the sample says is in the memberships", async () => {
		const { rows } = await db.query<{ one: string }>(
			`select m.statistic || '=' || m.bucket as one from membership m join host h on h.id = m.host_id
			  where h.product = 'openvz7' and m.statistic in ('cpu-model', 'disk-kind', 'bonding-mode', 'vm-guest-os', 'container-os')`,
		);
		const found = rows.map(({ one }) => one);
		for (const expected of [
			"cpu-model=xeon-e5-2620-v4",
			"disk-kind=ssd",
			"disk-kind=nvme",
			"disk-kind=raid-volume",
			"bonding-mode=802.3ad",
			"vm-guest-os=win-2016",
			"container-os=debian-9",
		]) {
			expect(found).toContain(expected);
		}
	});

	const manifest = (host: string) => JSON.stringify({ schema: 1, host_uuid: host, product: "OpenVZ" });

	test("the country is that of the address a trusted proxy names", async () => {
		const host = "7f9d1ad2-5a2f-4d62-8a44-111111111111";
		const archive = await packArchive({ "manifest.json": manifest(host) });
		await post(new Uint8Array(archive), { "x-forwarded-for": "10.0.0.1, 8.8.8.8", "x-sender-address": "77.88.8.8" });
		const { rows } = await db.query<{ country: string }>(
			"select facts->>'country' as country from fact_version where section = 'activity' and facts->>'country' <> 'unknown'",
		);
		expect(rows).toEqual([{ country: "us" }]);
		expect(await everything()).not.toContain("8.8.8.8");
		expect(site.output()).not.toContain("8.8.8.8");
	});

	test("problems are problem+json, and leave everything as it was", async () => {
		const before = await everything();
		const noManifest = await packArchive({ "cpu.json": "{}" });
		const answers = await Promise.all([
			post(new Uint8Array()),
			post(new TextEncoder().encode("hello")),
			post(new Uint8Array(noManifest)),
			post(new Uint8Array(2 * 1024 * 1024).fill(0x1f)),
			post(new Uint8Array(await packArchive({ "manifest.json": manifest("not-a-uuid") }))),
		]);
		expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
		for (const answer of answers) {
			expect(answer.headers.get("content-type")).toBe("application/problem+json");
			const problem = (await answer.json()) as Record<string, unknown>;
			expect(problem).toMatchObject({ status: 400, title: "Not a report" });
			expect(problem.detail).toMatch(/^\P{Cc}{10,200}$/u);
		}
		expect(await everything()).toBe(before);
	});

	test.each(Object.entries(badArchives))(
		"%s is refused at both doors as it is said",
		async (_, { status, line, bytes }) => {
			const before = await everything();
			const body = new Uint8Array(await bytes());
			const answer = await post(body, { "content-type": "application/gzip" });
			expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ status, detail: line })]);
			const form = new FormData();
			form.set("uuid", "5b1d9d9c-3c0a-4b56-9f0b-6c5d2f7a8e12");
			form.set("file", new Blob([body]), "tmp.0123456789");
			const legacy = await fetch(`${site.url}/submit.php`, { method: "POST", body: form });
			// A form that is over its own limit is refused before the archive in it.
			expect(legacy.status).toBe(status);
			expect(await legacy.text()).toMatch(/^[^\n]+\n$/);
			expect(await everything()).toBe(before);
		},
	);
});

test("nothing that was refused left a trace in the log", () => {
	expect(site.output()).not.toMatch(/unhandled|error|refused/i);
});

test("one network may not send without end, nor add hosts without end", async () => {
	const small = await startSite({ env: { REPORTS_BURST: "5", NEW_HOSTS_PER_DAY: "1" } });
	try {
		const send = async (host: number) => {
			const manifest = { schema: 1, host_uuid: `7f9d1ad2-5a2f-4d62-8a44-00000000000${host}`, product: "OpenVZ" };
			const body = new Uint8Array(await packArchive({ "manifest.json": JSON.stringify(manifest) }));
			return fetch(`${small.url}/api/v1/reports`, { method: "POST", body });
		};
		expect((await send(1)).status).toBe(201);
		const tooNew = await send(2);
		expect(tooNew.status).toBe(429);
		expect(await tooNew.json()).toMatchObject({
			detail: expect.stringMatching(/^too many new hosts from your network/),
		});
		// Until the day is over, and not longer.
		const seconds = Number(tooNew.headers.get("retry-after"));
		expect(seconds).toBeGreaterThan(0);
		expect(seconds).toBeLessThanOrEqual(24 * 3600);
		expect((await send(1)).status).toBe(200);
		const nothing = () => fetch(`${small.url}/api/v1/reports`, { method: "POST", body: "nothing" });
		expect([(await nothing()).status, (await nothing()).status]).toEqual([400, 400]);
		const refused = await nothing();
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
		expect(await refused.json()).toMatchObject({ status: 429, title: "Too many reports" });
	} finally {
		await small.stop();
	}
});
