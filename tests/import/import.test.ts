import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importArchive } from "#lib/import/import";
import { manifestRows } from "#lib/import/manifest";

test("what is no plain file is rejected, and nothing waits for it", async () => {
	const folder = await mkdtemp(join(tmpdir(), "openvz-import-"));
	try {
		await mkdir(join(folder, "folder.tar.gz"));
		execFileSync("mkfifo", [join(folder, "pipe.tar.gz")]);
		const manifest = join(folder, "manifest.csv");
		const rows = ["folder", "pipe", "missing"].map((name) => `${name}.tar.gz,openvz7,,2026-11-20T10:00:00Z,`);
		await writeFile(manifest, ["file,product,uuid,received_at,ip", ...rows].join("\n"));
		const { rejections } = await importArchive(await manifestRows(manifest, new Date("2026-11-22")), {
			accept: async () => [],
			countryOf: () => "unknown",
		});
		expect(rejections.map(({ reason }) => reason)).toEqual([
			"is not a plain file",
			"is not a plain file",
			"there is no such file",
		]);
	} finally {
		await rm(folder, { recursive: true });
	}
});
