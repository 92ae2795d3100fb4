/** What is refused, and with which words: archives that are too large, broken, or no archives at all. */
import { refusals } from "#lib/text/en/refusals";

/** A report that cannot be taken in: one line says what is wrong with it and what to do. */
export class Refused extends Error {
	override readonly name = "Refused";

	constructor(
		/** The HTTP status: 413 over a limit, 400 for everything else. */
		readonly status: 400 | 413,
		message: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}

const magic = [0x1f, 0x8b];

/** Of fewer bytes than the magic has, these are compared. */
export function checkMagic(packed: Uint8Array): void {
	if (magic.every((byte, at) => at >= packed.length || packed[at] === byte)) return;
	throw new Refused(400, refusals.notGzip);
}

export const emptyReport = () => new Refused(400, refusals.empty);

export function gzipRefused(what: "cut" | "damaged", cause: unknown): Refused {
	const line = what === "cut" ? refusals.gzipCut : refusals.gzipDamaged;
	return new Refused(400, line, { cause });
}
