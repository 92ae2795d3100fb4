/** Opens a database for work: its schema up to date, and the memberships of every statistic in the catalog told. */
import { statistics } from "#lib/statistics/index";
import { openStore, type Store } from "#lib/store/client";
import { migrate } from "#lib/store/migrate";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";

/** `onDone` is told each migration that was applied and each statistic that was new. */
export async function readyStore(
	url: string,
	{ connectionsMax, onDone }: { connectionsMax?: number; onDone?(line: string): void } = {},
): Promise<Store> {
	for (const name of await migrate(url)) onDone?.(`Applied the migration ${name}`);
	const store = openStore(url, connectionsMax);
	const told = await onConnection(store.pool, (db) => tallyNewStatistics(db, statistics));
	if (told.length > 0) onDone?.(`Ready to count ${told.length} statistics`);
	return store;
}
