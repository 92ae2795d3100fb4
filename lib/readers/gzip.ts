/** What is said of bytes that are no gzip, or a broken one, whoever gunzips them. */
import { Refused } from "./refused";

const magic = [0x1f, 0x8b];
/** So many bytes tell whether it is gzip. */
export const magicBytes = magic.length;

/** `head` may be shorter than the magic: then it is looked at as far as it goes. */
export function checkMagic(head: Uint8Array): void {
	if (magic.every((byte, at) => at >= head.length || head[at] === byte)) return;
	throw new Refused(400, "the report is not gzip: send the gzipped tar archive");
}

export const emptyReport = () => new Refused(400, "the report is empty: send the gzipped tar archive");

export function gzipRefused(what: "cut" | "damaged", cause: unknown): Refused {
	const line =
		what === "cut"
			? "the gzip data end too early: send the whole report"
			: "the gzip data are damaged: pack the report again";
	return new Refused(400, line, { cause });
}
