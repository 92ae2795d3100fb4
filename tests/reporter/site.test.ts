/** The reporter with the real server: from a host's tools to the published numbers. */
import { readdirSync, readFileSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reporterArchive, reporterFiles } from "#lib/reporter/package";
import { noise } from "../readers/archive";
import { sampleFiles } from "../readers/sample";
import { type Site, startSite } from "../site";
import { folderWithDatabase } from "../template-cluster";
import { type FakeHost, hostOf } from "./fake-host";
import { foundPythons, newest, oldest, pythons } from "./pythons";
import { dispHelper } from "./run-reporter";

/** What the tests below send before the last. */
const reportsBurst = 5;
const dayMs = 86_400_000;

let host: FakeHost;
let site: Site;
let folder: string;
beforeAll(async () => {
	folder = await folderWithDatabase("openvz-reporter-");
	site = await startSite({ dataFolder: folder, isEmpty: true, env: { REPORTS_BURST: `${reportsBurst}` } });
	host = await hostOf(new Map(Object.entries(sampleFiles("openvz7"))));
});
afterAll(async () => {
	await site?.stop();
	await host?.delete();
	if (folder) await rm(folder, { recursive: true, force: true });
});

const configure = (server: string) => host.configure({ enabled: true, protocol: "HTTP", server });
const spool = () => readdir(join(host.root, "var/spool/cep"));
const put = (name: string, bytes: Buffer) => host.write(`var/spool/cep/${name}.tar.gz`, bytes, 0o600);
async function runNow(python = newest) {
	const state = JSON.parse(await host.read("var/lib/cep/state.json").catch(() => "{}"));
	if (state.retry) await host.write("var/lib/cep/state.json", JSON.stringify({ ...state, retry: {} }), 0o600);
	return dispHelper(python, host, ["run"]);
}
const answer = async () => JSON.parse((await dispHelper(newest, host, ["status", "--json"])).out).last_answer;

describe.skipIf(pythons.length === 0)(`the reporter, with Python ${foundPythons}`, () => {
	test("keeps a report while there is no server, and delivers it later", async () => {
		await configure("http://127.0.0.1:1");
		expect(await runNow(oldest)).toMatchObject({
			status: 3,
			errors: expect.stringContaining("report kept: no answer"),
		});
		const [waiting = ""] = await spool();
		const bytes = readFileSync(join(host.root, "var/spool/cep", waiting));
		await configure(site.url);
		expect(await runNow(oldest)).toMatchObject({ status: 0, errors: "" });
		expect([await answer(), await spool()]).toEqual(["201: accepted", []]);
		await put("again", bytes);
		expect(await runNow()).toMatchObject({ status: 0, errors: "" });
		expect([await answer(), await spool()]).toEqual(["200: duplicate", []]);
	});

	test("drops what the server will never take, with the server's reason in the journal", async () => {
		await put("broken", Buffer.from("this is no archive"));
		expect((await runNow()).errors).toMatch(/^report dropped: 400: .{10,}\n$/);
		await put("large", noise(2 * 2 ** 20 + 1));
		expect((await runNow()).errors).toMatch(/^report dropped: 413: .{10,}\n$/);
		expect(await spool()).toEqual([]);
	});

	test("waits as long as the server says when there were too many reports", async () => {
		let ended = await dispHelper(newest, host, ["send"]);
		for (let i = 0; i < reportsBurst && ended.status === 0; i++) ended = await dispHelper(newest, host, ["send"]);
		expect(ended).toMatchObject({ status: 3, errors: expect.stringMatching(/^report kept: 429: /) });
		const { retry } = JSON.parse(await host.read("var/lib/cep/state.json"));
		expect(retry).toMatchObject({ by_server: true, tries: 1 });
		expect((await spool()).length).toBe(1);
	});

	test("the host shows its owner what is kept of it", async () => {
		const uuid = (await host.read("var/lib/cep/uuid")).trim();
		const body = new URLSearchParams({ uuid, as: "json" });
		const kept = await fetch(`${site.url}/my-host/kept`, { method: "POST", body });
		expect(kept.status).toBe(200);
		expect(await kept.text()).toContain("Xeon E5-2620 v4");
	});

	test("counts in the right statistics on the next day", async () => {
		await site.stop();
		const ahead = Number(process.env.TEST_CLOCK_AHEAD ?? 0) + dayMs;
		site = await startSite({ dataFolder: folder, env: { TEST_CLOCK_AHEAD: `${ahead}` } });
		const totals = async (slug: string) => {
			const data = await (await fetch(`${site.url}/data/${slug}.json`)).json();
			const rows = (data as { rows: { bucket: string; total: number }[] }).rows;
			return Object.fromEntries(rows.map(({ bucket, total }) => [bucket, total]));
		};
		expect(await totals("hosts-total")).toEqual({ all: 1 });
		expect(await totals("cpu-vendor")).toEqual({ intel: 1 });
		expect(await totals("memory-policy")).toEqual({ performance: 1 });
		expect(await totals("bonding-mode")).toEqual({ "802.3ad": 1 });
		expect(await totals("container-layout")).toEqual({ ploop: 3, simfs: 1 });
		expect(await totals("container-state")).toEqual({ running: 3, stopped: 1 });
		expect(await totals("vm-guest-os")).toEqual({ centos7: 1, "win-2016": 1 });
		expect(await totals("virtualization")).toEqual({ both: 1 });
		expect(await totals("readykernel")).toEqual({ loaded: 1 });
		expect(await totals("vz-filesystem")).toEqual({ ext4: 1 });
		expect(await totals("cluster")).toEqual({ none: 1 });
	});
});

