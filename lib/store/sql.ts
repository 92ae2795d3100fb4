/**
 * How the store speaks SQL: rows with their schema beside the statement, transactions, and the advisory locks.
 */
import type { ClientBase, Pool, PoolClient } from "pg";
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

/** A `bigint` of Prisma as a number. Throws a `RangeError` where a number cannot hold it. */
export function safeInteger(value: bigint): number {
	const number = Number(value);
	if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a number`);
	return number;
}

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

/** Runs work in one transaction on a connection of its own: committed when it returns, rolled back when it throws. */
export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
	return onConnection(pool, (db) => inTransactionOf(db, () => work(db)));
}

/** The same on a given connection. */
export async function inTransactionOf<T>(db: PoolClient, work: () => Promise<T>): Promise<T> {
	await db.query("begin");
	try {
		const result = await work();
		await db.query("commit");
		return result;
	} catch (error) {
		await db.query("rollback");
		throw error;
	}
}

/** Runs work while holding a session lock that only one process has at a time; waits for it. */
export async function withSessionLock<T>(pool: Pool, lock: number, work: (db: PoolClient) => Promise<T>): Promise<T> {
	return onConnection(pool, async (db) => {
		await db.query("select pg_advisory_lock($1)", [lock]);
		const result = await work(db);
		await db.query("select pg_advisory_unlock($1)", [lock]);
		return result;
	});
}

/** After an error the connection is closed, not given to anybody else: with it go its locks and temporary tables. */
export async function onConnection<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
	const db = await pool.connect();
	// A connection that breaks fails the statement under way, or the next one: it need not be reported twice.
	const ignore = () => {};
	db.on("error", ignore);
	let failed = true;
	try {
		const result = await work(db);
		failed = false;
		return result;
	} finally {
		db.off("error", ignore);
		db.release(failed);
	}
}

/** Waits for the reports that are being accepted; others wait until the transaction ends. */
export async function holdBackReports(db: PoolClient): Promise<void> {
	await db.query("select pg_advisory_xact_lock($1)", [locks.accepting]);
}

export const locks = {
	/** Held by one server per embedded database. */
	server: 0x0f7a0001,
	/** Shared by all processes that use the embedded server; taken alone by the one that stops it. In `postgres`. */
	presence: 0x0f7a0002,
	/** Held while migrations are applied: the key that `prisma migrate` takes, so that both exclude each other. */
	migration: 72707369,
	/** Held by the one process that publishes. */
	publishing: 0x0f7a0003,
	/**
	 * Shared by every transaction that accepts reports; taken alone for the moment in which publishing claims days. After
	 * the claim every report for a claimed day either is visible to the publisher or marks the day as due again. Taken alone
	 * to forget a host, too: a name is deleted only where no report brings it back at that moment.
	 */
	accepting: 0x0f7a0004,
} as const;
