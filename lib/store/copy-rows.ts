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

/** One write per row would cost more than the row. */
const pieceLength = 2 ** 18;

function* lines(rows: readonly unknown[][]): Generator<string> {
	let piece = "";
	for (const row of rows) {
		let separator = "";
		for (const value of row) {
			piece += separator + field(value);
			separator = "\t";
		}
		piece += "\n";
		if (piece.length >= pieceLength) {
			yield piece;
			piece = "";
		}
	}
	if (piece !== "") yield piece;
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function field(value: unknown): string {
	if (typeof value === "string") return special.test(value) ? escaped(value) : value;
	if (value === null || value === undefined) return "\\N";
	if (value instanceof Date) return value.toISOString();
	if (Buffer.isBuffer(value)) return `\\\\x${value.toString("hex")}`;
	if (Array.isArray(value)) return `{${value.join(",")}}`;
	return String(value);
}

function escaped(text: string): string {
	return text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
