import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importArchive } from "#lib/import/import";
import { manifestRows } from "#lib/import/manifest";
import type { IncomingReport } from "#lib/store/accept";
import { packArchive } from "../readers/archive";
import { legacyUuid, packedSample } from "../readers/sample";

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
			networksOf: () => undefined,
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

describe("reports that threads read", () => {
	const uuids = ["0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55", "1f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e56"];
	let folder: string;
	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), "openvz-import-"));
		for (const [n, host_uuid] of uuids.entries()) {
			const files = { "manifest.json": JSON.stringify({ schema: 1, host_uuid }), "clusters.json": '{"shaman":{}}' };
			await writeFile(join(folder, `${n}.tar.gz`), await packArchive(files));
		}
		await writeFile(join(folder, "legacy.tar.gz"), packedSample("legacy"));
		await writeFile(join(folder, "text.tar.gz"), "no archive");
	});
	afterEach(() => rm(folder, { recursive: true }));

	async function archive(...rows: string[]) {
		const manifest = join(folder, "manifest.csv");
		await writeFile(manifest, ["file,product,uuid,received_at,ip", ...rows].join("\n"));
		return manifestRows(manifest, new Date("2026-11-22"));
	}

	test("come host by host in order of receipt, whatever the order of the rows, and the others are listed", async () => {
		const rows = await archive(
			"1.tar.gz,openvz7,,2026-11-20T12:00:00Z,192.0.2.1",
			"text.tar.gz,openvz7,,2026-11-20T10:00:00Z,",
			"0.tar.gz,openvz7,,2026-11-19T10:00:00Z,",
			`0.tar.gz,openvz7,${uuids[1]},2026-11-19T10:00:00Z,`,
			`legacy.tar.gz,legacy,${legacyUuid},2026-11-18T10:00:00Z,`,
			"legacy.tar.gz,legacy,,2026-11-18T10:00:00Z,",
			`1.tar.gz,openvz7,${uuids[1]},2026-11-17T10:00:00Z,`,
		);
		const accepted: IncomingReport[] = [];
		const steps: [number, number][] = [];
		const result = await importArchive(rows, {
			accept: async (reports) => {
				accepted.push(...reports);
				return reports.map(() => "accepted" as const);
			},
			countryOf: (address) => (address === null ? "unknown" : "us"),
			networksOf: () => undefined,
			onProgress: (done, total) => steps.push([done, total]),
		});
		// Rows that do not name their host are read twice.
		expect(steps.at(-1)).toEqual([11, 11]);
		expect(steps.map(([done]) => done)).toEqual(steps.map(([done]) => done).toSorted((a, b) => a - b));
		expect(accepted.map(({ uuid, at, sections }) => [uuid, at.toISOString().slice(8, 10), sections.activity])).toEqual([
			[uuids[1], "17", { country: "unknown" }],
			[uuids[1], "20", { country: "us" }],
			[uuids[0], "19", { country: "unknown" }],
			[legacyUuid, "18", { country: "unknown" }],
		]);
		expect(accepted[0]?.sections.clusters).toEqual({ cluster: "none" });
		expect(accepted[3]?.sections.static?.kernelBranch).toBe("rhel6-042stab");
		const bytes = createHash("sha256").update(packedSample("legacy")).digest();
		expect(accepted[3]?.digest).toEqual(bytes);
		expect({ ...result, rejections: result.rejections.map(({ line, reason }) => [line, reason]) }).toEqual({
			accepted: 4,
			duplicate: 0,
			implausible: 0,
			rejections: [
				[3, "the report is not gzip: send the gzipped tar archive"],
				[5, "the UUID is not the one in the archive's manifest.json"],
				[7, "the host's UUID is not known: give it in the manifest"],
			],
		});
	});

	test("are not read on when they cannot be stored", async () => {
		const rows = await archive("1.tar.gz,openvz7,,2026-11-20T12:00:00Z,");
		const failing = importArchive(rows, {
			accept: async () => Promise.reject(new Error("the database is gone")),
			countryOf: () => "unknown",
			networksOf: () => undefined,
		});
		await expect(failing).rejects.toThrow("the database is gone");
	});
});
