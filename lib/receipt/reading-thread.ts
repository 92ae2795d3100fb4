/** Runs in threads: reads the reports that the server receives. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { products } from "#lib/product";
import { readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { unpack } from "#lib/readers/unpack";
import { answerJobs } from "#lib/thread-pool";
import { isMultipart, parseForm } from "./form";
import { type ReadArchive, readingAnswer, type SentReport } from "./reading";

warmUp();
answerJobs((sent: SentReport) => readingAnswer(() => readSent(sent)));

/** Throws `Refused`. */
function readSent({ product, contentType, body }: SentReport): ReadArchive {
	// Clients of OpenVZ 7 may send the archive itself; those of vzstats send a form with the UUID beside it.
	if (product === "openvz7" && !isMultipart(contentType)) {
		const { members, digest } = unpack(body);
		return { report: readOpenvz7(members), digest };
	}
	const { fields, file } = parseForm(contentType, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
	if (!file) throw new Refused(400, "no archive in the form: send the gzipped tar in the field file");
	const { members, digest } = unpack(file);
	return {
		report: product === "legacy" ? readLegacy(members, fields.get("uuid") ?? "") : readOpenvz7(members),
		digest,
	};
}

/** Reads the site's samples before the first report comes, which would otherwise take many times as long as later ones. */
function warmUp(): void {
	for (const product of products) {
		const { members } = unpack(readFileSync(join(process.cwd(), `public/samples/${product}-report.tar.gz`)));
		if (product === "legacy") readLegacy(members, "00000000-0000-4000-8000-000000000000");
		else readOpenvz7(members);
	}
}
