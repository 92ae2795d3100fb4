/** Runs the reporter as an administrator or the timer does. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { FakeHost } from "./fake-host";
import type { Python } from "./pythons";

export interface Ended {
	status: number;
	out: string;
	errors: string;
}

const execute = promisify(execFile);

/** Throws when the program fails. */
export async function run(file: string, ...args: string[]): Promise<string> {
	return (await execute(file, args, { maxBuffer: 2 ** 26 })).stdout;
}

/** `disp-helper` on a fake host. Warnings of Python are errors. Nothing of this machine's environment is passed on. */
export async function dispHelper(
	python: Python,
	host: FakeHost,
	args: readonly string[],
	env: Record<string, string> = {},
): Promise<Ended> {
	const options = ["-W", "error", "-EsB", join(host.root, "disp-helper/disp-helper"), ...args];
	const given: NodeJS.Dict<string> = { PATH: process.env.PATH ?? "", CEP_ROOT: host.root, no_proxy: "", ...env };
	try {
		const { stdout, stderr } = await execute(python.path, options, {
			env: given as NodeJS.ProcessEnv,
			maxBuffer: 2 ** 26,
		});
		return { status: 0, out: stdout, errors: stderr };
	} catch (error) {
		const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
		if (typeof code !== "number") throw error;
		return { status: code, out: stdout, errors: stderr };
	}
}

/** What `show` printed: members by name. */
export function shownMembers(out: string): Map<string, string> {
	const parts = out.split(/^== (.*)\n/m).slice(1);
	return new Map(Array.from({ length: parts.length / 2 }, (_, i) => [parts[2 * i] ?? "", parts[2 * i + 1] ?? ""]));
}
