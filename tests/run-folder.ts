/**
 * The temporary folder of one run of the tests. Everything that tests write lies in it, because it is the TMPDIR of every
 * process they start. A second process (sweep.js) removes it, so that nothing stays after Ctrl-C or SIGKILL either.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Makes the folder, unless a process above this one already has. */
export function makeRunFolder(): void {
	if (process.env.TEST_RUN_FOLDER) return;
	const folder = mkdtempSync(join(realpathSync(tmpdir()), "ovz-"));
	// PostgreSQL runs as another user when root runs the tests, and must pass.
	chmodSync(folder, 0o755);
	Object.assign(process.env, { TEST_RUN_FOLDER: folder, TMPDIR: folder, TEMP: folder, TMP: folder });
	const sweeper = spawn(process.execPath, [resolve("tests/sweep.js"), folder], {
		// Ctrl-C reaches the whole process group of the terminal, but not this one.
		detached: true,
		stdio: ["pipe", "ignore", "inherit"],
		env: { ...process.env, TEST_PROCESS: "" },
		windowsHide: true,
	});
	sweeper.unref();
	// Its standard input is closed when this process is gone, however it ended.
	(sweeper.stdin as unknown as { unref(): void }).unref();
}
