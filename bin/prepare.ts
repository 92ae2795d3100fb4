/** Makes what is generated and out of date: the database client and, for the production server, the built site. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { setPriority } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { OperatorError } from "#lib/operator-error";
import { aborted, run } from "./run";

const root = process.cwd();

interface Product {
	title: string;
	/** Files and folders it is made of. */
	sources: readonly string[];
	/** Holds the hash of the sources it was made of. */
	stamp: string;
	program: readonly string[];
	environment: Record<string, string | undefined>;
}

const client: Product = {
	title: "Generating the database client",
	sources: ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"],
	stamp: "prisma/generated/.sources",
	program: ["node_modules/prisma/build/index.js", "generate"],
	environment: {
		// Generating does not use this engine, which prisma otherwise downloads.
		PRISMA_SCHEMA_ENGINE_BINARY: process.platform === "win32" ? process.execPath : "/bin/true",
		PRISMA_HIDE_UPDATE_MESSAGE: "1",
		CHECKPOINT_DISABLE: "1",
	},
};

const site: Product = {
	title: "Building the site",
	sources: [
		...["app", "components", "lib", "public", "prisma/schema.prisma"],
		...["instrumentation.ts", "next.config.mjs", "package-lock.json"],
	],
	stamp: ".next/.sources",
	program: ["node_modules/next/dist/bin/next", "build"],
	// The same site for every database: none is read while it is built.
	environment: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined },
};

export interface PrepareOptions {
	/** Build the site too. */
	site?: boolean;
	signal?: AbortSignal;
	/** Runs beside something that shows its own progress: prints one line at the end. */
	isBeside?: boolean;
	/** One of `os.constants.priority`. */
	priority?: number;
}

export async function prepare({ site: wantsSite = true, ...how }: PrepareOptions = {}): Promise<void> {
	await make(client, how);
	if (wantsSite) await make(site, how);
}

/** Two processes at once: the second waits for the first and then finds it done. */
async function make(product: Product, how: PrepareOptions): Promise<void> {
	const stamp = join(root, product.stamp);
	const sources = await hashOf(product.sources);
	const isDone = async () => (await readFile(stamp, "utf8").catch(() => "")) === sources;
	if (await isDone()) return;
	const unlock = await lock(join(root, "node_modules/.cache", `${product.title.replaceAll(" ", "-")}.lock`), product);
	try {
		if (await isDone()) return;
		await rm(stamp, { force: true });
		const begun = Date.now();
		if (!how.isBeside) process.stderr.write(`${product.title} ... `);
		await start(product, how);
		const seconds = `${((Date.now() - begun) / 1000).toFixed(1)} s`;
		// A bar on a terminal is overwritten, and comes back below.
		const clearLine = process.stderr.isTTY ? "\r\u001b[K" : "";
		process.stderr.write(how.isBeside ? `${clearLine}${product.title}: ${seconds}\n` : `${seconds}\n`);
		await mkdir(dirname(stamp), { recursive: true });
		await writeFile(stamp, sources);
	} finally {
		await unlock();
	}
}

function start({ title, program, environment }: Product, { signal, priority }: PrepareOptions): Promise<void> {
	return new Promise((done, failed) => {
		const child = spawn(process.execPath, [...program], {
			cwd: root,
			env: { ...process.env, ...environment },
			stdio: ["ignore", "pipe", "pipe"],
			signal,
		});
		if (priority !== undefined && child.pid) setPriority(child.pid, priority);
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.on("data", (chunk) => {
				output += chunk;
			});
		child.on("error", failed);
		child.on("close", (code) => {
			if (code === 0) return done();
			if (signal?.aborted) return process.stderr.write("stopped\n");
			process.stderr.write(`failed\n${output.trimEnd()}\n`);
			failed(new OperatorError(`${title} failed: the reason stands above`));
		});
	});
}

async function hashOf(sources: readonly string[]): Promise<string> {
	const hash = createHash("sha256").update(process.version);
	for (const source of sources)
		for (const path of await filesIn(source)) hash.update(`\n${path}\n`).update(await readFile(join(root, path)));
	return hash.digest("hex");
}

async function filesIn(path: string): Promise<string[]> {
	const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true }).catch((error) => {
		if (error.code === "ENOTDIR") return null;
		if (error.code === "ENOENT") return [];
		throw error;
	});
	if (!entries) return [path];
	const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	return files.map((file) => file.slice(root.length + 1)).sort();
}

const beatMilliseconds = 5000;

/**
 * A file that names the process holding it, which touches it again and again: the number of one that was killed may be
 * another program's by now.
 */
async function lock(path: string, { title }: Product): Promise<() => Promise<void>> {
	await mkdir(dirname(path), { recursive: true });
	let touched = { at: 0, seen: performance.now() };
	for (let isAnnounced = false; ; await pause(200)) {
		try {
			await writeFile(path, String(process.pid), { flag: "wx" });
			const beat = setInterval(
				() => void utimes(path, new Date(), new Date()).catch(() => {}),
				beatMilliseconds,
			).unref();
			return () => {
				clearInterval(beat);
				return rm(path, { force: true });
			};
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
		}
		const holder = Number(await readFile(path, "utf8").catch(() => ""));
		const at = (await stat(path).catch(() => null))?.mtimeMs ?? 0;
		if (at !== touched.at) touched = { at, seen: performance.now() };
		const isLeft = (holder && !exists(holder)) || performance.now() - touched.seen > 12 * beatMilliseconds;
		if (isLeft) await rm(path, { force: true });
		else if (holder && !isAnnounced) {
			console.error(`${title}: waiting for process ${holder}, which does it already`);
			isAnnounced = true;
		}
	}
}

function exists(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== "ESRCH";
	}
}

if (process.argv[1] === import.meta.filename)
	await run((signal) => Promise.race([prepare({ site: !process.argv.includes("--client"), signal }), aborted(signal)]));
