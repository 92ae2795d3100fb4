/** Processes that tests start: each ends at the latest with the process of its test. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";

export type Started = ChildProcessByStdio<null, Readable, Readable>;

interface Options {
	env?: Record<string, string>;
	/** In a process group of its own. */
	detached?: boolean;
}

export function start(program: readonly string[], { env, detached = false }: Options = {}): Started {
	const [file = "", ...rest] = program;
	return spawn(file, rest, {
		detached,
		env: { ...process.env, DATABASE_URL: "", ...env, TEST_PROCESS: `${process.pid}` },
		stdio: ["ignore", "pipe", "pipe"],
	});
}

/** A program of this project, by its path. */
export const node = (script: string, ...args: string[]) => [process.execPath, "bin/start.mjs", script, ...args];

/** Waits for the end of one that was told to end. */
export async function ended(child: Started): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once("exit", done));
}
