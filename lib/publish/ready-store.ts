/** Opens a database for work: its schema up to date, and the memberships of every statistic in the catalog computed. */
import { statistics } from "#lib/statistics/index";
import { openStore, type Store } from "#lib/store/client";
import { migrate } from "#lib/store/migrate";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";

interface StoreOptions {
	connectionsMax?: number;
	/** Gets a line for each migration applied. */
	onDone?(line: string): void;
}

export async function readyStore(url: string, options: StoreOptions = {}): Promise<Store> {
	const store = await migratedStore(url, options);
	await onConnection(store.pool, (db) => tallyNewStatistics(db, statistics));
	return store;
}

/** For a server, which does not wait for the memberships of new statistics: the first publishing computes them. */
export async function migratedStore(url: string, { connectionsMax, onDone }: StoreOptions = {}): Promise<Store> {
	for (const name of await migrate(url)) onDone?.(`Applied the migration ${name}`);
	return openStore(url, connectionsMax);
}
