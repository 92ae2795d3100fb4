import type { Command } from "commander";
import { progress } from "#bin/progress";
import { aborted } from "#bin/run";
import { type Env, readEnv } from "#lib/env";
import { OperatorError } from "#lib/operator-error";
import { readyStore } from "#lib/publish/ready-store";
import type { Store } from "#lib/store/client";
import { markMoved, openDatabase } from "#lib/store/database";
import { isInitialised } from "#lib/store/embedded/initialise";
import { placesIn } from "#lib/store/embedded/place";
import { copyDatabase } from "#lib/store/move";

export function addMove(program: Command, signal: AbortSignal): void {
	program
		.command("move")
		.description("bring everything from the embedded database to another PostgreSQL, while the server is stopped")
		.argument("<url>", "the other database, like postgresql://user:password@host/statistics")
		.option("--force", "replace everything in it if it is not empty")
		.action(async (url: string, { force }: { force?: boolean }) => {
			const bar = progress("Moving");
			const moving = moveDatabase(readEnv(), url, { force, onProgress: bar.update });
			const rows = await Promise.race([moving, aborted(signal)]);
			bar.end();
			console.error(`Moved ${rows} rows. Set DATABASE_URL to that database, then start the server.`);
		});
}

interface MoveOptions {
	force?: boolean;
	onProgress?(done: number, total: number): void;
}

/** Returns the number of rows. Afterwards the embedded database stays as it was, and refuses to be used. */
export async function moveDatabase(
	env: Pick<Env, "DATABASE_URL" | "DATA_DIR">,
	url: string,
	options: MoveOptions = {},
): Promise<number> {
	if (env.DATABASE_URL) throw new OperatorError("move starts from the embedded database: run it without DATABASE_URL");
	if (!(await isInitialised(placesIn(env.DATA_DIR).folder)))
		throw new OperatorError(`there is no database in ${env.DATA_DIR}`);
	const { DATABASE_URL } = readEnv({ DATABASE_URL: url });
	const source = await openDatabase(env);
	try {
		if (!(await source.isAlone()))
			throw new OperatorError(`the database in ${env.DATA_DIR} is in use: stop the server, and what else uses it`);
		const target = await openDatabase({ ...env, DATABASE_URL });
		try {
			return await copied(source.url, target.url, env.DATA_DIR, options);
		} finally {
			await target.close();
		}
	} finally {
		await source.close();
	}
}

/** Returns the number of rows. */
async function copied(source: string, target: string, dataDir: string, options: MoveOptions): Promise<number> {
	const stores: Store[] = [];
	try {
		for (const url of [source, target]) stores.push(await readyStore(url));
		const [from, to] = stores;
		if (!from || !to) throw new Error("two databases are open");
		const rows = await copyDatabase(from.pool, to.pool, options);
		await markMoved(dataDir, target);
		return rows;
	} finally {
		await Promise.all(stores.map((store) => store.close()));
	}
}
