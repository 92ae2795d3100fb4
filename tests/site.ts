/** Starts the real server for tests, in a folder of its own, and stops it. */
import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { prepare } from "#bin/prepare";
import type { Day } from "#lib/day";
import { withSecondTry } from "./second-try";
import { ended, node, type Started, start } from "./started";
import { folderWithDatabase } from "./template-cluster";
import { yesterday } from "./today";

export interface Site {
	url: string;
	dataFolder: string;
	/** Everything the server printed. */
	output(): string;
	process: ChildProcess;
	/** Ends it in order and deletes its folder. */
	stop(): Promise<void>;
}

export interface SiteOptions {
	env?: Record<string, string>;
	/** Reuses a folder, which then stays, and waits until the reports in it are published. */
	dataFolder?: string;
	/** There are no reports in the folder to wait for. */
	isEmpty?: boolean;
}

const startSecondsMax = 250;

let built: Promise<void> | undefined;

/** `npm start` on a free port, with all that is due published. */
export async function startSite(options: SiteOptions = {}): Promise<Site> {
	// `npm test` has built it. Else the first test that needs it does, and the others wait: a start has less time than that.
	built ??= prepare();
	await built;
	return withSecondTry("starting a server", () => startOnce(options));
}

async function startOnce({ env = {}, dataFolder, isEmpty = dataFolder === undefined }: SiteOptions): Promise<Site> {
	const folder = dataFolder ?? (await folderWithDatabase("openvz-site-"));
	const child = start(node("bin/serve.ts"), {
		env: { ...env, NODE_ENV: "production", DATA_DIR: folder, PORT: "0" },
	});
	const lines: string[] = [];
	const stop = async () => {
		child.kill("SIGTERM");
		await ended(child);
		if (dataFolder === undefined) await rm(folder, { recursive: true, force: true });
	};
	try {
		const url = await readyAddress(child, lines);
		if (!isEmpty) await publishedWhatIsDue(url);
		return { url, dataFolder: folder, process: child, output: () => lines.join("\n"), stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** Collects what the server prints, until it has ended. */
function readyAddress(child: Started, lines: string[]): Promise<string> {
	return new Promise<string>((ready, failed) => {
		const fail = (what: string) => failed(new Error(`${what}:\n${lines.join("\n")}`));
		const late = setTimeout(() => fail("not ready in time"), startSecondsMax * 1000);
		child.once("exit", (code) => {
			clearTimeout(late);
			fail(`the server ended with ${code}`);
		});
		for (const stream of [child.stdout, child.stderr]) {
			createInterface({ input: stream }).on("line", (line) => {
				lines.push(line);
				const address = /Ready on (http:\S+)/.exec(line)?.[1];
				if (!address) return;
				clearTimeout(late);
				ready(address);
			});
		}
	});
}

/** A server publishes what is due after it is ready: until then the same address may answer differently from one moment to the next. */
async function publishedWhatIsDue(url: string): Promise<void> {
	for (const begun = Date.now(); ; await pause(50)) {
		const index: { published: { to: Day } | null } = await (await fetch(`${url}/data/index.json`)).json();
		if (index.published && index.published.to >= yesterday) return;
		if (Date.now() - begun > startSecondsMax * 1000)
			throw new Error(`published through ${index.published?.to ?? "no day"} only`);
	}
}

/** Runs the operator's tool on the folder of a site. */
export async function runStats(
	dataFolder: string,
	...args: string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
	const child = start(node("bin/stats.ts", ...args), { env: { DATA_DIR: dataFolder } });
	const read = async (stream: NodeJS.ReadableStream) => {
		let text = "";
		for await (const chunk of stream) text += chunk;
		return text;
	};
	const [stdout, stderr, code] = await Promise.all([
		read(child.stdout),
		read(child.stderr),
		new Promise<number>((done) => child.once("exit", (status) => done(status ?? 1))),
	]);
	return { code, stdout, stderr };
}
