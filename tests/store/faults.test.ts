/**
 * Kills of imports, publishings, database processes; a full disk, a folder that cannot be written. Nothing that was
 * acknowledged is lost, nothing is half done, and the server goes on by itself. Kills of the server: receipt/crash.test.ts.
 */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays } from "#lib/day";
import { writeFleet } from "#lib/fleet/write";
import { verifyDays } from "#lib/publish/verify";
import { statistics } from "#lib/statistics/index";
import { openStore } from "#lib/store/client";
import { joinRunning } from "#lib/store/embedded/join";
import { testDatabase } from "../database";
import { expectStored, nothingSent, sendWithoutPause } from "../receipt/senders";
import { rounds } from "../rounds";
import { type Site, startSite } from "../site";
import { ended, node, start } from "../started";
import { folderWithDatabase } from "../template-cluster";
import { yesterday } from "../today";
import { gone, postmaster, query } from "./cluster-fixture";

const database = testDatabase();
const reference = testDatabase();

function note(attack: string, rounds: number, result: string): void {
	if (process.env.TEST_LONG) console.table([{ attack, rounds, result }]);
}

async function rowsIn(pool: pg.Pool, tables: readonly string[]): Promise<string[]> {
	const lines: string[] = [];
	for (const name of tables) {
		const { rows } = await pool.query<{ line: string }>(
			`select '${name} ' || one::text as line from ${name} one order by 1`,
		);
		lines.push(...rows.map(({ line }) => line));
	}
	return lines;
}

/** Starts the operator's tool. With `kill`, ends it so many milliseconds after it began to change the database. */
async function stats(url: string, args: readonly string[], kill?: number): Promise<"done" | "killed"> {
	const child = start(node("bin/stats.ts", ...args), { env: { DATABASE_URL: url } });
	let output = "";
	for (const stream of [child.stdout, child.stderr])
		stream.on("data", (chunk) => {
			output += chunk;
		});
	const end = ended(child);
	if (kill !== undefined) {
		const { pool } = database();
		const isWorking = async () => {
			const { rowCount } = await pool.query(
				`select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
				    and backend_xid is not null`,
			);
			return rowCount !== 0;
		};
		while (child.exitCode === null && !(await isWorking())) await pause(1);
		await pause(kill);
		child.kill("SIGKILL");
	}
	await end;
	if (child.signalCode === "SIGKILL") return "killed";
	expect(child.exitCode, output).toBe(0);
	return "done";
}

