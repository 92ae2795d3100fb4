/** Reads rows by SQL, with the schema of the rows beside the statement: what a query gives is checked, not believed. */
import type { ClientBase, Pool } from "pg";
import { z } from "zod";
import type { Day } from "#lib/day";
import { products } from "#lib/product";

/** A `date`. */
export const day = z.iso.date() as unknown as z.ZodType<Day>;
/** A `timestamptz`. */
export const instant = z.date();
/** A `bigint`: the connection parses it, and throws where a number cannot hold it. */
export const count = z.int();
export const product = z.enum(products);

/** Throws a `ZodError` when the rows are not what the schema says: then the statement and its schema disagree. */
export async function rowsOf<R>(
	db: Pool | ClientBase,
	row: z.ZodType<R>,
	sql: string,
	parameters: readonly unknown[] = [],
): Promise<R[]> {
	const { rows } = await db.query(sql, [...parameters]);
	return z.array(row).parse(rows);
}
