/** bin/start.mjs runs a program as its sources are now, with its arguments. */
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { node, start } from "../started";

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "program-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** They all have the same date, as files that were copied to a server may. */
async function write(name: string, source: string): Promise<void> {
	await writeFile(join(folder, name), source);
	await utimes(join(folder, name), 1_700_000_000, 1_700_000_000);
}

const run = () => text(start(node(relative("", join(folder, "program.ts")), "--with", "arguments")).stdout);

test("a program runs as its sources are now", async () => {
	await write("program.ts", `import { word } from "./word"; console.log(word, ...process.argv.slice(2));`);
	await write("word.ts", `export const word: string = "first";`);
	expect(await run()).toBe("first --with arguments\n");
	expect(await run()).toBe("first --with arguments\n");
	await write("word.ts", `export const word: string = "other";`);
	expect(await run()).toBe("other --with arguments\n");
});
