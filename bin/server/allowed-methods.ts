/** Which methods an address takes. Next answers any method alike, but only the addresses for reports and the forms of hosts take POST. */

import { crashDoors, deletedHostPath, keptOfHostPath } from "#lib/address/links";
import { languages, pathIn } from "#lib/language";

export const reading = ["GET", "HEAD", "OPTIONS"];

/** They refuse wrong methods themselves. */
const checkedElsewhere = new Set([
	...["/submit.php", "/genuuid.php", "/api/v1/reports", crashDoors.reports, crashDoors.attachments],
	...[keptOfHostPath, deletedHostPath].flatMap((path) => languages.map((language) => pathIn(language, path))),
]);

/** What the bundler of `npm run dev` talks to. */
const development = /^\/_(?:next|_nextjs)/;

/** The value of the header `Allow` for a method that is not allowed; `null` for one that is. */
export function allowedInstead(method: string, path: string): string | null {
	return reading.includes(method) || checkedElsewhere.has(path) || development.test(path) ? null : reading.join(", ");
}
