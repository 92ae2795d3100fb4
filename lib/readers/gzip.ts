/** What is said of bytes that are no gzip, or a broken one, whoever gunzips them. */
import { refusals } from "#lib/text/en/refusals";
import { Refused } from "./refused";

const magic = [0x1f, 0x8b];
/** So many bytes tell whether it is gzip. */
export const magicBytes = magic.length;

/** `head` may be shorter than the magic: then it is looked at as far as it goes. */
export function checkMagic(head: Uint8Array): void {
	if (magic.every((byte, at) => at >= head.length || head[at] === byte)) return;
	throw new Refused(400, refusals.notGzip);
}

export const emptyReport = () => new Refused(400, refusals.empty);

export function gzipRefused(what: "cut" | "damaged", cause: unknown): Refused {
	const line = what === "cut" ? refusals.gzipCut : refusals.gzipDamaged;
	return new Refused(400, line, { cause });
}
