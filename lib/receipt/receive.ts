/** Takes in reports: bytes and an address in, one durable report or a refusal out. Nothing else knows the address. */

import type { ReadReport } from "#lib/readers/read-report";
import { limits } from "#lib/readers/refused";
import type { Acceptance, IncomingReport } from "#lib/store/accept";
import type { CountryOf } from "./country";
import { formBytesMax, isMultipart } from "./form";
import type { RateLimit } from "./rate-limit";
import type { SentReport } from "./reading";

/** One network sends too much. */
export class TooMany extends Error {
	constructor(readonly retryAfterSeconds: number) {
		super(`too many reports from your network: try again in ${retryAfterSeconds} s`);
	}
}

export interface Receiver {
	/** To be called before the body is read. Throws `TooMany`. */
	checkRate(address: string | null): void;
	/** Throws `Refused`. When it returns, the report is committed. */
	receive(sent: SentReport & { address: string | null }): Promise<Acceptance>;
}

export interface ReceiverParts {
	accept(report: IncomingReport): Promise<Acceptance>;
	countryOf: CountryOf;
	limit: RateLimit;
	now(): Date;
	read(sent: SentReport): Promise<{ report: ReadReport; digest: Buffer }>;
}

export function receiver({ accept, countryOf, limit, now, read }: ReceiverParts): Receiver {
	return {
		checkRate(address) {
			const seconds = limit.take(address, now().getTime());
			if (seconds > 0) throw new TooMany(seconds);
		},
		async receive({ address, ...sent }) {
			const { report, digest } = await read(sent);
			return accept(incoming(report, digest, now(), countryOf(address)));
		},
	};
}

/** An archive, or a form with one in it. */
export function bodyBytesMax(contentType: string | null): number {
	return isMultipart(contentType) ? formBytesMax : limits.packedBytes;
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
