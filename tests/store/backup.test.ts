import { once } from "node:events";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Pool } from "pg";
import { extract, pack } from "tar-stream";
import { beforeEach, describe, expect, test } from "vitest";
import { writeBackup } from "#lib/store/backup";
import { migrate, migrationsFolder } from "#lib/store/migrate";
import { restoreBackup } from "#lib/store/restore";
import { testDatabase } from "../database";

const source = testDatabase();
const target = testDatabase();

const hosts = 3000;
/** Everything that text could trip over. */
const nasty = 'tab\\t, new\nline, "quoted", \\N, \\., пример, 😀';

async function fill(pool: Pool): Promise<void> {
	await pool.query(
		`insert into host select gen_random_uuid(), 'openvz7', date '2026-01-01' + n % 300, now() - n * interval '1 minute'
		 from generate_series(1, ${hosts}) n`,
	);
	await pool.query(
		`insert into report select id, last_at, 0, first_day, sha256(id::text::bytea), array['cpu', null, $1] from host`,
		[nasty],
	);
	await pool.query(
		`insert into fact_version select id, 'cpu', first_day, jsonb_build_object('model', $1::text, 'pad', repeat(id::text, 100))
		 from host`,
		[nasty],
	);
	await pool.query("insert into membership select id, 'cpu-vendor', $1, first_day, null, 7 from host", [nasty]);
	await pool.query("update publication set revision = 7, last_day = '2026-11-21'");
}

async function contents(pool: Pool): Promise<Record<string, string>> {
	const { rows: tables } = await pool.query<{ name: string }>(
		"select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('_prisma_migrations', 'publication')",
	);
	const sums = tables.map(async ({ name }) => {
		const { rows } = await pool.query(
			`select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from ${name} t`,
		);
		return [name, rows[0].sum];
	});
	return Object.fromEntries(await Promise.all(sums));
}

async function backupOf(pool: Pool): Promise<Buffer> {
	const stream = new PassThrough();
	const [bytes] = await Promise.all([buffer(stream), writeBackup(pool, stream)]);
	return bytes;
}

const restore = (bytes: Buffer, options = {}) => restoreBackup(target().pool, Readable.from(bytes), options);

/** A backup with its parts changed. */
async function altered(bytes: Buffer, change: (name: string, content: Buffer) => Buffer | null): Promise<Buffer> {
	const reader = extract();
	reader.end(gunzipSync(bytes));
	const archive = pack();
	for await (const entry of reader) {
		const content = change(entry.header.name, await buffer(entry));
		if (content) archive.entry({ name: entry.header.name }, content);
	}
	archive.finalize();
	return gzipSync(await buffer(archive as unknown as Readable));
}

describe("backup and restore", () => {
	let backup: Buffer;
	beforeEach(async () => {
		if (backup) return;
		await fill(source().pool);
		backup = await backupOf(source().pool);
	});

	test("everything comes back, under a revision that no cache has seen", async () => {
		await target().pool.query("update publication set revision = 40");
		expect(await restore(backup)).toBe(hosts * 4 + 1);
		expect(await contents(target().pool)).toEqual(await contents(source().pool));
		const { rows } = await target().pool.query("select last_day, revision from publication");
		expect(rows).toEqual([{ last_day: "2026-11-21", revision: 41 }]);
		expect(await migrate(target().url)).toEqual([]);
	});

	test("a database with content is replaced by force only", async () => {
		await target().pool.query("insert into bucket_label values ('s', 'b', 'new')");
		const before = await contents(target().pool);
		await expect(restore(backup)).rejects.toThrow(
			"the database is not empty: restore --force replaces everything in it",
		);
		expect(await contents(target().pool)).toEqual(before);
		await restore(backup, { force: true });
		expect(await contents(target().pool)).toEqual(await contents(source().pool));
	});

	test("a backup is one moment, though others write meanwhile", async () => {
		const before = await contents(source().pool);
		const stream = new PassThrough({ highWaterMark: 1 });
		const written = writeBackup(source().pool, stream);
		// Its first bytes are there, so it has begun.
		await once(stream, "readable");
		await source().pool.query("delete from fact_version");
		await source().pool.query("delete from membership");
		const [bytes] = await Promise.all([buffer(stream), written]);
		await restore(bytes, { force: true });
		expect(await contents(target().pool)).toEqual(before);
	});

	test.each<[string, (whole: Buffer) => Promise<Buffer> | Buffer, string]>([
		["nothing", () => Buffer.alloc(0), "unexpected end of file"],
		["text", () => Buffer.from("hello"), "incorrect header check"],
		["a half one", (whole) => whole.subarray(0, whole.length / 2), "unexpected end of file"],
		["another archive", () => altered(backup, (name, bytes) => (name === "backup.json" ? null : bytes)), "begin with"],
		[
			"another header",
			() => altered(backup, (name, bytes) => (name === "backup.json" ? Buffer.from("{}") : bytes)),
			"of another kind",
		],
		[
			"one without its end",
			() => altered(backup, (name, bytes) => (name === "end.json" ? null : bytes)),
			"its end is missing",
		],
		[
			"one without a piece",
			() => altered(backup, (name, bytes) => (name === "host/000001.copy" ? null : bytes)),
			"rows are missing",
		],
		[
			"broken rows",
			() => altered(backup, (name, bytes) => (name === "host/000001.copy" ? Buffer.from("x\ty\n") : bytes)),
			"invalid input syntax",
		],
	])("%s is refused and changes nothing", async (_, bytes, reason) => {
		const before = await contents(target().pool);
		await expect(restore(await bytes(backup), { force: true })).rejects.toThrow(
			new RegExp(`^this is no whole backup of this program: .*${reason}`),
		);
		expect(await contents(target().pool)).toEqual(before);
	});

	test("an older backup is brought up to date, a newer one refused", async () => {
		const folder = await mkdtemp(join(tmpdir(), "migrations-"));
		await cp(migrationsFolder, folder, { recursive: true });
		await mkdir(join(folder, "20990101000000_flag"));
		const sql = "alter table host add flag boolean; update host set flag = product = 'openvz7';";
		await writeFile(join(folder, "20990101000000_flag/migration.sql"), sql);
		await restore(backup, { force: true, folder });
		const { rows } = await target().pool.query("select flag, count(*) from host group by flag");
		expect(rows).toEqual([{ flag: true, count: hosts }]);
		await expect(restore(await backupOf(target().pool), { force: true })).rejects.toThrow(
			"20990101000000_flag of a newer version",
		);
		await rm(folder, { recursive: true });
	});
});
