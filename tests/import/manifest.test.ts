import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { folderRows, manifestRows } from "#lib/import/manifest";
import { ArchiveTable } from "#lib/import/rows";

const now = new Date("2026-11-22T12:00:00Z");
const uuid = "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55";
let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "openvz-manifest-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function rows(...lines: string[]) {
	const path = join(folder, "manifest.csv");
	await writeFile(path, ["file,product,uuid,received_at,ip", ...lines, ""].join("\n"));
	return manifestRows(path, now);
}
async function rejected(line: string): Promise<string | undefined> {
	return (await rows(line)).rejections[0]?.reason;
}

describe("rows of a manifest", () => {
	test("a whole row", async () => {
		const { placeOf, ...found } = await rows(
			`a/1.tar.gz,openvz7,{${uuid.toUpperCase()}},2019-09-13T17:00:00+02:00,192.0.2.7`,
		);
		expect([...found.rows].map(placeOf)).toEqual(["line 2 (a/1.tar.gz)"]);
		expect({ ...found, rows: [...found.rows] }).toEqual({
			rejections: [],
			rows: [
				{
					line: 2,
					file: "a/1.tar.gz",
					path: join(folder, "a/1.tar.gz"),
					product: "openvz7",
					uuid,
					at: new Date("2019-09-13T15:00:00Z"),
					address: "192.0.2.7",
				},
			],
		});
	});
	test("what may be empty", async () => {
		const [row] = (await rows("1.tar.gz,openvz7,,2019-09-13T17:00:00Z,")).rows;
		expect(row).toMatchObject({ uuid: null, address: null });
	});
	test.each([
		["fields", "1.tar.gz,legacy", "has 2 fields instead of 5"],
		["product", `1.tar.gz,openvz8,${uuid},2019-09-13T17:00:00Z,`, 'product "openvz8" is neither legacy nor openvz7'],
		["UUID", "1.tar.gz,legacy,not-a-uuid,2019-09-13T17:00:00Z,", '"not-a-uuid" is not a UUID'],
		["time without offset", `1.tar.gz,legacy,${uuid},2019-09-13T17:00:00,`, "is not an ISO 8601 time with offset"],
		["time", `1.tar.gz,legacy,${uuid},2019-13-13T17:00:00Z,`, "is not an ISO 8601 time with offset"],
		["path", `../1.tar.gz,legacy,${uuid},2019-09-13T17:00:00Z,`, "file is not below the manifest's folder"],
		["absolute path", `/etc/passwd,legacy,${uuid},2019-09-13T17:00:00Z,`, "file is not below the manifest's folder"],
		["age", `1.tar.gz,legacy,${uuid},0000-01-01T00:00:00Z,`, "is before the year 2000"],
		["future", `1.tar.gz,legacy,${uuid},2026-11-23T12:00:00.001Z,`, "is more than a day ahead"],
	])("a wrong %s is rejected", async (_, line, reason) => {
		expect(await rejected(line)).toContain(reason);
	});
	test("exactly a day ahead is accepted", async () => {
		expect((await rows(`1.tar.gz,legacy,${uuid},2026-11-23T12:00:00Z,`)).rows).toHaveLength(1);
	});
	test("a name may begin with dots", async () => {
		expect((await rows(`..1.tar.gz,legacy,${uuid},2019-09-13T17:00:00Z,`)).rows).toHaveLength(1);
	});
	test("another header is an error that names the right one", async () => {
		const path = join(folder, "manifest.csv");
		await writeFile(path, "path,when\n1,2\n");
		await expect(manifestRows(path, now)).rejects.toThrow("file,product,uuid,received_at,ip");
	});
	test("an empty manifest, and one that is no CSV, are errors of one line", async () => {
		const path = join(folder, "manifest.csv");
		await writeFile(path, "");
		await expect(manifestRows(path, now)).rejects.toThrow("does not begin with the header");
		await writeFile(path, 'file,product,uuid,received_at,ip\n"1.tar.gz');
		await expect(manifestRows(path, now)).rejects.toThrow(/is not a CSV file: .*[^\n]$/);
	});
	test("a manifest that is not there is one line", async () => {
		await expect(manifestRows(join(folder, "no.csv"), now)).rejects.toThrow(/cannot read the manifest .*ENOENT/);
	});
});

test("reading ends when the command is stopped", async () => {
	const path = join(folder, "manifest.csv");
	await writeFile(path, "file,product,uuid,received_at,ip\n");
	await writeFile(join(folder, "1.tar.gz"), "");
	const stopped = AbortSignal.abort("SIGINT");
	await expect(manifestRows(path, now, stopped)).rejects.toBe("SIGINT");
	await expect(folderRows(folder, now, stopped)).rejects.toBe("SIGINT");
});

test("many rows come host by host, each host's in order of time, whatever their order and hosts that are named late", async () => {
	const table = new ArchiveTable(folder);
	const times = Array.from({ length: 3000 }, (_, i) => (i * 7919) % 3000);
	for (const [line, time] of times.entries()) {
		const host = line % 5;
		const named = host === 4 ? null : `host ${host}`;
		table.add({ line, file: `${host}.tar.gz`, product: "openvz7", uuid: named, at: new Date(time), address: null });
	}
	const nameless = [...table.nameless()];
	expect(nameless).toEqual(times.flatMap((_, line) => (line % 5 === 4 ? [line] : [])));
	for (const row of nameless.slice(1)) table.name(row, "host 0");
	const hosts = [...table.byHost()].map((rows) => Array.from(rows, (row) => table.row(row)));
	expect(hosts.map((rows) => [rows[0]?.uuid, rows.length])).toEqual([
		[expect.toBeOneOf(["host 0", null]), 1199],
		["host 1", 600],
		["host 2", 600],
		["host 3", 600],
		[null, 1],
	]);
	for (const rows of hosts) {
		const at = rows.map((row) => row.at.getTime());
		expect(at).toEqual(at.toSorted((a, b) => a - b));
	}
	expect(new Set(hosts.flat().map(({ line }) => line)).size).toBe(3000);
});

test("without a manifest every tarball is taken, with its time and the UUID in its path", async () => {
	await mkdir(join(folder, uuid));
	const at = new Date("2015-05-05T05:05:05Z");
	for (const name of [join(uuid, "1.tar.gz"), "2.tar.gz", "notes.txt"]) {
		await writeFile(join(folder, name), "");
		await utimes(join(folder, name), at, at);
	}
	await writeFile(join(folder, "3.tar.gz"), "");
	await utimes(join(folder, "3.tar.gz"), now, new Date(now.getTime() + 86_400_001));
	const { rows, rejections, placeOf } = await folderRows(folder, now);
	expect(rejections).toEqual([
		{ line: 2, place: "3.tar.gz", reason: "its time 2026-11-23T12:00:00.001Z is more than a day ahead" },
	]);
	expect([...rows].map((row) => ({ place: placeOf(row), uuid: row.uuid, product: row.product, at: row.at }))).toEqual([
		{ place: join(uuid, "1.tar.gz"), uuid, product: null, at },
		{ place: "2.tar.gz", uuid: null, product: null, at },
	]);
});
