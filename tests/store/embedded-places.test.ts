/** The embedded database in places that make it hard: folders others cannot pass, long paths, no Unix sockets. */
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDatabase } from "#lib/store/database";
import { type Binaries, binariesIn, complete, installedBinaries } from "#lib/store/embedded/binaries";
import { clusters, postmaster, query } from "./cluster-fixture";

const { dataFolder, hold, usedDataFolder } = clusters();
const isRoot = process.getuid?.() === 0;
const users = await readFile("/etc/passwd", "utf8").catch(() => "");
/** 65534 on most systems, 99 on older ones. */
const nobody = Number(/^nobody:[^:]*:(\d+):/m.exec(users)?.[1] ?? 65534);
const open = (DATA_DIR: string, options = {}) =>
	openDatabase({ DATA_DIR, DATABASE_URL: undefined }, { sync: false, settings: { fsync: "off" }, ...options });

async function status(pid: number | null): Promise<string> {
	return readFile(`/proc/${pid}/status`, "utf8");
}

describe.runIf(isRoot && process.platform === "linux")("started by root", () => {
	test("it runs as nobody, and its data belong to nobody", async () => {
		const folder = await dataFolder();
		await chmod(folder, 0o755);
		const database = await open(folder);
		expect(await status(await postmaster(folder))).toMatch(new RegExp(`^Uid:${`\\t${nobody}`.repeat(4)}$`, "m"));
		expect((await stat(join(folder, "postgres"))).uid).toBe(nobody);
		await database.close();
	});

	test("it runs as the owner of the data folder, also when that is not root any more", async () => {
		// Anybody who has a name and is neither root nor nobody.
		const [, uid, gid] = /^(?!nobody:)[^:]+:[^:]*:([1-9]\d*):(\d+):/m.exec(users) ?? [];
		const folder = await dataFolder();
		await chown(folder, Number(uid), Number(gid));
		await (await open(folder)).close();
		await chown(folder, 0, 0);
		const database = await open(folder);
		expect(await status(await postmaster(folder))).toMatch(new RegExp(`^Uid:\\t${uid}\\t.*\\nGid:\\t${gid}\\t`, "m"));
		await database.close();
	});

	test("it runs as nobody when the owner has no name", async () => {
		const folder = await dataFolder();
		await chown(folder, 4321, 4321);
		const database = await open(folder);
		expect((await stat(join(folder, "postgres"))).uid).toBe(nobody);
		await database.close();
	});

	test("it runs on a folder that root has copied", async () => {
		const [folder, copy] = [await usedDataFolder(), await dataFolder()];
		const first = await open(folder);
		await query(first.url, "create table kept as select 1 as one");
		await first.close();
		// Without -p, as people do: the copy is root's.
		await cp(join(folder, "postgres"), join(copy, "postgres"), { recursive: true });
		const database = await open(copy);
		expect(await query(database.url, "select one from kept")).toEqual([{ one: 1 }]);
		await database.close();
	});

	test("a data folder of somebody else is refused in one line", async () => {
		const folder = await usedDataFolder();
		await chmod(folder, 0o755);
		process.seteuid?.(1);
		try {
			await expect(open(folder)).rejects.toThrow(
				`${folder}/postgres belongs to another user: run as that user or as root`,
			);
		} finally {
			process.seteuid?.(0);
		}
	});

	describe("from a checkout below a private folder of root", () => {
		let checkout: string;
		let binaries: Binaries;
		beforeAll(async () => {
			checkout = await mkdtemp(join(tmpdir(), "private-"));
			await chmod(checkout, 0o700);
			const { root } = await installedBinaries();
			binaries = binariesIn(join(checkout, "package/native"));
			// As npm unpacks it: without symbolic links.
			await cp(root, binaries.root, {
				recursive: true,
				filter: async (path) => !/\.so(\.\d+)?$/.test(path) || (await stat(path)).size > 0,
				dereference: false,
			});
			for (const link of ["libpq.so.5", "libicuuc.so.60", "libicui18n.so.60", "libicudata.so.60"])
				await rm(join(binaries.root, "lib", link));
			await complete(binaries);
		});
		afterAll(() => rm(checkout, { recursive: true }));

		test("with its data there, it is let through", async () => {
			const folder = join(checkout, "data");
			const database = await open(folder, { binaries });
			expect(await query(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
			const processStatus = await status(await postmaster(folder));
			expect(processStatus).toMatch(new RegExp(`^Uid:\\t${nobody}\\t`, "m"));
			// To pass folders and read, nothing else: bit 2, or bit 1 in a container that was not given that.
			const own = /^CapEff:\t[0-9a-f]{15}([0-9a-f])$/m.exec(await readFile("/proc/self/status", "utf8"))?.[1];
			const least = Number.parseInt(own ?? "", 16) & 4 || 2;
			expect(processStatus).toMatch(new RegExp(`^CapEff:\\t000000000000000${least}$`, "m"));
			await database.close();
			await (await open(folder, { binaries })).close();
		});

		test("with its data elsewhere and no setpriv, a copy of the programs is used", async () => {
			const folder = await dataFolder();
			await chmod(folder, 0o755);
			await withoutSetpriv(async () => {
				const database = await open(folder, { binaries });
				expect(await status(await postmaster(folder))).toMatch(/^CapEff:\t0000000000000000$/m);
				await database.close();
			});
		});

		test("with its data there and no setpriv, one line says what to do", async () => {
			await withoutSetpriv(async () => {
				await expect(open(join(checkout, "data2"), { binaries })).rejects.toThrow(
					`PostgreSQL does not run as root, and uid ${nobody} cannot pass ${checkout}: set DATA_DIR to a folder it can reach`,
				);
			});
		});
	});
});

async function withoutSetpriv(work: () => Promise<void>): Promise<void> {
	const { PATH, TMPDIR } = process.env;
	const temporary = await mkdtemp(join(tmpdir(), "path-"));
	await chmod(temporary, 0o755);
	Object.assign(process.env, { PATH: dirname(process.execPath), TMPDIR: temporary });
	if (await stat(join(dirname(process.execPath), "setpriv")).catch(() => null)) process.env.PATH = temporary;
	try {
		await work();
	} finally {
		Object.assign(process.env, { PATH, TMPDIR });
		if (TMPDIR === undefined) delete process.env.TMPDIR;
		await rm(temporary, { recursive: true });
	}
}

test("a long path has its socket in a private temporary folder", async () => {
	const folder = join(await dataFolder(), "x".repeat(80));
	const database = await open(folder);
	const socketFolder = new URL(database.url).searchParams.get("host") ?? "";
	expect(dirname(socketFolder)).toBe(resolve(tmpdir()));
	expect((await stat(socketFolder)).mode & 0o777).toBe(0o700);
	expect(await query(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
	await database.close();
	// A server that goes on ending removes its socket at the same time.
	await rm(socketFolder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});

test("a path with spaces, quotes and commas", async () => {
	const folder = join(await dataFolder(), `it's "my", data`);
	await mkdir(folder);
	const database = await open(folder);
	expect(await query(database.url, "select 1 as one")).toEqual([{ one: 1 }]);
	await database.close();
});

describe("over TCP, where there are no Unix sockets", () => {
	test("only this machine is let in, and only with the password", async () => {
		const folder = await dataFolder();
		const database = await open(folder, { tcp: true });
		const url = new URL(database.url);
		expect(url.hostname).toBe("127.0.0.1");
		expect(await query(database.url, "select inet_client_addr()::text as from")).toEqual([{ from: "127.0.0.1/32" }]);
		expect((await stat(join(folder, "postgres/openvz-statistics.password"))).mode & 0o777).toBe(0o600);
		url.password = "guessed";
		await expect(query(url.href, "select 1")).rejects.toThrow("password authentication failed");
		await expect(openDatabase({ DATA_DIR: folder, DATABASE_URL: url.href })).rejects.toThrow(
			/^DATABASE_URL: the database statistics at 127\.0\.0\.1:\d+ cannot be reached: password authentication failed for user "postgres"$/,
		);
		expect(await hold(folder).url).toBe(database.url);
		await database.close();
		await (await open(folder, { tcp: true })).close();
	});
});

describe("DATABASE_URL", () => {
	test.each([
		["postgresql://me:s3cret@127.0.0.1:1/stats", "127.0.0.1:1 cannot be reached: connect ECONNREFUSED 127.0.0.1:1"],
		// A name that is too long for one: nobody is asked for it, who might take long to answer.
		[`postgresql://me:s3cret@${"x".repeat(64)}.invalid/stats`, "x.invalid cannot be reached: getaddrinfo"],
	])("%s: one line without the password", async (url, line) => {
		const error = await openDatabase({ DATA_DIR: "/nonexistent", DATABASE_URL: url }).catch((one) => one);
		expect(error.message).toMatch(/^DATABASE_URL: the database stats at /);
		expect(error.message).toContain(line);
		expect(error.message).not.toMatch(/s3cret|\n/);
	});
});
