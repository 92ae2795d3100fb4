/** Copies everything from one database to another: a backup that is restored while it is written. */
import { PassThrough } from "node:stream";
import type { Pool } from "pg";
import { writeBackup } from "./backup";
import { type RestoreOptions, restoreBackup } from "./restore";

/** Returns the number of rows. The target changes as a whole or not at all. */
export async function copyDatabase(
	source: Pool,
	target: Pool,
	{ onProgress, ...options }: RestoreOptions & { onProgress?(done: number, total: number): void } = {},
): Promise<number> {
	const flow = new PassThrough();
	// The failure of one side fails the other: the first is the one to report.
	const failures: unknown[] = [];
	const fail = (error: unknown) => {
		failures.push(error);
		flow.destroy();
		return 0;
	};
	const [, rows] = await Promise.all([
		writeBackup(source, flow, onProgress).catch(fail),
		restoreBackup(target, flow, options).catch(fail),
	]);
	if (failures.length > 0) throw failures[0];
	return rows;
}
