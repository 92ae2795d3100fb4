/** An archive that somebody chose in the browser: what is in it, or why the server would refuse it. */

import type { Language } from "#lib/language";
import { Refused } from "#lib/readers/refused";
import { unpackFile } from "#lib/readers/unpack-in-browser";
import { refusals } from "#lib/text/en/refusals";
import { names } from "#lib/text/index";
import { type Inspected, inspect } from "./inspect";

type InspectedArchive = { report: Inspected } | { refused: string };

/** Throws what the browser says of a file that it cannot read. */
export async function inspectFile(file: Blob, language: Language): Promise<InspectedArchive> {
	try {
		return { report: inspect(await unpackFile(file)) };
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		return { refused: refusalIn(language, error.message) };
	}
}

type Refusal = keyof typeof refusals;

/** The line of the server in the language of the page. */
export function refusalIn(language: Language, line: string): string {
	const key = (Object.keys(refusals) as Refusal[]).find((one) => refusals[one] === line);
	return key ? names(language).refusals[key] : line;
}
