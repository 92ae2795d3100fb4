/**
 * `npm test`: builds what is out of date, and beside it runs Vitest, whose tests wait for the built site where they need it,
 * then the checks of the sources as a whole. Prints all results, and fails if any of them fails. Arguments are passed on to
 * Vitest; `--long` runs the extended rounds.
 */
import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { prepare } from "#bin/prepare";
import { run } from "#bin/run";

const checks = [
	{ name: "format and lint", program: "@biomejs/biome/bin/biome", args: ["ci", "--error-on-warnings", "."] },
	// One checker: each of several would resolve the same types, while the tests need the other cores.
	{ name: "types", program: "typescript/bin/tsc", args: ["--noEmit", "--incremental", "false", "--checkers", "1"] },
];

interface Ended {
	passed: boolean;
	output: string;
}

/** Runs a program of node_modules to its end. */
function runProgram(program: string, args: readonly string[], signal: AbortSignal, quiet = false): Promise<Ended> {
	return new Promise((done, failed) => {
		const child = spawn(process.execPath, [`node_modules/${program}`, ...args], {
			stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (chunk) => {
				output += chunk;
			});
		const stop = () => child.kill("SIGTERM");
		signal.addEventListener("abort", stop);
		child.once("error", failed);
		child.once("close", (code) => {
			signal.removeEventListener("abort", stop);
			done({ passed: code === 0, output });
		});
	});
}

await run(async (signal) => {
	const args = process.argv.slice(2).filter((arg) => arg !== "--long");
	if (args.length < process.argv.length - 2) process.env.TEST_LONG = "1";
	const resultsFile = "test-results/checks.json";
	await rm(resultsFile, { force: true });
	await prepare({ site: false, signal });
	const failed = new AbortController();
	const stop = AbortSignal.any([signal, failed.signal]);
	const check = async () => {
		// The build writes types that tsc reads.
		await prepare({ signal: stop, isBeside: true });
		return Promise.all(
			checks.map(async ({ name, program, args }) => ({ name, ...(await runProgram(program, args, stop, true)) })),
		);
	};
	const testing = runProgram("vitest/vitest.mjs", ["run", ...args], stop);
	const results = await check().catch(async (error) => {
		// Without the site no test can go on.
		failed.abort("SIGTERM");
		await testing;
		throw error;
	});
	const tests = await testing;
	for (const { name, passed, output } of results)
		console.log(passed ? `${name}: passed` : `${name}: FAILED\n${output.trimEnd()}`);
	await mkdir("test-results", { recursive: true });
	await writeFile(resultsFile, JSON.stringify(results.map(({ name, passed }) => ({ name, passed }))));
	if (!tests.passed || results.some(({ passed }) => !passed)) process.exitCode = 1;
});
