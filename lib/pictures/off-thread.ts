/** Has heavy work done in one thread of its own, one piece after the other, and refuses when too much is waiting. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { tooBusy } from "#lib/problem";

interface Jobs {
	png: { job: { svg: string; scale: number }; done: Uint8Array<ArrayBuffer> };
	woff2: { job: { text: string; weight: "regular" | "bold" }; done: Uint8Array<ArrayBuffer> };
	widths: { job: Record<string, never>; done: [code: number, width: number][] };
}

/** Of all that waits, in pieces of about a tenth of a second: more would wait longer than anybody waits. */
const waitingMax = 60;
/** Then the thread ends, with the memory it took. */
const idleMilliseconds = 120_000;

type Waiting = { cost: number; resolve(done: unknown): void; reject(error: Error): void };

let worker: Worker | null = null;
let ids = 0;
let idle: NodeJS.Timeout | undefined;
const waiting = new Map<number, Waiting>();

export function offThread<Name extends keyof Jobs>(
	name: Name,
	job: Jobs[Name]["job"],
	cost = 1,
): Promise<Jobs[Name]["done"]> {
	const ahead = [...waiting.values()].reduce((sum, one) => sum + one.cost, 0);
	if (ahead + cost > waitingMax) {
		return Promise.reject(tooBusy("Too many pictures are being drawn: try again in a few seconds."));
	}
	worker ??= started();
	clearTimeout(idle);
	const id = ids++;
	return new Promise((resolve, reject) => {
		waiting.set(id, { cost, resolve: resolve as Waiting["resolve"], reject });
		worker?.postMessage({ id, name, job });
	});
}

function started(): Worker {
	// The built site runs in the project's folder, but its code lies elsewhere.
	const root = process.cwd();
	const find = createRequire(join(root, "package.json")).resolve;
	const inter = "@expo-google-fonts/inter";
	const one = new Worker(join(root, "lib/pictures/worker.mjs"), {
		workerData: {
			regular: find(`${inter}/400Regular/Inter_400Regular.ttf`),
			bold: find(`${inter}/600SemiBold/Inter_600SemiBold.ttf`),
		},
		execArgv: [],
	});
	one.unref();
	one.on("message", ({ id, done, failed }) => {
		const requested = waiting.get(id);
		waiting.delete(id);
		if (failed === undefined) requested?.resolve(done);
		else requested?.reject(new Error(failed));
		if (waiting.size === 0) idle = setTimeout(() => retire(one), idleMilliseconds).unref();
	});
	one.on("error", (error) => ended(one, error as Error));
	one.on("exit", () => ended(one, new Error("the thread that draws pictures has ended")));
	return one;
}

/** What is asked for while it ends is for the next. */
function retire(one: Worker): void {
	if (one === worker) worker = null;
	void one.terminate();
}

function ended(one: Worker, error: Error): void {
	if (one !== worker) return;
	worker = null;
	const left = [...waiting.values()];
	waiting.clear();
	for (const { reject } of left) reject(error);
}
