/** Transactions and session locks. */
import type { Pool, PoolClient } from "pg";

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
	try {
		const result = await work(db);
		db.release();
		return result;
	} catch (error) {
		db.release(true);
		throw error;
	}
}
