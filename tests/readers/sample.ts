/** The two sample reports of tests/fixtures/reports, as files by name. */
import { readdirSync, readFileSync } from "node:fs";
import type { Product } from "#lib/product";
import type { Members } from "#lib/readers/tar";

const folder = "tests/fixtures/reports";

export function sampleFiles(product: Product): Record<string, string> {
	const names = readdirSync(`${folder}/${product}`);
	return Object.fromEntries(names.map((name) => [name, readFileSync(`${folder}/${product}/${name}`, "utf8")]));
}

export function packedSample(product: Product): Buffer {
	return readFileSync(`${folder}/${product}-report.tar.gz`);
}

/** As `unpack` gives them. */
export function membersOf(files: Record<string, string | Buffer>): Members {
	return new Map(Object.entries(files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content))]));
}

export const legacyUuid = "5d1b6c55-6b43-4f3a-8f0e-3a4c2c8d9e10";
