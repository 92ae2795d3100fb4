/**
 * A backup is a gzipped tar: `backup.json` first, then each table's rows as pieces in PostgreSQL's COPY text format,
 * `end.json` last, by which a shortened one is known.
 */
import { z } from "zod";

export const headerName = "backup.json";
export const endName = "end.json";

export const headerSchema = z.object({
	format: z.literal(1),
	created: z.iso.datetime(),
	postgres: z.string(),
	/** Names and checksums of the migrations that made the tables. */
	migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
	tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});

export type Header = z.infer<typeof headerSchema>;

/** Rows of each table. */
export const endSchema = z.object({ rows: z.record(z.string(), z.number().int().nonnegative()) });

/** A piece's name: its table and its number. */
export function pieceName(table: string, number: number): string {
	return `${table}/${String(number).padStart(6, "0")}.copy`;
}
