/** Bulk writing with COPY, in PostgreSQL's text format. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** `target` is a table with its column list; it is never built from input. */
export async function copyRows(db: PoolClient, target: string, rows: readonly unknown[][]): Promise<void> {
	if (rows.length === 0) return;
	await pipeline(Readable.from(lines(rows)), db.query(copyFrom(`copy ${target} from stdin`)));
}

/** Some thousand rows a piece: one write per row would cost more than the row. */
function* lines(rows: readonly unknown[][]): Generator<string> {
	for (let start = 0; start < rows.length; start += 2000) {
		yield rows
			.slice(start, start + 2000)
			.map((row) => `${row.map(field).join("\t")}\n`)
			.join("");
	}
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function field(value: unknown): string {
	if (value === null || value === undefined) return "\\N";
	if (value instanceof Date) return value.toISOString();
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
	if (Array.isArray(value)) return `{${value.join(",")}}`;
	return String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
