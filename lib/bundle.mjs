/**
 * Runs a program as one file of JavaScript: to load hundreds of TypeScript files one by one takes seconds of CPU at every
 * start. Plain JavaScript, because nothing is compiled yet when it runs.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
	accessSync,
	constants,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { extname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { threadId } from "node:worker_threads";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "node_modules/.cache/bundles");
/** What a bundle depends on besides the files in it: esbuild's version, the aliases of imports, the database client. */
const settings = ["lib/bundle.mjs", "package.json", "package-lock.json", "prisma/schema.prisma", "prisma.config.ts"];
const keptMilliseconds = 24 * 60 * 60 * 1000;

/**
 * Imports the bundle of a program, after making it if any of its sources has changed.
 * @param {string} program A TypeScript file, as a path in the project's folder.
 */
export async function importBundle(program) {
	process.setSourceMapsEnabled(true);
	const path = (await bundleOf(program)) ?? (await compileOnLoad(program));
	await import(pathToFileURL(path).href);
}

/**
 * The file of the bundle, made if any of its sources has changed; null where it cannot be written.
 * @param {string} program A TypeScript file, as a path in the project's folder.
 */
export async function bundleOf(program) {
	return currentBundle(program) ?? (await makeBundle(program));
}

/** For a folder in which only somebody else may write. @param {string} program */
async function compileOnLoad(program) {
	const { register } = await import("tsx/esm/api");
	register();
	return join(root, program);
}

const shortName = (program) => program.replaceAll("/", "-").replace(/\.ts$/, "");
/** Names the bundle and its sources. */
const listOf = (program) => join(folder, `${shortName(program)}.json`);

/** @param {string} program */
function currentBundle(program) {
	try {
		const { bundle, sources, digest } = JSON.parse(readFileSync(listOf(program), "utf8"));
		const contents = sources.map((source) => [source, readFileSync(join(root, source))]);
		const path = join(folder, bundle);
		return digestOf(contents) === digest && statSync(path).isFile() ? path : null;
	} catch {
		// There is none, or a source is gone.
		return null;
	}
}

/** @param {readonly (readonly [name: string, content: Buffer])[]} contents */
function digestOf(contents) {
	const hash = createHash("sha256");
	for (const [name, content] of contents) hash.update(`\n${name}\n`).update(content);
	return hash.digest("hex");
}

/** Null where it cannot be written. @param {string} program */
async function makeBundle(program) {
	generateClient();
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK);
	} catch {
		return null;
	}
	const { build } = await import("esbuild");
	/** As they were read: a file may be edited meanwhile. @type {Map<string, Buffer>} */
	const contents = new Map();
	const read = (path) => {
		const content = readFileSync(path);
		contents.set(relative(root, path).replaceAll(sep, "/"), content);
		return content;
	};
	for (const path of settings) read(join(root, path));
	const reading = {
		name: "reading",
		setup({ onLoad, onResolve }) {
			// Node would import JSON of packages only with an attribute, which TypeScript does without.
			onResolve({ filter: /^[^.#].*\.json$/ }, ({ path }) => ({ path: createRequire(import.meta.url).resolve(path) }));
			onLoad({ filter: /\.(?:tsx?|json)$/ }, ({ path }) => ({ contents: read(path), loader: extname(path).slice(1) }));
		},
	};
	const { outputFiles } = await build({
		...{ entryPoints: [program], absWorkingDir: root, plugins: [reading], write: false, logLevel: "warning" },
		...{ bundle: true, packages: "external", format: "esm", platform: "node", target: "node20" },
		...{ sourcemap: "inline", sourcesContent: false, outfile: join(folder, "bundle.mjs") },
	});
	const digest = digestOf([...contents]);
	const bundle = `${shortName(program)}-${digest.slice(0, 16)}.mjs`;
	// Other processes that do the same at once never see half a file.
	const part = join(folder, `${bundle}.${process.pid}-${threadId}`);
	for (const [path, content] of [
		[join(folder, bundle), outputFiles[0].contents],
		[listOf(program), JSON.stringify({ bundle, sources: [...contents.keys()], digest })],
	]) {
		writeFileSync(part, content);
		renameSync(part, path);
	}
	removeOlder(statSync(join(folder, bundle)).mtimeMs - keptMilliseconds);
	return join(folder, bundle);
}

/** The client is generated from the schema; bundles contain it. */
function generateClient() {
	const command = ["--import", "tsx", "bin/prepare.ts", "--client"];
	const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: "inherit" });
	if (status !== 0) process.exit(status ?? 1);
}

/** A bundle that was just replaced may be about to be loaded. Only the disk's clock counts: that of a test is another one. */
function removeOlder(mtimeMs) {
	const names = readdirSync(folder);
	const lists = names.filter((name) => name.endsWith(".json"));
	const current = new Set(lists.map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")).bundle));
	for (const name of names.filter((one) => !lists.includes(one) && !current.has(one))) {
		const path = join(folder, name);
		if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? mtimeMs) < mtimeMs) rmSync(path, { force: true });
	}
}
