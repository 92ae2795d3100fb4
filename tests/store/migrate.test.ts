import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { migrate, migrationsFolder, migrationsIn } from "#lib/store/migrate";
import { testDatabase } from "../database";

describe("migrate", () => {
	const database = testDatabase(false);
	let folder: string;

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "migrations-"));
		await cp(migrationsFolder, folder, { recursive: true });
		await database().pool.query("drop schema public cascade; create schema public");
	});
	afterEach(() => rm(folder, { recursive: true }));

	async function add(name: string, sql: string): Promise<void> {
		await mkdir(join(folder, name), { recursive: true });
		await writeFile(join(folder, name, "migration.sql"), sql);
	}

	test("applies each migration once, in order, and records it as Prisma does", async () => {
		await add("20990101000000_second", "create table second (id int);");
		const names = (await migrationsIn(folder)).map(({ name }) => name);
		expect(await migrate(database().url, folder)).toEqual(names);
		expect(await migrate(database().url, folder)).toEqual([]);
		const { rows } = await database().pool.query(
			`select migration_name, checksum, applied_steps_count, logs, rolled_back_at, length(id) as id,
			 finished_at >= started_at as finished from _prisma_migrations order by started_at`,
		);
		expect(rows.map((row) => row.migration_name)).toEqual(names);
		expect(rows.at(-1)).toEqual({
			migration_name: "20990101000000_second",
			// printf 'create table second (id int);' | sha256sum
			checksum: "8d782b07971320985ac59d3cd48e6aadda8e560d6b07710f855000ddfb6d22da",
			applied_steps_count: 1,
			logs: null,
			rolled_back_at: null,
			id: 36,
			finished: true,
		});
	});

	test("twice at once applies it once", async () => {
		const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(database().url)));
		expect(applied.flat()).toEqual((await migrationsIn(migrationsFolder)).map(({ name }) => name));
	});

	test("a failing migration changes nothing and is applied when it is repaired", async () => {
		await add("20990101000000_second", "create table second (id int); select 1 / 0;");
		await expect(migrate(database().url, folder)).rejects.toThrow(
			"the migration 20990101000000_second failed and changed nothing: division by zero",
		);
		const { rows } = await database().pool.query("select to_regclass('second') as second");
		expect(rows).toEqual([{ second: null }]);
		await add("20990101000000_second", "create table second (id int);");
		expect(await migrate(database().url, folder)).toEqual(["20990101000000_second"]);
	});

	test("an edited, an unknown and an unfinished migration are refused", async () => {
		await add("20990101000000_second", "create table second (id int);");
		await migrate(database().url, folder);
		await add("20990101000000_second", "create table second (id bigint);");
		await expect(migrate(database().url, folder)).rejects.toThrow("20990101000000_second was edited after");
		await expect(migrate(database().url)).rejects.toThrow("20990101000000_second of a newer version");
		await database().pool.query("update _prisma_migrations set finished_at = null");
		await expect(migrate(database().url)).rejects.toThrow("failed before");
	});

	test("the publication has its one row", async () => {
		await migrate(database().url);
		expect((await database().prisma.publication.findMany()).map(({ id, revision }) => [id, revision])).toEqual([
			[1, 0],
		]);
	});
});
