/** Takes in reports: bytes and an address in, one durable report or a refusal out. Nothing else knows the address. */

import { limits } from "#lib/readers/limits";
import type { ReadReport } from "#lib/readers/read-report";
import type { Acceptance, IncomingReport } from "#lib/store/accept";
import type { SenderNetworks } from "#lib/store/networks";
import type { CountryOf } from "./country";
import { formBytesMax, isMultipart } from "./form";
import type { ReadArchive, SentReport } from "./reading";

export interface Receiver {
	/** Counts a request of the sender's network, before its body is read. Throws `LimitExceeded`. */
	admit(address: string | null): Promise<SenderNetworks>;
	/** Throws `Refused`, or `LimitExceeded` for a new host. When it returns, the report is committed. */
	receive(sent: SentReport & { address: string | null; networks: SenderNetworks }): Promise<Acceptance>;
}

export interface ReceiverParts {
	accept(report: IncomingReport): Promise<Acceptance>;
	countryOf: CountryOf;
	admit: Receiver["admit"];
	now(): Date;
	read(sent: SentReport): Promise<ReadArchive>;
}

export function receiver({ accept, admit, countryOf, now, read }: ReceiverParts): Receiver {
	return {
		admit,
		async receive({ address, networks, ...sent }) {
			const { report, digest } = await read(sent);
			return accept(incoming(report, Buffer.from(digest), now(), countryOf(address), networks));
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
export function incoming(
	report: ReadReport,
	digest: Buffer,
	at: Date,
	country: string,
	networks?: SenderNetworks,
): IncomingReport {
	const { product, uuid, sections, unmatched, implausible } = report;
	const carried = { activity: activityIn(country), ...sections };
	return { product, uuid, at, digest, sections: carried, unmatched, implausible, networks };
}
