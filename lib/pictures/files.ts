/**
 * From the markup of a picture to its file: an SVG that carries its font, or a PNG. The heavy work is done in one worker
 * thread, one job after the other; when too much is waiting, more is refused.
 */

import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { tooBusy } from "#lib/problem";
import type { TextWidth } from "#lib/series/text-width";

/** Pixels that are drawn in about a tenth of a second. */
const pixelsPerCost = 1_000_000;

/** Embeds only the letters that occur, in both weights: a few kilobytes. */
export async function svgFile(markup: string): Promise<string> {
	const text = lettersIn(markup);
	const faces = await Promise.all(
		([400, 600] as const).map(async (weight) => {
			const font = await runInWorker("woff2", { text, weight: weight === 400 ? "regular" : "bold" });
			const data = Buffer.from(font).toString("base64");
			return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format("woff2")}`;
		}),
	);
	return markup.replace(">", () => `><style>${faces.join("")}</style>`);
}

/** `width` and `height` are px, `scale` the pixels of each. */
export async function pngFile(
	markup: string,
	{ width, height, scale }: { width: number; height: number; scale: number },
): Promise<Uint8Array<ArrayBuffer>> {
	return runInWorker("png", { svg: markup, scale }, Math.ceil((width * height * scale ** 2) / pixelsPerCost));
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

function lettersIn(markup: string): string {
	const seen = markup
		.replace(/<(title|desc)\b[^>]*>[^<]*<\/\1>/g, "")
		.replace(/<[^>]*>/g, "")
		.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? "");
	return [...new Set(seen)].sort().join("");
}

/** Inter, which the project ships, has the same widths and letters everywhere. Programs that ignore embedded fonts take another, no wider one. */
export const fontFamily = "Inter, Arial, Helvetica, Liberation Sans, Noto Sans, sans-serif";

export interface Font {
	widthOf: TextWidth;
	has(char: string): boolean;
}

let loadedFont: Promise<Font> | undefined;

export function pictureFont(): Promise<Font> {
	loadedFont ??= loadFont();
	loadedFont.catch(() => {
		loadedFont = undefined;
	});
	return loadedFont;
}

async function loadFont(): Promise<Font> {
	const widths = new Map(await runInWorker("widths", {}));
	const has = (char: string) => widths.has(char.codePointAt(0) ?? 0);
	const thousandths = (char: string) => widths.get(char.codePointAt(0) ?? 0) ?? 1000;
	return {
		has,
		widthOf: (text, fontSize) =>
			Math.ceil(([...text].reduce((sum, char) => sum + thousandths(char), 0) * fontSize) / 1000),
	};
}

interface Jobs {
	png: { job: { svg: string; scale: number }; done: Uint8Array<ArrayBuffer> };
	woff2: { job: { text: string; weight: "regular" | "bold" }; done: Uint8Array<ArrayBuffer> };
	widths: { job: Record<string, never>; done: [code: number, width: number][] };
}

/** Total cost of waiting jobs, in tenths of a second: nobody waits longer than this takes. */
const waitingMax = 60;
/** After this, the worker ends and its memory is freed. */
const idleMilliseconds = 120_000;

type Waiting = { cost: number; resolve(done: unknown): void; reject(error: Error): void };

let worker: Worker | null = null;
let ids = 0;
let idle: NodeJS.Timeout | undefined;
const waiting = new Map<number, Waiting>();

export function runInWorker<Name extends keyof Jobs>(
	name: Name,
	job: Jobs[Name]["job"],
	cost = 1,
): Promise<Jobs[Name]["done"]> {
	const ahead = [...waiting.values()].reduce((sum, one) => sum + one.cost, 0);
	if (ahead + cost > waitingMax) {
		return Promise.reject(tooBusy("Too many pictures are being drawn: try again in a few seconds."));
	}
	worker ??= startWorker();
	clearTimeout(idle);
	const id = ids++;
	return new Promise((resolve, reject) => {
		waiting.set(id, { cost, resolve: resolve as Waiting["resolve"], reject });
		worker?.postMessage({ id, name, job });
	});
}

function startWorker(): Worker {
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

/** The next job starts another worker, also while this one is ending. */
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