describe("the site", () => {
	test("has each file of the reporter as plain text, and all of them as an archive", async () => {
		const files = await reporterFiles();
		for (const { path, bytes } of files) {
			const response = await fetch(`${site.url}/disp-helper/${path}`);
			expect([path, response.status, response.headers.get("content-type")]).toEqual([
				path,
				200,
				"text/plain; charset=utf-8",
			]);
			expect(response.headers.get("x-content-type-options")).toBe("nosniff");
			expect(await response.text()).toBe(bytes.toString());
		}
		const archive = await fetch(`${site.url}/disp-helper.tar.gz`);
		expect(archive.headers.get("content-type")).toBe("application/gzip");
		expect(archive.headers.get("content-encoding")).toBeNull();
		expect(Buffer.from(await archive.arrayBuffer()).equals(await reporterArchive())).toBe(true);
	});

	test("explains how to take part, file by file, in each language", async () => {
		const scripts = readdirSync("public/disp-helper/cep-scripts");
		for (const prefix of ["", "/ru"]) {
			const join = await (await fetch(`${site.url}${prefix}/join`)).text();
			expect(join).toContain(`curl -fO ${site.url}/disp-helper.tar.gz`);
			const reporter = await (await fetch(`${site.url}${prefix}/disp-helper/`)).text();
			expect(scripts.filter((name) => !reporter.includes(`/disp-helper/cep-scripts/${name}`))).toEqual([]);
			expect(reporter).toContain("DISP-HELPER(8)");
			const privacy = await (await fetch(`${site.url}${prefix}/privacy`)).text();
			const collecting = scripts.filter((name) => name.endsWith(".py") && !name.startsWith("cep"));
			expect(collecting.filter((name) => !privacy.includes(`/disp-helper/cep-scripts/${name}`))).toEqual([]);
		}
	});

	test("does not have what lies outside the folder", async () => {
		for (const path of ["disp-helper/none", "disp-helper/cep-scripts", "disp-helper/..%2f..%2fpackage.json"])
			expect((await fetch(`${site.url}/${path}`)).status).toBe(404);
	});
});
