/**
 * Stack traces that Next prints name the sources of the built site. The map of a file is read when a trace first names the
 * file: Node would read the maps of all files while it loads them, which takes a second of CPU and 100 MB.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ModernSourceMapPayload } from "next/dist/server/lib/source-maps.js";

/** Call it when Next has been imported. */
export async function mapStackTraces(): Promise<void> {
	const { setBundlerFindSourceMapImplementation } = await import("next/dist/server/patch-error-inspect.js");
	setBundlerFindSourceMapImplementation(sourceMapOf);
}

/** The source map of a file of the built site, by the file's URL; undefined if it has none. */
export function sourceMapOf(url: string): ModernSourceMapPayload | undefined {
	if (!url.startsWith("file:") || !url.includes("/.next/server/")) return undefined;
	try {
		const [, map] = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(readFileSync(fileURLToPath(url), "utf8")) ?? [];
		return map ? JSON.parse(readFileSync(fileURLToPath(new URL(map, url)), "utf8")) : undefined;
	} catch {
		return undefined;
	}
}
