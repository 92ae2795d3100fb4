/**
 * Writes the whole database to a stream: one moment of it, while others go on working. A backup is a gzipped tar:
 * `backup.json` first, then each table's rows as pieces in PostgreSQL's COPY text format, `end.json` last, by which a
 * shortened one is known.
 */

import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg, { type Pool, type PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Pack, pack } from "tar-stream";
import { z } from "zod";
import { recordedMigrations } from "./migrate";
import { count, onConnection, rowsOf } from "./sql";

export const headerName = "backup.json";
export const endName = "end.json";

const tableSchema = z.object({ name: z.string(), columns: z.array(z.string()) });

export const headerSchema = z.object({
	format: z.literal(1),
	created: z.iso.datetime(),
	postgres: z.string(),
	/** Names and checksums of the migrations that made the tables. */
	migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
	tables: z.array(tableSchema),
});

export type Header = z.infer<typeof headerSchema>;

/** Rows of each table. */
export const endSchema = z.object({ rows: z.record(z.string(), z.number().int().nonnegative()) });

/** A piece's name: its table and its number. */
function pieceName(table: string, number: number): string {
	return `${table}/${String(number).padStart(6, "0")}.copy`;
}

const pieceBytes = 4 * 1024 * 1024;

/** Returns the number of rows written. `onProgress` is told bytes of the tables, roughly. */
export async function writeBackup(
	pool: Pool,
	destination: Writable,
	onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
	return onConnection(pool, async (db) => {
		await db.query("begin isolation level repeatable read read only");
		const archive = pack();
		const [rows] = await Promise.all([
			fill(archive, db, onProgress),
			pipeline(archive as unknown as Readable, createGzip(), destination),
		]);
		await db.query("commit");
		return rows;
	});
}

async function fill(archive: Pack, db: PoolClient, onProgress: (done: number, total: number) => void): Promise<number> {
	const header = await headerOf(db);
	await add(archive, headerName, JSON.stringify(header, null, "\t"));
	const sizes = await tableBytes(db);
	const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
	const rows: Record<string, number> = {};
	let before = 0;
	for (const table of header.tables) {
		const size = sizes.get(table.name) ?? 0;
		const begun = before;
		rows[table.name] = await addTable(db, archive, table, (bytes) => onProgress(begun + Math.min(bytes, size), total));
		before += size;
	}
	await add(archive, endName, JSON.stringify({ rows }));
	archive.finalize();
	return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

async function headerOf(db: PoolClient): Promise<Header> {
	const tables = await rowsOf(
		db,
		tableSchema,
		`select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
		 from information_schema.columns join information_schema.tables using (table_schema, table_name)
		 where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> '_prisma_migrations'
		 group by table_name order by table_name`,
	);
	const rows = await rowsOf(db, z.object({ server_version: z.string() }), "show server_version");
	return {
		format: 1,
		created: new Date().toISOString(),
		postgres: rows[0]?.server_version ?? "",
		migrations: await recordedMigrations(db),
		tables,
	};
}

async function tableBytes(db: PoolClient): Promise<Map<string, number>> {
	const rows = await rowsOf(
		db,
		z.object({ name: z.string(), bytes: count }),
		`select tablename as name, pg_table_size(quote_ident(tablename)::regclass) as bytes
		 from pg_tables where schemaname = current_schema()`,
	);
	return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

async function addTable(
	db: PoolClient,
	archive: Pack,
	{ name, columns }: Header["tables"][number],
	onBytes: (bytes: number) => void,
): Promise<number> {
	const list = columns.map((column) => pg.escapeIdentifier(column)).join(", ");
	const rows = db.query(copyTo(`copy ${pg.escapeIdentifier(name)} (${list}) to stdout`));
	let held: Buffer[] = [];
	let [heldBytes, bytes, number] = [0, 0, 0];
	for await (const chunk of rows as AsyncIterable<Buffer>) {
		held.push(chunk);
		heldBytes += chunk.length;
		bytes += chunk.length;
		onBytes(bytes);
		if (heldBytes < pieceBytes) continue;
		// Chunks end anywhere; a piece ends with a row, and rows end with the only line feeds there are.
		const all = Buffer.concat(held);
		const end = all.lastIndexOf("\n") + 1;
		if (end > 0) await add(archive, pieceName(name, ++number), all.subarray(0, end));
		held = [all.subarray(end)];
		heldBytes = all.length - end;
	}
	if (heldBytes > 0) await add(archive, pieceName(name, ++number), Buffer.concat(held));
	return rows.rowCount;
}

/** Adds an entry, as fast as the destination takes it. */
function add(archive: Pack, name: string, text: Buffer | string): Promise<void> {
	const content = Buffer.from(text);
	return new Promise((done, failed) => {
		const entry = archive.entry({ name, size: content.length, mode: 0o600 }, (error) =>
			error ? failed(error) : done(),
		);
		entry.on("error", failed);
		entry.end(content);
	});
}
