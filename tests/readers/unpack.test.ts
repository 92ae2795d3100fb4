import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { extract } from "tar-stream";
import { describe, expect, test } from "vitest";
import { Refused } from "#lib/readers/refused";
import { TarReader } from "#lib/readers/tar";
import { type Unpacked, unpack, unpackBytes } from "#lib/readers/unpack";
import { rounds } from "../rounds";
import { badArchives, MiB, manifest, mended, noise, numbered, packArchive, packedTo, packTar } from "./archive";

const sample = readFileSync("tests/fixtures/reports/openvz7-report.tar.gz");

async function* inChunks(bytes: Buffer, size: number) {
	for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function refusal(source: Parameters<typeof unpack>[0]): Promise<Refused> {
	const error = await unpack(source).catch((error: unknown) => error);
	expect(error).toBeInstanceOf(Refused);
	return error as Refused;
}

describe("what is taken", () => {
	test.each([1, 7, 512, 100_000])("a sample in chunks of %i bytes", async (size) => {
		const { members, digest } = await unpack(inChunks(sample, size));
		expect(members.size).toBe(16);
		expect(textOf(members.get("cpu.json"))).toBe(readFileSync("tests/fixtures/reports/openvz7/cpu.json", "utf8"));
		expect(digest).toEqual(createHash("sha256").update(sample).digest());
	});

	test("names with ./, doubled slashes and subfolders; directories and empty files", async () => {
		const archive = await packArchive({ "./a": "1", "b//c": "2", "./d/./e": "3", empty: "" }, [
			{ header: { name: "./", type: "directory" } },
			{ header: { name: "d/", type: "directory" } },
		]);
		const { members } = await unpack(archive);
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
		expect([...(await unpack(gzipSync(mended(tar)))).members.keys()]).toEqual(["d/a"]);
	});

	test("exactly 64 files and any number of directories", async () => {
		const directories = Array.from({ length: 200 }, (_, i) => ({
			header: { name: `folder-${i}/`, type: "directory" as const },
		}));
		expect((await unpack(await packArchive(numbered(64), directories))).members.size).toBe(64);
	});

	test("exactly 2 MiB packed", async () => {
		const bytes = await packedTo(2 * MiB);
		expect((await unpack(bytes)).members.size).toBe(1);
		expect((await unpack(inChunks(bytes, 65_536))).digest).toEqual(createHash("sha256").update(bytes).digest());
	});

	test("exactly 16 MiB unpacked", async () => {
		const archive = await packArchive({ a: Buffer.alloc(6 * MiB), b: Buffer.alloc(10 * MiB) });
		expect((await unpack(archive)).members.get("b")?.length).toBe(10 * MiB);
	});

	test("long names, which need extended headers", async () => {
		const name = `${"a".repeat(200)}/файл.json`;
		expect([...(await unpack(await packArchive({ [name]: "x" }))).members.keys()]).toEqual([name]);
	});

	test("a gzip of several parts", async () => {
		const tar = gunzipSync(sample);
		const parts = Buffer.concat([gzipSync(tar.subarray(0, 1000)), gzipSync(tar.subarray(1000))]);
		expect((await unpack(inChunks(parts, 100))).members.size).toBe(16);
	});
});

describe("what is refused, and with which words", () => {
	test.each(Object.entries(badArchives))("%s", async (_, { status, line, bytes }) => {
		const error = await refusal(await bytes());
		expect({ status: error.status, line: error.message }).toEqual({ status, line });
		expect(error.message).not.toMatch(/\n/);
	});

	test.each(Object.entries(badArchives))("%s, unpacked at once", async (_, { status, line, bytes }) => {
		const packed = await bytes();
		expect(() => unpackBytes(packed)).toThrow(new Refused(status, line));
	});

	test.each(Object.entries(badArchives))("%s, byte by byte and in pieces", async (_, { status, line, bytes }) => {
		const packed = await bytes();
		for (const size of packed.length < 2000 ? [1, 300] : [4096]) {
			const error = await refusal(inChunks(packed, size));
			expect({ status: error.status, line: error.message }).toEqual({ status, line });
		}
	});
});

describe("a source that does not behave", () => {
	test("is not read further than needed", async () => {
		let read = 0;
		async function* endless() {
			for (;;) {
				read++;
				yield Buffer.alloc(1024, "x");
			}
		}
		expect((await refusal(endless())).status).toBe(400);
		expect(read).toBe(1);
	});

	test("is cut off at 2 MiB however long it is", async () => {
		let read = 0;
		async function* endless() {
			yield gzipSync(noise(1000)).subarray(0, 500);
			for (;;) {
				read++;
				yield Buffer.alloc(0);
				yield noise(4096);
			}
		}
		const error = await refusal(endless());
		expect([400, 413]).toContain(error.status);
		expect(read * 4096).toBeLessThanOrEqual(2 * MiB + 4096);
	});

	test("does not have to end before a bomb is refused", async () => {
		const bomb = gzipSync(Buffer.alloc(64 * MiB));
		async function* stalls() {
			yield bomb.subarray(0, -8);
			await new Promise(() => {});
		}
		expect((await refusal(stalls())).status).toBe(413);
	});

	test("does not have to end before a forbidden member is refused", async () => {
		const tar = await packTar([{ header: { name: "/etc/passwd" }, content: noise(100_000) }]);
		async function* stalls() {
			yield gzipSync(tar).subarray(0, 90_000);
			await new Promise(() => {});
		}
		expect((await refusal(stalls())).message).toMatch(/absolute path/);
	});

	test("that breaks off is refused", async () => {
		async function* breaks() {
			yield sample.subarray(0, 100);
			throw new Error("ECONNRESET");
		}
		const error = await refusal(breaks());
		expect(error.message).toBe("the report broke off before its end: send it again");
	});

	test("that refuses by itself keeps its own words", async () => {
		const own = new Refused(413, "the form is larger than 2 MiB: send one report at a time");
		async function* refuses() {
			yield sample.subarray(0, 100);
			throw own;
		}
		expect(await refusal(refuses())).toBe(own);
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
				const reader = new TarReader();
				for (let at = 0; at < tar.length; at += size) reader.write(tar.subarray(at, at + size));
				const read = [...reader.end()].map(([name, bytes]) => [name, Buffer.from(bytes).toString("hex")]);
				expect(read).toEqual(await asTarStream(tar));
			}),
			{ numRuns: rounds(50, 2000) },
		);
	});
});

describe("anything at all", () => {
	const outcome = async (read: () => Unpacked | Promise<Unpacked>) => {
		try {
			return [...(await read()).members];
		} catch (error) {
			expect(error).toBeInstanceOf(Refused);
			return "refused";
		}
	};
	const settles = async (bytes: Uint8Array) => {
		expect(await outcome(() => unpackBytes(bytes))).toEqual(await outcome(() => unpack(bytes)));
	};

	test("bytes behind a gzip magic", async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), (bytes) =>
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
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean(), (changes, mend) => {
				const changed = Buffer.from(tar);
				for (const { at, byte } of changes) changed[at] = byte;
				return settles(gzipSync(mend ? mended(changed) : changed, { level: 1 }));
			}),
			{ numRuns: rounds(150, 5000) },
		);
	});
});
