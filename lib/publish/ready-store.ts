/** Opens a database for work: its schema up to date, and the memberships of every statistic in the catalog computed. */
import { statistics } from "#lib/statistics/index";
import { openStore, type Store } from "#lib/store/client";
import { migrate } from "#lib/store/migrate";
import { onConnection } from "#lib/store/sql";
import { tallyNewStatistics } from "#lib/store/tally-facts";

/** `onDone` gets a line for each migration applied and one for new statistics. */
export async function readyStore(
	url: string,
	{ connectionsMax, onDone }: { connectionsMax?: number; onDone?(line: string): void } = {},
): Promise<Store> {
	for (const name of await migrate(url)) onDone?.(`Applied the migration ${name}`);
	const store = openStore(url, connectionsMax);
	const added = await onConnection(store.pool, (db) => tallyNewStatistics(db, statistics));
	if (added.length > 0) onDone?.(`Ready to count ${added.length} statistics`);
	return store;
}
