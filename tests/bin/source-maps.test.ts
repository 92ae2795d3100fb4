import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { sourceMapOf } from "#bin/server/source-maps";

test("a file of the built site has the source map that it names, and others have none", async () => {
	const folder = await mkdtemp(join(tmpdir(), "maps-"));
	onTestFinished(() => rm(folder, { recursive: true }));
	const built = join(folder, ".next/server/[lang]");
	await mkdir(built, { recursive: true });
	const map = { version: 3, sources: ["../../../lib/day.ts"], names: [], mappings: "AAAA" };
	await writeFile(join(built, "[a] b.js.map"), JSON.stringify(map));
	const named = "a();\n\n//# sourceMappingURL=%5Ba%5D%20b.js.map";
	await writeFile(join(built, "[a] b.js"), named);
	await writeFile(join(built, "plain.js"), "a();\n");
	await writeFile(join(built, "lost.js"), "a();\n//# sourceMappingURL=lost.js.map");
	await writeFile(join(folder, "[a] b.js"), named);
	const inBuilt = (name: string) => sourceMapOf(pathToFileURL(join(built, name)).href);
	expect(inBuilt("[a] b.js")).toEqual(map);
	for (const name of ["plain.js", "lost.js", "missing.js"]) expect(inBuilt(name), name).toBeUndefined();
	for (const url of [pathToFileURL(join(folder, "[a] b.js")).href, "node:fs", "<anonymous>"])
		expect(sourceMapOf(url), url).toBeUndefined();
});
