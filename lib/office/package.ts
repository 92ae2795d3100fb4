/**
 * Office files are zip archives of XML parts. The same content gives the same bytes: times in them are those of the day
 * at which the numbers stand.
 */
import { buffer } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import { ZipFile } from "yazl";
import { type Day, startOf } from "#lib/day";
import { markupOf } from "#lib/export/markup";

/** By name, in the order in which they are written. */
export type Parts = Record<string, string | Uint8Array>;

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** XML parts as texts, others as they are. */
export function unzip(archive: Uint8Array): Parts {
	const parts = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/"));
	return Object.fromEntries(
		parts.map(([name, bytes]) => [name, /\.(xml|rels)$/.test(name) ? strFromU8(bytes) : bytes]),
	);
}

/** Compresses outside the thread that answers requests, since a workbook of years is large. */
export async function zip(parts: Readonly<Parts>, day: Day): Promise<Uint8Array<ArrayBuffer>> {
	const file = new ZipFile();
	for (const [name, content] of Object.entries(parts)) {
		file.addBuffer(Buffer.from(content as string), name, { mtime: startOf(day) });
	}
	file.end();
	return new Uint8Array(await buffer(file.outputStream as NodeJS.ReadableStream));
}

/** `docProps/core.xml`: what an office program shows as the file's properties. */
export function coreProperties({ title, author, day }: { title: string; author: string; day: Day }): string {
	const dated = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`;
	return [
		`${xmlHead}<cp:coreProperties`,
		' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
		' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
		' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
		`<dc:title>${markupOf(title)}</dc:title><dc:creator>${markupOf(author)}</dc:creator>`,
		`<cp:lastModifiedBy>${markupOf(author)}</cp:lastModifiedBy>${dated("created")}${dated("modified")}`,
		"</cp:coreProperties>",
	].join("");
}
