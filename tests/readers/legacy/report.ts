/** Members of a report of the legacy reporter, read. */
import { readLegacy } from "#lib/readers/read-report";
import { legacyUuid, membersOf } from "../sample";

export function read(files: Record<string, string | Buffer>) {
	return readLegacy(membersOf(files), legacyUuid).sections;
}
