/** Takes in reports: bytes and an address in, one durable report or a refusal out. Nothing else knows the address. */
import type { Sent } from "#lib/http/sending";
import type { Product } from "#lib/product";
import { type ReadReport, readLegacy, readOpenvz7 } from "#lib/readers/read-report";
import { Refused } from "#lib/readers/refused";
import { type Unpacked, unpack } from "#lib/readers/unpack";
import type { Acceptance, IncomingReport } from "#lib/store/accept";
import type { CountryOf } from "./country";
import { readForm } from "./form";
import type { RateLimit } from "./rate-limit";

/** One network sends too much. */
export class TooMany extends Error {
	constructor(readonly retryAfterSeconds: number) {
		super(`too many reports from your network: try again in ${retryAfterSeconds} s`);
	}
}

/** How the reports of each product are taken in. */
export type Receiver = Readonly<Record<Product, (sent: Sent) => Promise<Acceptance>>>;

export interface ReceiverParts {
	accept(report: IncomingReport): Promise<Acceptance>;
	countryOf: CountryOf;
	limit: RateLimit;
	now(): Date;
}

/** All of them throw `Refused` (400, 413) or `TooMany` (429). When they return, the report is committed. */
export function receiver({ accept, countryOf, limit, now }: ReceiverParts): Receiver {
	function checkRate(address: string | null): void {
		const seconds = limit.take(address, now().getTime());
		if (seconds > 0) throw new TooMany(seconds);
	}
	return {
		/** The form of vzstats: fields `uuid` and `file`. */
		async legacy({ contentType, body, address }) {
			checkRate(address);
			const form = await readForm(contentType, body);
			const file = attached(form.file);
			const report = readLegacy(file.members, form.fields.get("uuid") ?? "");
			return accept(incoming(report, file.digest, now(), countryOf(address)));
		},
		/** The archive itself, or a form with the field `file`. */
		async openvz7({ contentType, body, address }) {
			checkRate(address);
			const isForm = contentType?.toLowerCase().startsWith("multipart/");
			const file = isForm ? attached((await readForm(contentType, body)).file) : await unpack(body);
			return accept(incoming(readOpenvz7(file.members), file.digest, now(), countryOf(address)));
		},
	};
}

function attached(file: Unpacked | null): Unpacked {
	if (!file) throw new Refused(400, "no archive in the form: send the gzipped tar in the field file");
	return file;
}

/** One object for each country: in an import the fold sees without comparing that nothing is new. */
const activities = new Map<string, { country: string }>();

function activityIn(country: string): { country: string } {
	const activity = activities.get(country) ?? { country };
	activities.set(country, activity);
	return activity;
}

/** A report as the store takes it: every one carries that its host is active, and from where. */
export function incoming(report: ReadReport, digest: Buffer, at: Date, country: string): IncomingReport {
	const { product, uuid, sections, unmatched } = report;
	return { product, uuid, at, digest, sections: { activity: activityIn(country), ...sections }, unmatched };
}