/** Nobody but this test is connected any more. */
async function expectAlone(pool: pg.Pool): Promise<void> {
	const others = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
	                   and application_name <> current_setting('application_name')`;
	await expect.poll(async () => (await pool.query(others)).rowCount).toBe(0);
}

describe("the operator's tool is killed", () => {
	const hosts = ["host", "report", "known_span", "fact_version", "membership", "bucket_label"];
	const published = ["daily_row", "publication"];
	const kills = { import: rounds(2, 40), publish: rounds(2, 40) };
	let archive: string;
	beforeAll(async () => {
		archive = await mkdtemp(join(tmpdir(), "faults-"));
		const days = rounds(30, 90);
		await writeFleet(archive, { hosts: 12, legacyHosts: 12, days, seed: 1, end: plusDays(yesterday, -1) }, () => {});
		expect(await stats(reference().url, ["import", archive])).toBe("done");
	});
	afterAll(() => rm(archive, { recursive: true, force: true }));

	test(`${kills.import} times while it imports: again, it takes in the rest`, async () => {
		const { pool, url } = database();
		const expected = await rowsIn(reference().pool, hosts);
		let killed = 0;
		for (let n = 0; killed < kills.import; n++) {
			if ((await stats(url, ["import", archive], (n * 17) % 300)) === "killed") killed++;
			await expectAlone(pool);
			if (killed % 4 > 0) continue;
			expect(await stats(url, ["import", archive])).toBe("done");
			expect(await rowsIn(pool, hosts)).toEqual(expected);
			if (killed < kills.import) await pool.query(`truncate ${hosts.join()}, newcomer, unmatched_text`);
		}
		expect(await stats(url, ["import", archive])).toBe("done");
		expect(await rowsIn(pool, hosts)).toEqual(expected);
		note("import killed", killed, "the same tables as undisturbed");
	});

	test(`${kills.publish} times while it publishes: all days are there or none`, async () => {
		const { pool, url } = database();
		expect(await stats(reference().url, ["publish"])).toBe("done");
		const expected = await rowsIn(reference().pool, published.slice(0, 1));
		let [killed, whole] = [0, 0];
		for (let n = 0; killed < kills.publish; n++) {
			const outcome = await stats(url, ["publish"], (n * 23) % 400);
			if (outcome === "killed") killed++;
			await expectAlone(pool);
			const rows = await rowsIn(pool, published.slice(0, 1));
			if (rows.length === 0) continue;
			whole++;
			expect(rows).toEqual(expected);
			const { chain, days } = await verifyDays(pool, statistics, { day: plusDays(yesterday, -1) });
			expect([chain, days.flatMap(({ problems }) => problems)]).toEqual([null, []]);
			await pool.query(`truncate daily_row, publication, due_reason, day_record, restated_statistic`);
			await pool.query("insert into publication (id) values (1)");
		}
		expect(await stats(url, ["publish"])).toBe("done");
		expect(await rowsIn(pool, published.slice(0, 1))).toEqual(expected);
		note("publish killed", killed, `all or nothing (${whole} times all)`);
	});
});

/** The server's database in a data folder. */
async function urlIn(folder: string): Promise<string> {
	const connection = await joinRunning(folder);
	if (!connection) throw new Error(`no database runs in ${folder}`);
	await connection.client.end();
	return connection.urlOf("statistics");
}

/** A server over a database of its own, to which hosts send without a pause while `disturb` does its work. */
async function underLoad(
	folder: string,
	attack: string,
	disturb: (site: Site, acknowledged: () => number) => Promise<number>,
): Promise<void> {
	const site = await startSite({ dataFolder: folder, isEmpty: true, env: { REPORTS_BURST: "1000000000" } });
	const sent = nothingSent();
	const stop = new AbortController();
	const sending = sendWithoutPause(site.url, sent, 4, stop.signal);
	let count = 0;
	try {
		count = await disturb(site, () => sent.acknowledged.size);
		stop.abort();
		await sending;
		expect(site.process.exitCode).toBeNull();
		expect(site.output()).not.toMatch(/uncaught|unhandled/i);
		const store = openStore(await urlIn(folder), 2);
		try {
			await reference().pool.query("truncate host, report, known_span, fact_version, membership, bucket_label");
			await expectStored(store.pool, sent, reference().pool);
		} finally {
			await store.close();
		}
	} finally {
		stop.abort();
		await sending;
		await site.stop();
	}
	expect(Object.keys(sent.statuses).filter((status) => !["200", "201", "503"].includes(status))).toEqual([]);
	const result = `${sent.acknowledged.size} acknowledged, none lost; ${JSON.stringify(sent.statuses)}`;
	note(attack, count, result);
}

/** Waits until reports are acknowledged again. */
async function expectMore(acknowledged: () => number): Promise<void> {
	const before = acknowledged();
	await expect.poll(acknowledged, { timeout: 120_000 }).toBeGreaterThan(before + 3);
}

describe("under a running server", () => {
	const kills = { backend: rounds(1, 40), postmaster: rounds(1, 30) };
	let folder: string;
	beforeAll(async () => {
		folder = await folderWithDatabase("faults-");
	});
	afterAll(() => rm(folder, { recursive: true, force: true }));

	test(`backends are killed ${kills.backend} times, the postmaster ${kills.postmaster} times: it goes on`, async () => {
		await underLoad(folder, "backend and postmaster killed", async (site, acknowledged) => {
			const longest = { backend: 0, postmaster: 0 };
			const strike = async (kind: keyof typeof longest, n: number, kill: () => Promise<void>) => {
				await expectMore(acknowledged);
				await pause((n * 13) % 100);
				await kill();
				const begun = performance.now();
				await expectMore(acknowledged);
				longest[kind] = Math.max(longest[kind], Math.round(performance.now() - begun));
			};
			for (let n = 0; n < kills.backend; n++)
				await strike("backend", n, async () => {
					const backends = `select pid from pg_stat_activity where datname = 'statistics' and pid <> pg_backend_pid()
					                   order by state = 'active' desc, random() limit 1`;
					const [backend] = await query(await urlIn(folder), backends);
					if (backend) process.kill(Number(backend.pid), "SIGKILL");
				});
			for (let n = 0; n < kills.postmaster; n++)
				await strike("postmaster", n, async () => {
					const pid = await postmaster(folder);
					if (pid) process.kill(pid, "SIGKILL");
				});
			note("  longest until reports are stored again, ms", kills.backend + kills.postmaster, JSON.stringify(longest));
			expect((await fetch(`${site.url}/healthz`)).status).toBe(200);
			return kills.backend + kills.postmaster;
		});
	});
});

/** Mounts a small file system in memory. `false` where that is not allowed. */
function mounted(folder: string, ...options: string[]): boolean {
	try {
		execFileSync("mount", ["-t", "tmpfs", "-o", options.join(), "none", folder], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
}

describe("a file system of its own", async () => {
	const parent = await mkdtemp(join(tmpdir(), "faults-disk-"));
	const canMount = process.getuid?.() === 0 && mounted(parent, "size=1m,mode=755");
	if (canMount) execFileSync("umount", [parent]);
	const why = canMount ? "" : " (skipped: only root may mount a small file system)";
	afterAll(() => rm(parent, { recursive: true, force: true }));

	async function onDisk(megabytes: number, use: (folder: string) => Promise<void>): Promise<void> {
		const disk = await mkdtemp(join(parent, "disk-"));
		if (!mounted(disk, `size=${megabytes}m`, "mode=755")) throw new Error(`${disk} cannot be mounted`);
		const template = await folderWithDatabase("faults-");
		try {
			execFileSync("cp", ["-a", join(template, "postgres"), disk]);
			await use(disk);
		} finally {
			const pid = await postmaster(disk);
			if (pid) process.kill(pid, "SIGQUIT");
			if (pid) await gone(pid);
			execFileSync("umount", ["-l", disk]);
			await rm(template, { recursive: true, force: true });
		}
	}

	test.skipIf(!canMount)(
		`that is full ${rounds(1, 10)} times: reports wait, and all goes on when there is room${why}`,
		() =>
			onDisk(200, (disk) =>
				underLoad(disk, "disk full", async (site, acknowledged) => {
					const ballast = join(disk, "ballast");
					const times = rounds(1, 10);
					for (let n = 0; n < times; n++) {
						await expectMore(acknowledged);
						// More than there is.
						await writeFile(ballast, Buffer.alloc(200 * 2 ** 20)).catch(() => {});
						const refused = async () => (await fetch(`${site.url}/healthz`)).status;
						await pause(rounds(500, 3000));
						expect([200, 503]).toContain(await refused());
						expect([200, 503]).toContain((await fetch(`${site.url}/cpu`)).status);
						await rm(ballast);
						await expectMore(acknowledged);
					}
					return times;
				}),
			),
	);

	test.skipIf(!canMount)(`that cannot be written is said in one line${why}`, () =>
		onDisk(100, async (disk) => {
			execFileSync("mount", ["-o", "remount,ro", disk]);
			const child = start(node("bin/serve.ts"), { env: { DATA_DIR: disk, PORT: "0", NODE_ENV: "production" } });
			let errors = "";
			child.stderr.on("data", (chunk) => {
				errors += chunk;
			});
			await once(child, "close");
			expect([child.exitCode, errors.trim().split("\n")]).toEqual([1, [expect.stringMatching(/read-only|EROFS/i)]]);
			note("data folder read-only", 1, errors.trim());
		}),
	);
});
