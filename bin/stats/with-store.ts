/** What commands that use the database have in common. */

import { aborted } from "#bin/run";
import { type Env, readEnv } from "#lib/env";
import { readyStore } from "#lib/publish/ready-store";
import type { Store } from "#lib/store/client";
import { openDatabase } from "#lib/store/database";

/** Runs work on the database, which is up to date then, also beside a running server. A signal ends the work. */
export async function withStore<T>(signal: AbortSignal, work: (store: Store, env: Env) => Promise<T>): Promise<T> {
	const env = readEnv();
	const database = await openDatabase(env);
	try {
		const store = await readyStore(database.url);
		const done = work(store, env);
		const result = await Promise.race([done, aborted(signal)]);
		await store.close();
		return result;
	} finally {
		// Connections that still work for an aborted command are ended by it: their transactions are rolled back.
		await database.close();
	}
}
