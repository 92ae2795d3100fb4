/** What a member of an archive may be and be called: plain files and directories, below the archive's own root. */
import { Refused } from "./refused";

const kinds: Readonly<Record<string, "file" | "directory">> = { file: "file", directory: "directory" };

/** Refuses everything that is neither a plain file nor a directory, whatever it is called. */
export function memberKind(type: string | null | undefined): "file" | "directory" {
	const kind = Object.hasOwn(kinds, type ?? "") ? kinds[type ?? ""] : undefined;
	if (kind) return kind;
	throw new Refused(400, "the archive holds a link, a device or a special file: pack plain files and directories only");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u001f\u007f-\u009f\\]/;

/** The name without `./`, doubled and trailing slashes; empty for the archive's root. */
export function memberName(raw: string): string {
	if (forbidden.test(raw)) {
		throw new Refused(400, "a name in the archive holds a backslash or a control character: rename that file");
	}
	if (raw.startsWith("/")) {
		throw new Refused(400, "a name in the archive is an absolute path: pack names relative to the report's folder");
	}
	const segments = raw.split("/").filter((segment) => segment !== "" && segment !== ".");
	if (segments.includes("..")) {
		throw new Refused(400, "a name in the archive leads out of it (..): pack names inside the report's folder");
	}
	return segments.join("/");
}
