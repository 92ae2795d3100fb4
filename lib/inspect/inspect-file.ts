/** An archive that somebody chose in the browser: what is in it, or why the server would refuse it. */

import type { Text } from "#lib/language";
import { Refused } from "#lib/readers/refused";
import { unpackFile } from "#lib/readers/unpack-in-browser";
import { refusedRu } from "#lib/text/refused-ru";
import { type Inspected, inspect } from "./inspect";

export type InspectedArchive = { report: Inspected } | { refused: Text };

/** Throws what the browser says of a file that it cannot read. */
export async function inspectFile(file: Blob): Promise<InspectedArchive> {
	try {
		return { report: inspect(await unpackFile(file)) };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { refused: { en: error.message, ru: refusedRu[error.message] ?? error.message } };
	}
}
