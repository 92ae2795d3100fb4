/** Packs archives of reports as hosts do, and in every way that must be refused. */
import { gzipSync } from "node:zlib";
import { type Header, pack } from "tar-stream";

export interface Entry {
	header: Partial<Header> & Pick<Header, "name">;
	content?: string | Buffer;
}

/** A gzipped tar of these files; `extra` are entries that files by name cannot express. */
export async function packArchive(files: Record<string, string | Buffer>, extra: Entry[] = []): Promise<Buffer> {
	const entries = Object.entries(files).map(([name, content]) => ({ header: { name }, content }));
	return gzipSync(await packTar([...entries, ...extra]));
}

export async function packTar(entries: readonly Entry[]): Promise<Buffer> {
	const archive = pack();
	for (const { header, content } of entries) {
		const dated = { mtime: new Date(0), ...header };
		if (content === undefined) archive.entry({ type: "file", ...dated }).end(null);
		else archive.entry(dated, content);
	}
	archive.finalize();
	const chunks: Buffer[] = [];
	for await (const chunk of archive) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

export const MiB = 2 ** 20;
export const host = "0f5c3f6e-8f1d-4a0e-9c7e-3a6d2b1c4e55";
export const manifest = JSON.stringify({ schema: 1, host_uuid: host });

/** Zeros after the last gzip member are padding, so any packed size can be made. */
export async function packedTo(bytes: number): Promise<Buffer> {
	const archive = await packArchive({ "manifest.json": manifest });
	return Buffer.concat([archive, Buffer.alloc(bytes - archive.length)]);
}

export function numbered(files: number): Record<string, string> {
	return Object.fromEntries(Array.from({ length: files }, (_, i) => [`member-${i}`, "x"]));
}

/** Bytes that do not compress, always the same. */
export function noise(bytes: number): Buffer {
	let state = 1;
	return Buffer.from(
		Array.from({ length: bytes }, () => {
			state = (Math.imul(state, 1103515245) + 12345) >>> 0;
			return state >>> 24;
		}),
	);
}

/** With the right checksum in each header, so that what is wrong in it is looked at. */
export function mended(tar: Buffer): Buffer {
	for (let at = 0; at + 512 <= tar.length; at += 512) {
		const block = tar.subarray(at, at + 512);
		if (block.toString("latin1", 257, 262) !== "ustar") continue;
		block.fill(" ", 148, 156);
		const sum = block.reduce((sum, byte) => sum + byte, 0);
		block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	}
	return tar;
}

const good = () => packArchive({ "manifest.json": manifest, noise: noise(1000) });
const named = (name: string) => packArchive({ "manifest.json": manifest }, [{ header: { name }, content: "x" }]);
/** tar ends a name at a NUL, extended headers do not. */
const longNamed = (path: string) =>
	packArchive({ "manifest.json": manifest }, [{ header: { name: "x", pax: { path } }, content: "x" }]);
const special = (type: Header["type"], name = "member") =>
	packArchive({ "manifest.json": manifest }, [{ header: { name, type, linkname: "manifest.json" } }]);

export interface BadArchive {
	status: 400 | 413;
	line: string;
	bytes(): Promise<Buffer> | Buffer;
}

const bad = (status: 400 | 413, line: string, bytes: BadArchive["bytes"]): BadArchive => ({ status, line, bytes });

const tooLarge = "the report is larger than 16 MiB unpacked: send less";
const special400 = "the archive holds a link, a device or a special file: pack plain files and directories only";
const leadsOut = "a name in the archive leads out of it (..): pack names inside the report's folder";
const absolute = "a name in the archive is an absolute path: pack names relative to the report's folder";
const control = "a name in the archive holds a backslash or a control character: rename that file";
const twice = "the archive holds one member twice: pack each file once";
const notTar = "the report holds no tar archive: send the gzipped tar archive";
const cut = "the gzip data end too early: send the whole report";
const noFiles = "the archive holds no files: pack the report's files into it";

/** Each way in which an archive can be wrong, with the exact answer. */
export const badArchives: Readonly<Record<string, BadArchive>> = {
	"an empty body": bad(400, "the report is empty: send the gzipped tar archive", () => Buffer.alloc(0)),
	"no gzip": bad(400, "the report is not gzip: send the gzipped tar archive", () => Buffer.from("{}")),
	"a tar without gzip": bad(400, "the report is not gzip: send the gzipped tar archive", () =>
		packTar([{ header: { name: "manifest.json" }, content: manifest }]),
	),
	"half of a gzip magic": bad(400, cut, () => Buffer.from([0x1f])),
	"a gzip cut in the middle": bad(400, cut, async () => (await good()).subarray(0, 500)),
	"a gzip without its last byte": bad(400, cut, async () => (await good()).subarray(0, -1)),
	"a gzip without its checksum": bad(400, cut, async () => (await good()).subarray(0, -8)),
	"a gzip with a wrong checksum": bad(400, "the gzip data are damaged: pack the report again", async () => {
		const bytes = await good();
		bytes.writeUInt8((bytes.at(-6) ?? 0) ^ 0xff, bytes.length - 6);
		return bytes;
	}),
	"a gzip with something behind it": bad(400, "the gzip data are damaged: pack the report again", async () =>
		Buffer.concat([await good(), Buffer.from("more")]),
	),
	"a gzipped text": bad(400, notTar, () => gzipSync("hello")),
	"a long gzipped text": bad(400, notTar, () => gzipSync("hello ".repeat(1000))),
	"a gzip in a gzip": bad(400, notTar, async () => gzipSync(await good())),
	"a gzip of nothing": bad(400, noFiles, () => gzipSync("")),
	"a tar without members": bad(400, noFiles, async () => gzipSync(await packTar([]))),
	"a tar of directories": bad(400, noFiles, () => packArchive({}, [{ header: { name: "./", type: "directory" } }])),
	"a tar cut in a file": bad(400, "the tar archive ends too early: send the whole report", async () =>
		gzipSync((await packTar([{ header: { name: "noise" }, content: noise(1000) }])).subarray(0, 1000)),
	),
	"a tar with a damaged header": bad(400, "the tar archive is damaged: pack the report again", async () => {
		const tar = await packTar(["a", "b"].map((name) => ({ header: { name }, content: "x" })));
		tar.write("?", 1024);
		return gzipSync(tar);
	}),
	"a file with a malformed size": bad(400, "the tar archive is damaged: pack the report again", async () => {
		const tar = await packTar([{ header: { name: "manifest.json" }, content: manifest }]);
		tar.writeUInt8(0x9f, 124);
		return gzipSync(mended(tar));
	}),
	"more than 2 MiB packed": bad(413, "the report is larger than 2 MiB packed: send less", () => packedTo(2 * MiB + 1)),
	"more than 16 MiB in a file": bad(413, tooLarge, () => packArchive({ zeros: Buffer.alloc(16 * MiB + 1) })),
	"more than 16 MiB in two files": bad(413, tooLarge, () =>
		packArchive({ zeros: Buffer.alloc(8 * MiB), more: Buffer.alloc(8 * MiB + 1) }),
	),
	"a bomb": bad(413, tooLarge, () => gzipSync(Buffer.alloc(64 * MiB))),
	"a bomb of directories": bad(413, tooLarge, async () => {
		const directory = (await packTar([{ header: { name: "d/", type: "directory" } }])).subarray(0, 512);
		const nameless = (await packTar([{ header: { name: "./", type: "directory" } }])).subarray(0, 512);
		return gzipSync(Buffer.concat([directory, ...Array<Buffer>(40_000).fill(nameless)]));
	}),
	"a file that says it is enormous": bad(413, tooLarge, async () => {
		const tar = await packTar([{ header: { name: "zeros", pax: { size: String(2 ** 52) } }, content: "x" }]);
		return gzipSync(tar);
	}),
	"65 files": bad(413, "the report holds more than 64 files: send fewer", () => packArchive(numbered(65))),
	"an absolute path": bad(400, absolute, () => named("/etc/passwd")),
	"a path that leads out": bad(400, leadsOut, () => named("../manifest.json")),
	"a path that leads out from within": bad(400, leadsOut, () => named("a/../../b")),
	"a directory that leads out": bad(400, leadsOut, () =>
		packArchive({ "manifest.json": manifest }, [{ header: { name: "../", type: "directory" } }]),
	),
	"a backslash in a name": bad(400, control, () => named("..\\manifest.json")),
	"a line end in a name": bad(400, control, () => longNamed("a\nb")),
	"a NUL in a name": bad(400, control, () => longNamed("manifest.json\0.txt")),
	"an escape in a name": bad(400, control, () => named("\u001b[2Jx")),
	"a file without a name": bad(400, "a file in the archive has no name: pack the report again", () => named("./.")),
	"a hard link": bad(400, special400, () => special("link")),
	"a symbolic link": bad(400, special400, () => special("symlink")),
	"a symbolic link called like a section": bad(400, special400, () => special("symlink", "cpu.json")),
	"a character device": bad(400, special400, () => special("character-device")),
	"a block device": bad(400, special400, () => special("block-device")),
	"a fifo": bad(400, special400, () => special("fifo")),
	"a member twice": bad(400, twice, () => named("manifest.json")),
	"a member twice in another spelling": bad(400, twice, () => named("././manifest.json")),
	"a directory called like a file": bad(400, twice, () =>
		packArchive({ "manifest.json": manifest }, [{ header: { name: "manifest.json/", type: "directory" } }]),
	),
};
