/**
 * The reporter for hosts (`public/disp-helper`): its files, which the site serves as they are, and the archive from which
 * `rpmbuild -tb` builds its package.
 */
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";

const folder = join("public", "disp-helper");
const nameInArchive = "openvz-cep-reporter-1.0";
/** All files have this date, so that the same files make the same archive. */
const packedAt = new Date("2026-11-30T00:00:00Z");

interface ReporterFile {
	/** Below the folder, such as `cep-scripts/cpu.py`. */
	path: string;
	bytes: Buffer;
	isProgram: boolean;
}

/** Sorted by path. */
export async function reporterFiles(): Promise<ReporterFile[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	return Promise.all(
		paths.sort().map(async (path) => ({
			path: path.slice(folder.length + 1),
			bytes: await readFile(path),
			isProgram: ((await stat(path)).mode & 0o100) !== 0,
		})),
	);
}

export async function reporterArchive(): Promise<Buffer<ArrayBuffer>> {
	const tar = pack();
	const files = await reporterFiles();
	// The reporter refuses a folder that others may change, which `tar` would make under some umasks.
	for (const name of new Set(files.map(({ path }) => dirname(join(nameInArchive, path))))) {
		tar.entry({ name: `${name}/`, type: "directory", mode: 0o755, mtime: packedAt });
	}
	for (const { path, bytes, isProgram } of files) {
		tar.entry({ name: `${nameInArchive}/${path}`, mode: isProgram ? 0o755 : 0o644, mtime: packedAt }, bytes);
	}
	tar.finalize();
	const chunks: Buffer[] = [];
	for await (const chunk of tar) chunks.push(chunk as Buffer);
	return gzipSync(Buffer.concat(chunks), { level: 9 });
}

export function archiveResponse(request: Request): Promise<Response> {
	return answer(request, async () =>
		okResponse(mediaTypes.gzip, await reporterArchive(), {
			"content-disposition": 'attachment; filename="disp-helper.tar.gz"',
		}),
	);
}
