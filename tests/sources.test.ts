/** The sources as a whole: formatted, linted and typed. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

async function run(command: string, ...args: string[]): Promise<string> {
	const script = `node_modules/.bin/${command}`;
	return promisify(execFile)(script, args, { maxBuffer: 2 ** 24 }).then(
		() => "",
		(error: { stdout?: string; stderr?: string }) => `${error.stdout}${error.stderr}` || String(error),
	);
}

test("formatted and linted", async () => {
	expect(await run("biome", "ci", "--error-on-warnings", ".")).toBe("");
});

test("typed", async () => {
	expect(await run("tsc", "--noEmit", "--incremental", "false")).toBe("");
});
