/** Which methods an address takes: all but the doors for reports and the forms of hosts are only read, and the site would answer any method alike. */

import { deletedHostPath, keptOfHostPath } from "#lib/address/links";
import { languages, pathIn } from "#lib/language";

const reading = ["GET", "HEAD", "OPTIONS"];

/** They say themselves what they do not take. */
const doors = new Set([
	...["/submit.php", "/genuuid.php", "/api/v1/reports"],
	...[keptOfHostPath, deletedHostPath].flatMap((path) => languages.map((language) => pathIn(language, path))),
]);

/** What the bundler of `npm run dev` talks to. */
const development = /^\/_(?:next|_nextjs)/;

/** What may be asked instead, for the header `Allow`; `null` when the method is fine. */
export function allowedInstead(method: string, path: string): string | null {
	return reading.includes(method) || doors.has(path) || development.test(path) ? null : reading.join(", ");
}
