import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { extract } from "tar-stream";
import { describe, expect, test } from "vitest";
import { Refused } from "#lib/readers/refused";
import { type Members, TarReader } from "#lib/readers/tar";
import { unpack } from "#lib/readers/unpack";
import { rounds } from "../rounds";
import { badArchives, MiB, manifest, mended, noise, numbered, packArchive, packedTo, packTar } from "./archive";

const sample = readFileSync("tests/fixtures/reports/openvz7-report.tar.gz");

/** As a browser gives the unpacked bytes. */
function readInPieces(tar: Buffer, size: number): Members {
	const reader = new TarReader();
	for (let at = 0; at < tar.length; at += size) reader.write(tar.subarray(at, at + size));
	return reader.end();
}

/** `null` where it is no gzip. */
function gunzipped(packed: Buffer): Buffer | null {
	try {
		return gunzipSync(packed);
	} catch {
		return null;
	}
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe("what is taken", () => {
	test("a sample", () => {
		const { members, digest } = unpack(sample);
		expect(members.size).toBe(16);
		expect(textOf(members.get("cpu.json"))).toBe(readFileSync("tests/fixtures/reports/openvz7/cpu.json", "utf8"));
		expect(digest).toEqual(createHash("sha256").update(sample).digest());
	});

	test.each([1, 7, 512, 100_000])("a sample in pieces of %i bytes", (size) => {
		expect(readInPieces(gunzipSync(sample), size)).toEqual(unpack(sample).members);
	});

	test("names with ./, doubled slashes and subfolders; directories and empty files", async () => {
		const archive = await packArchive({ "./a": "1", "b//c": "2", "./d/./e": "3", empty: "" }, [
			{ header: { name: "./", type: "directory" } },
			{ header: { name: "d/", type: "directory" } },
		]);
		const { members } = unpack(archive);
		expect([...members].map(([name, bytes]) => [name, textOf(bytes)])).toEqual([
			["a", "1"],
			["b/c", "2"],
			["d/e", "3"],
			["empty", ""],
		]);
	});

	test("directories that say they have a size: nothing follows for it", async () => {
		const tar = await packTar([
			{ header: { name: "d/", type: "directory" } },
			{ header: { name: "d/a" }, content: "1" },
		]);
		tar.write("00000002000 ", 124, "latin1");
		expect([...unpack(gzipSync(mended(tar))).members.keys()]).toEqual(["d/a"]);
	});

	test("exactly 64 files and any number of directories", async () => {
		const directories = Array.from({ length: 200 }, (_, i) => ({
			header: { name: `folder-${i}/`, type: "directory" as const },
		}));
		expect(unpack(await packArchive(numbered(64), directories)).members.size).toBe(64);
	});

	test("no more than 500 entries, padding not counted", async () => {
		const directories = (count: number) =>
			Array.from({ length: count }, (_, i) => ({ header: { name: `${i}/`, type: "directory" as const } }));
		const padding = Buffer.alloc(2 * MiB);
		const most = gunzipSync(await packArchive({ "manifest.json": manifest }, directories(499)));
		expect(unpack(gzipSync(Buffer.concat([most, padding]))).members.size).toBe(1);
		const more = await packArchive({ "manifest.json": manifest }, directories(500));
		expect(() => unpack(more)).toThrow("the archive has more than 500 entries");
	});

	test("exactly 2 MiB packed", async () => {
		const bytes = await packedTo(2 * MiB);
		expect(unpack(bytes).members.size).toBe(1);
		expect(unpack(bytes).digest).toEqual(createHash("sha256").update(bytes).digest());
	});

	test("exactly 16 MiB unpacked", async () => {
		const archive = await packArchive({ a: Buffer.alloc(6 * MiB), b: Buffer.alloc(10 * MiB) });
		expect(unpack(archive).members.get("b")?.length).toBe(10 * MiB);
	});

	test("long names, which need extended headers", async () => {
		const name = `${"a".repeat(200)}/файл.json`;
		expect([...unpack(await packArchive({ [name]: "x" })).members.keys()]).toEqual([name]);
	});

	test("a gzip of several parts", () => {
		const tar = gunzipSync(sample);
		const parts = Buffer.concat([gzipSync(tar.subarray(0, 1000)), gzipSync(tar.subarray(1000))]);
		expect(unpack(parts).members.size).toBe(16);
	});
});

describe("what is refused, and with which words", () => {
	test.each(Object.entries(badArchives))("%s", async (_, { status, line, bytes }) => {
		const packed = await bytes();
		expect(() => unpack(packed)).toThrow(new Refused(status, line));
		expect(line).not.toMatch(/\n/);
	});

	test.each(Object.entries(badArchives))("%s, byte by byte and in pieces", async (_, { line, bytes }) => {
		const packed = await bytes();
		const tar = gunzipped(packed);
		if (!tar || packed.length > 2 * MiB) return;
		for (const size of tar.length < 10_000 ? [1, 300] : [4096]) {
			expect(() => readInPieces(tar, size)).toThrow(line);
		}
	});
});

describe("a tar archive is read as another program reads it", () => {
	async function asTarStream(tar: Buffer): Promise<[string, string][]> {
		const files: [string, string][] = [];
		const archive = extract();
		archive.end(tar);
		for await (const entry of archive) {
			const chunks: Buffer[] = [];
			for await (const chunk of entry) chunks.push(chunk as Buffer);
			if (entry.header.type === "file") files.push([entry.header.name, Buffer.concat(chunks).toString("hex")]);
		}
		return files;
	}

	test("whatever the names, the sizes and the pieces", async () => {
		const segment = fc.string({ unit: fc.constantFrom("a", "б", "-", "."), minLength: 1, maxLength: 90 });
		const path = fc
			.array(
				segment.filter((one) => !/^\.+$/.test(one)),
				{ minLength: 1, maxLength: 4 },
			)
			.map((segments) => segments.join("/"));
		const file = fc.tuple(path, fc.uint8Array({ maxLength: 1500 }));
		const files = fc.uniqueArray(file, { maxLength: 6, minLength: 1, selector: ([name]) => name });
		await fc.assert(
			fc.asyncProperty(files, fc.integer({ min: 1, max: 3000 }), async (files, size) => {
				const tar = await packTar(
					files.map(([name, content]) => ({ header: { name }, content: Buffer.from(content) })),
				);
				const read = [...readInPieces(tar, size)].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")]);
				expect(read).toEqual(await asTarStream(tar));
			}),
			{ numRuns: rounds(50, 2000) },
		);
	});
});

describe("anything at all", () => {
	const outcome = (read: () => Members) => {
		try {
			return [...read()];
		} catch (error) {
			expect(error).toBeInstanceOf(Refused);
			return "refused";
		}
	};
	const settles = (bytes: Buffer) => {
		const whole = outcome(() => unpack(bytes).members);
		const tar = gunzipped(bytes);
		expect(whole).toEqual(tar ? outcome(() => readInPieces(tar, 300)) : "refused");
	};

	test("bytes behind a gzip magic", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) =>
				settles(Buffer.concat([sample.subarray(0, 10), bytes])),
			),
			{ numRuns: rounds(100, 5000) },
		);
	});

	test("a tar with changed bytes", async () => {
		const tar = await packTar([
			{ header: { name: "manifest.json" }, content: manifest },
			{ header: { name: "long", pax: { comment: "a=b" } }, content: noise(700) },
			{ header: { name: "d/", type: "directory" } },
		]);
		const change = fc.record({ at: fc.nat(tar.length - 1), byte: fc.nat(255) });
		fc.assert(
			fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), (changes, mend) => {
				const changed = Buffer.from(tar);
				for (const { at, byte } of changes) changed[at] = byte;
				return settles(gzipSync(mend ? mended(changed) : changed, { level: 1 }));
			}),
			{ numRuns: rounds(150, 5000) },
		);
	});
});
