/**
 * Brings the schema up to date: applies the migrations that are pending, each in a transaction, and records them in
 * Prisma's own table in Prisma's own way, so that `prisma migrate status` and `deploy` agree wherever they can run.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import pg from "pg";
import { z } from "zod";
import { errorLine, OperatorError } from "#lib/operator-error";
import { applicationName } from "./application-name";
import { locks, rowsOf } from "./sql";

export interface Migration {
	name: string;
	sql: string;
	/** SHA-256 of the file, in hex. */
	checksum: string;
}

const recordTable = `
	CREATE TABLE IF NOT EXISTS _prisma_migrations (
		id                  VARCHAR(36) PRIMARY KEY NOT NULL,
		checksum            VARCHAR(64) NOT NULL,
		finished_at         TIMESTAMPTZ,
		migration_name      VARCHAR(255) NOT NULL,
		logs                TEXT,
		rolled_back_at      TIMESTAMPTZ,
		started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
		applied_steps_count INTEGER NOT NULL DEFAULT 0
	)`;

export const migrationsFolder = resolve("prisma/migrations");

/** The migrations of a folder, in the order in which they are applied. */
export async function migrationsIn(folder: string): Promise<Migration[]> {
	const entries = await readdir(folder, { withFileTypes: true });
	const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
	return Promise.all(
		names.sort().map(async (name) => {
			const bytes = await readFile(join(folder, name, "migration.sql"));
			return { name, sql: bytes.toString("utf8"), checksum: createHash("sha256").update(bytes).digest("hex") };
		}),
	);
}

/** What is applied, in order. Empty for a database without tables. */
export async function recordedMigrations(db: pg.ClientBase): Promise<Pick<Migration, "name" | "checksum">[]> {
	const tables = await rowsOf(
		db,
		z.object({ exists: z.boolean() }),
		"select to_regclass('_prisma_migrations') is not null as exists",
	);
	if (!tables[0]?.exists) return [];
	const rows = await rowsOf(
		db,
		z.object({ name: z.string(), checksum: z.string(), finished: z.boolean() }),
		`select migration_name as name, checksum, finished_at is not null as finished
		 from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
	);
	const failed = rows.find((row) => !row.finished);
	if (failed)
		throw new OperatorError(
			`the migration ${failed.name} failed before: repair the database, then delete its row in _prisma_migrations`,
		);
	return rows.map(({ name, checksum }) => ({ name, checksum }));
}

/** Those not applied yet. Throws an `OperatorError` when what is applied is not the beginning of what there is. */
export function pendingMigrations(
	migrations: readonly Migration[],
	applied: readonly Pick<Migration, "name" | "checksum">[],
): Migration[] {
	const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
	for (const { name, checksum } of applied) {
		if (!known.has(name))
			throw new OperatorError(`the database has the migration ${name} of a newer version: update this program`);
		if (known.get(name) !== checksum)
			throw new OperatorError(
				`the migration ${name} was edited after it was applied: restore its file, and write a new migration instead`,
			);
	}
	const done = new Set(applied.map(({ name }) => name));
	return migrations.filter(({ name }) => !done.has(name));
}

/** Applies what is pending and returns its names. Throws an `OperatorError` for a failed, edited or unknown migration. */
export async function migrate(url: string, folder = migrationsFolder): Promise<string[]> {
	const migrations = await migrationsIn(folder);
	const client = new pg.Client({ connectionString: url, application_name: applicationName });
	client.on("error", () => {});
	await client.connect();
	try {
		await client.query("select pg_advisory_lock($1)", [locks.migration]);
		const pending = pendingMigrations(migrations, await recordedMigrations(client));
		for (const migration of pending) {
			await client.query("begin");
			await applyMigration(client, migration);
			await client.query("commit");
		}
		return pending.map(({ name }) => name);
	} finally {
		await client.end();
	}
}

/** Applies a migration and records it, within the transaction of the caller. */
export async function applyMigration(db: pg.ClientBase, { name, sql, checksum }: Migration): Promise<void> {
	try {
		await db.query("set local client_min_messages = warning");
		await db.query(recordTable);
		await db.query(
			`insert into _prisma_migrations (id, checksum, migration_name, started_at)
			 values ($1, $2, $3, clock_timestamp())`,
			[randomUUID(), checksum, name],
		);
		await db.query(sql);
		await db.query(
			`update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1
			 where migration_name = $1 and finished_at is null`,
			[name],
		);
	} catch (error) {
		throw new OperatorError(`the migration ${name} failed and changed nothing: ${errorLine(error)}`);
	}
}
