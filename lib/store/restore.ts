/** Brings the whole database back from a backup, in one transaction: the tables as they were then, brought up to date. */
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg, { type Pool, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { extract, type Header as TarHeader } from "tar-stream";
import { z } from "zod";
import { errorLine, OperatorError } from "#lib/operator-error";
import { endName, endSchema, type Header, headerName, headerSchema } from "./backup";
import { applyMigration, type Migration, migrationsFolder, migrationsIn, pendingMigrations } from "./migrate";
import { inTransaction, locks, rowsOf } from "./sql";

export interface RestoreOptions {
	/** Replace what is there. */
	force?: boolean;
	/** Of the migrations. */
	folder?: string;
}

/** Returns the number of rows. Throws an `OperatorError`, and changes nothing, for what is no whole backup. */
export async function restoreBackup(
	pool: Pool,
	source: Readable,
	{ force = false, folder = migrationsFolder }: RestoreOptions = {},
): Promise<number> {
	const migrations = await migrationsIn(folder);
	return inTransaction(pool, async (db) => {
		await db.query("select pg_advisory_xact_lock($1), pg_advisory_xact_lock($2)", [locks.migration, locks.publishing]);
		if (!force && !(await isEmpty(db)))
			throw new OperatorError("the database is not empty: restore --force replaces everything in it");
		const revision = await currentRevision(db);
		const rows = await restoreEntries(db, entriesOf(source), migrations).catch((error) => {
			throw ofArchive(error);
		});
		// Caches hang on the revision: none may take the new rows for old ones.
		await db.query("update publication set revision = greatest(revision, $1) + 1", [revision]);
		return rows;
	});
}

/** The tables as they were, their rows, and then what migrations made of them since. */
async function restoreEntries(db: PoolClient, entries: Entries, migrations: readonly Migration[]): Promise<number> {
	const header = await headerFrom(await entries.next());
	const later = pendingMigrations(migrations, header.migrations);
	const former = migrations.filter((migration) => !later.includes(migration));
	await makeTables(db, header, former);
	const rows = await fillTables(db, header, entries);
	for (const migration of later) await applyMigration(db, migration);
	return rows;
}

type Entry = Readable & { header: TarHeader };
type Entries = AsyncGenerator<Entry, void>;

async function* entriesOf(source: Readable): Entries {
	const archive = extract();
	const flow = pipeline(source, createGunzip(), archive);
	flow.catch(() => {});
	try {
		for await (const entry of archive) yield entry as unknown as Entry;
		await flow;
	} finally {
		source.destroy();
	}
}

/** What the archive or its rows are to blame for, as a line for the operator. The database's own troubles stay as they are. */
function ofArchive(error: unknown): unknown {
	if (error instanceof OperatorError) return error;
	const ofRows = error instanceof pg.DatabaseError && /^(22|23)/.test(error.code ?? "");
	return error instanceof pg.DatabaseError && !ofRows ? error : broken(errorLine(error));
}

function broken(reason: string): OperatorError {
	return new OperatorError(`this is no whole backup of this program: ${reason}`);
}

async function jsonOf(entry: Entry): Promise<unknown> {
	const chunks: Buffer[] = [];
	for await (const chunk of entry) chunks.push(chunk as Buffer);
	try {
		return JSON.parse(Buffer.concat(chunks).toString("utf8"));
	} catch {
		throw broken(`${entry.header.name} is not JSON`);
	}
}

async function headerFrom({ value: entry }: IteratorResult<Entry, void>): Promise<Header> {
	if (entry?.header.name !== headerName) throw broken(`it does not begin with ${headerName}`);
	const header = headerSchema.safeParse(await jsonOf(entry));
	if (!header.success) throw broken(`its ${headerName} is of another kind`);
	return header.data;
}

/** They have rows before the first report. */
const neverEmpty = ["publication", "tallied_statistic", "_prisma_migrations", "network_key", "rate_limit"];

/** Whether nothing was ever taken in. */
async function isEmpty(db: PoolClient): Promise<boolean> {
	for (const table of await ownTables(db)) {
		if (neverEmpty.includes(table)) continue;
		const { rowCount } = await db.query(`select from ${pg.escapeIdentifier(table)} limit 1`);
		if (rowCount) return false;
	}
	return true;
}

async function ownTables(db: PoolClient): Promise<string[]> {
	const rows = await rowsOf(
		db,
		z.object({ name: z.string() }),
		"select tablename as name from pg_tables where schemaname = current_schema()",
	);
	return rows.map(({ name }) => name);
}

async function currentRevision(db: PoolClient): Promise<number> {
	const rows = await rowsOf(db, z.object({ revision: z.int() }), "select revision from publication");
	return rows[0]?.revision ?? 0;
}

async function makeTables(db: PoolClient, header: Header, migrations: readonly Migration[]): Promise<void> {
	for (const table of await ownTables(db)) await db.query(`drop table ${pg.escapeIdentifier(table)} cascade`);
	for (const migration of migrations) await applyMigration(db, migration);
	const made = new Set(await ownTables(db));
	for (const { name } of header.tables) {
		if (!made.has(name)) throw broken(`its migrations make no table ${name}`);
		// Rows that migrations insert are in the backup, as they were.
		await db.query(`delete from ${pg.escapeIdentifier(name)}`);
	}
}

async function fillTables(db: PoolClient, { tables }: Header, entries: Entries): Promise<number> {
	const rows: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]));
	for await (const entry of entries) {
		if (entry.header.name === endName) {
			const end = endSchema.safeParse(await jsonOf(entry));
			const same = end.success && tables.every(({ name }) => end.data.rows[name] === rows[name]);
			if (!same) throw broken("rows are missing");
			for await (const more of entries) throw broken(`${more.header.name} comes after its end`);
			return Object.values(rows).reduce((sum, count) => sum + count, 0);
		}
		const table = tables.find(({ name }) => name === entry.header.name.split("/")[0]);
		if (!table) throw broken(`it has the unknown part ${entry.header.name}`);
		rows[table.name] = (rows[table.name] ?? 0) + (await copyPiece(db, table, entry));
	}
	throw broken("its end is missing");
}

async function copyPiece(db: PoolClient, { name, columns }: Header["tables"][number], piece: Entry): Promise<number> {
	const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
	const copy = db.query(copyFrom(`copy ${pg.escapeIdentifier(name)} (${list}) from stdin`));
	await pipeline(piece, copy);
	return copy.rowCount;
}
