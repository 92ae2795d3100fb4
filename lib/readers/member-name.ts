/** What a member of an archive may be and be called: plain files and directories, below the archive's own root. */
import { refusals } from "#lib/text/en/refusals";
import { Refused } from "./refused";

const kinds: Readonly<Record<string, "file" | "directory">> = { file: "file", directory: "directory" };

/** Refuses everything that is neither a plain file nor a directory, whatever it is called. */
export function memberKind(type: string | null | undefined): "file" | "directory" {
	const kind = Object.hasOwn(kinds, type ?? "") ? kinds[type ?? ""] : undefined;
	if (kind) return kind;
	throw new Refused(400, refusals.specialFile);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u001f\u007f-\u009f\\]/;

/** The name without `./`, doubled and trailing slashes; empty for the archive's root. */
export function memberName(raw: string): string {
	if (forbidden.test(raw)) {
		throw new Refused(400, refusals.nameCharacters);
	}
	if (raw.startsWith("/")) {
		throw new Refused(400, refusals.nameAbsolute);
	}
	const segments = raw.split("/").filter((segment) => segment !== "" && segment !== ".");
	if (segments.includes("..")) {
		throw new Refused(400, refusals.nameOutside);
	}
	return segments.join("/");
}
