/** The start commands as an operator runs them: what they say, and that nothing is left when they end. */
import { once } from "node:events";
import { readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { runStats, type Site, startSite } from "../site";
import { ended, node, type Started, start } from "../started";
import { clusters, gone, postmaster } from "../store/cluster-fixture";

const { dataFolder, usedDataFolder } = clusters();
const sites: Site[] = [];
const children: Started[] = [];
afterEach(async () => {
	for (const site of sites.splice(0)) await site.stop();
	for (const child of children.splice(0)) {
		child.kill("SIGTERM");
		await ended(child);
	}
});

async function site(folder: string, env: Record<string, string> = {}): Promise<Site> {
	const started = await startSite({ dataFolder: folder, isEmpty: true, env });
	sites.push(started);
	return started;
}

interface Command {
	child: Started;
	errors(): string;
	ended: Promise<{ code: number | null; errors: string }>;
}

/** In a process group of its own, as from a terminal. */
function command(program: string[], env: Record<string, string>): Command {
	const child = start(program, { env: { PORT: "0", ...env, NODE_ENV: "production" }, detached: true });
	children.push(child);
	let errors = "";
	child.stdout.resume();
	child.stderr.on("data", (chunk) => {
		errors += chunk;
	});
	const closed = once(child, "close").then(([code]) => ({ code, errors: errors.trim() }));
	return { child, errors: () => errors, ended: closed };
}

const serve = node("bin/serve.ts");
const running = async (folder: string) => (await postmaster(folder)) ?? expect.fail("no database runs");

/** A site shows what it observed long before any host reports. */
async function expectObserved(folder: string, url: string): Promise<void> {
	const text = async (path: string) => (await fetch(url + path)).text();
	expect(await text("/")).not.toContain("/activity");
	const figures = join(folder, "figures.csv");
	const lines = [
		"day,statistic,bucket,total,source_url",
		"2019-05-01,distrowatch-hits,openvz,21,https://distrowatch.example/openvz",
		"2019-05-02,distrowatch-hits,openvz,34,https://distrowatch.example/openvz",
	];
	await writeFile(figures, lines.join("\n"));
	expect((await runStats(folder, "observe", "figures", figures)).code).toBe(0);
	await expect.poll(() => text("/")).toContain('id="distrowatch-hits"');
	const overview = await text("/ru");
	expect(overview).toContain("Отчёты серверов ещё не опубликованы");
	// In the navigation of every page, and among what the overview leads to.
	expect(overview.match(/href="\/ru\/activity"/g)?.length).toBeGreaterThan(2);
	for (const path of ["/cpu", "/methodology", "/sitemap.xml", "/nowhere"])
		expect(await text(path), path).toContain("/activity");
	expect(await text("/activity")).toContain('id="distrowatch-hits"');
	expect(await text("/data/index.json")).toContain('"observed":{"from":"2019-05-01","to":"2019-05-02"}');
	expect(await text("/search?q=distrowatch")).toContain('href="/statistics/distrowatch-hits"');
}

describe("npm start", () => {
	test("serves, lets the operator's tool in, refuses a second server, and ends in order", async () => {
		const folder = await dataFolder();
		const started = await site(folder);
		const pid = await running(folder);
		// The first request of all needs the database before any page has opened it.
		expect((await fetch(`${started.url}/statistics/cpu-vendor?axis=cubic`)).status).toBe(400);
		expect((await fetch(`${started.url}/healthz`)).status).toBe(200);

		const doctor = await runStats(folder, "doctor");
		expect(doctor.stdout).toContain(`ok      scheduler: server is process ${started.process.pid}`);
		expect(doctor.code).toBe(0);

		expect(await command(serve, { DATA_DIR: folder }).ended).toEqual({
			code: 1,
			errors: `another server (process ${started.process.pid}) already runs on ${folder}: stop it first, or set DATA_DIR to another folder`,
		});

		await expectObserved(folder, started.url);

		const ended = once(started.process, "exit");
		started.process.kill("SIGTERM");
		expect(await ended).toEqual([0, null]);
		expect(await gone(pid)).toBe(true);
		expect(started.output()).not.toMatch(/127\.0\.0\.1|::1/);
	});

	test("through npm, ended by a signal to npm alone", async () => {
		const folder = await usedDataFolder();
		const npm = command(["npm", "start"], { DATA_DIR: folder });
		await expect.poll(npm.errors, { timeout: 200_000 }).toContain("Ready on ");
		const pid = await running(folder);
		npm.child.kill("SIGTERM");
		await npm.ended;
		expect(await gone(pid)).toBe(true);
	});

	test("ended by Ctrl-C, which all processes of the terminal get, and npm's once more", async () => {
		const folder = await usedDataFolder();
		const npm = command(["npm", "start"], { DATA_DIR: folder });
		await expect.poll(npm.errors, { timeout: 200_000 }).toContain("Ready on ");
		const pid = await running(folder);
		process.kill(-Number(npm.child.pid), "SIGINT");
		await npm.ended;
		expect(npm.errors()).toContain("Stopping");
		expect(await gone(pid)).toBe(true);
	});

	test("ended in order though nobody reads any more what it prints", async () => {
		const folder = await usedDataFolder();
		const { child, errors, ended } = command(serve, { DATA_DIR: folder });
		await expect.poll(errors, { timeout: 200_000 }).toContain("Ready on ");
		const pid = await running(folder);
		child.stdout.destroy();
		child.stderr.destroy();
		child.kill("SIGTERM");
		expect((await ended).code).toBe(0);
		expect(await gone(pid)).toBe(true);
	});

	test("ended at any moment of its start, it leaves no database behind", async () => {
		const [first, second] = [await dataFolder(), await dataFolder()];
		const moments: [folder: string, hasCome: (started: Command) => Promise<unknown>][] = [
			[first, async () => true],
			[first, async () => (await readdir(first)).some((name) => name.startsWith("postgres.new-"))],
			[second, async ({ errors }) => errors().includes("Applied the migration")],
			[second, () => postmaster(second)],
			// Somewhere in the start of Next, which says nothing.
			[second, async () => (await postmaster(second)) && pause(700, true)],
		];
		for (const [folder, hasCome] of moments) {
			const started = command(serve, { DATA_DIR: folder });
			await expect.poll(() => hasCome(started), { interval: 10, timeout: 200_000 }).toBeTruthy();
			started.child.kill("SIGTERM");
			await started.ended;
			const pid = await postmaster(folder);
			if (pid) expect(await gone(pid)).toBe(true);
		}
	});
});

describe("one line and exit code 1", () => {
	test.each<[string, Record<string, string>, string | RegExp]>([
		["a wrong value", { PORT: "http" }, "PORT is not a whole number"],
		[
			"a country database that is not there",
			{ GEOIP_DB: "/nowhere.mmdb" },
			/^the country database \/nowhere\.mmdb cannot be read \(GEOIP_DB\): .*ENOENT[^\n]*$/,
		],
		[
			"a database that is not there",
			{ DATABASE_URL: "postgresql://me:s3cret@127.0.0.1:1/stats" },
			"DATABASE_URL: the database stats at 127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1",
		],
	])("%s", async (_, env, errors) => {
		expect(await command(serve, { DATA_DIR: await dataFolder(), ...env }).ended).toEqual({
			code: 1,
			errors: typeof errors === "string" ? errors : expect.stringMatching(errors),
		});
	});

	test("a port in use", async () => {
		const server = createServer().listen(0, "127.0.0.1");
		await once(server, "listening");
		const { port } = server.address() as { port: number };
		const folder = await usedDataFolder();
		const { code, errors } = await command(serve, { DATA_DIR: folder, PORT: String(port) }).ended;
		expect(code).toBe(1);
		expect(errors.split("\n").at(-1)).toBe(
			`port ${port} is in use on 127.0.0.1: stop what uses it, or set PORT to another one`,
		);
		server.close();
		expect(await postmaster(folder)).toBeNull();
	});
});
