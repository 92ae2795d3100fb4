/** Ends a process's use of the cluster. Whoever is last stops the server. */
import { execFile } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type pg from "pg";
import { applicationName, isOfGone, processOf } from "../application-name";
import { locks } from "../locks";
import { installedBinaries } from "./binaries";
import type { Connection } from "./join";
import { isAlive, processFile, type RunningServer } from "./process-file";
import { dataFolderAt, placesIn } from "./site";

const leaving = "openvz-statistics leaving";
const stopMillisecondsMax = 60_000;
/** How often to look again, every 20 ms, when all connections that are left are ending, some are strangers', or some ours. */
const looksMax = { ending: 3000, strangers: 100, present: 10 };

/** Closes all connections of this process, and stops the server when nobody else is connected. Says whether it did. */
export async function leaveCluster(dataDir: string, { client }: Pick<Connection, "client">): Promise<boolean> {
	const { folder } = placesIn(await dataFolderAt(dataDir));
	let lost = false;
	for (const event of ["error", "end"] as const)
		client.once(event, () => {
			lost = true;
		});
	try {
		await client.query("select pg_advisory_unlock_all()");
		await client.query(`set application_name = '${leaving}'`);
		await client.query(
			"select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
			[applicationName],
		);
		if (!(await isLast(client))) return false;
		const server = await processFile(folder);
		return server !== null && (await stopServer(folder, server));
	} catch (error) {
		// Another process, which left at the same moment, is stopping it.
		if (lost || String((error as { code?: string }).code).startsWith("57P")) return false;
		throw error;
	} finally {
		await client.end().catch(() => {});
	}
}

/**
 * Whether nobody else is there. Closed connections take a moment to disappear, so this asks again: long where all that are
 * left are of processes that are gone, shortly where another one shows its presence. Who holds the presence lock alone
 * keeps newcomers waiting until the server stops; they then start it again.
 */
async function isLast(client: pg.Client): Promise<boolean> {
	for (let looks = 0; ; looks++, await pause(20)) {
		const { rows } = await client.query<{ others: string[]; alone: boolean }>(
			`select others, case when cardinality(others) > 0 then false else pg_try_advisory_lock($1::bigint) end as alone
			   from (
			     select coalesce(array_agg(application_name), '{}') as others from pg_stat_activity
			      where backend_type = 'client backend' and pid <> pg_backend_pid() and application_name <> $2
			   ) connected`,
			[locks.presence, leaving],
		);
		const [{ others, alone } = { others: [], alone: false }] = rows;
		if (alone) return true;
		// This one's own were told to end.
		const staying = others.filter((name) => name !== applicationName && !isOfGone(name));
		const kind = staying.length === 0 ? "ending" : staying.some(processOf) ? "present" : "strangers";
		if (looks > looksMax[kind]) return false;
	}
}

/** Stops the server without waiting for its clients, and waits until it is gone. */
async function stopServer(folder: string, server: RunningServer): Promise<boolean> {
	if (!(await isAlive(folder, server))) return false;
	try {
		// Elsewhere than on Unix a signal would end it without care.
		if (process.platform === "win32") {
			const { pgCtl } = await installedBinaries();
			await promisify(execFile)(pgCtl, ["stop", "-D", folder, "-m", "fast"]);
		} else process.kill(server.pid, "SIGINT");
	} catch {
		return false;
	}
	for (const begun = performance.now(); performance.now() - begun < stopMillisecondsMax; await pause(20)) {
		if (!(await isAlive(folder, server))) return true;
	}
	return false;
}
