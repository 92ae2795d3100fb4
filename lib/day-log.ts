/**
 * The log of published days. Each time a day gets new rows, a record with their digest is added to the log, and no record is
 * ever changed. A record's hash covers the record before it, so whoever kept one hash can tell whether anything before it
 * was changed since. Digest and hash are SHA-256 of plain text, which any language computes in the same way.
 */
import { createHash } from "node:crypto";

/** Why a published day is computed again. Public: restated days name them. */
export const dueReasons = [
	/** Reports of the day came when it was published already: from an import, or after the clock was set back. */
	"late-reports",
	/** The operator took hosts out of all numbers, or brought them back. */
	"quarantine",
	"release",
	/** A host's owner, or the operator, had its data deleted. This alone makes no day due. */
	"forgotten-host",
	/** The operator took a label out of all rows, or brought it back. */
	"denied-label",
	"allowed-label",
	/** The program counts in another way. */
	"counting",
	/** The operator asked for it. */
	"operator",
	/** A clock that ran ahead had published the day before it was over: it was withdrawn. */
	"clock",
] as const;
export type DueReason = (typeof dueReasons)[number];

/** How days were counted. */
export interface CountingMethod {
	/** The version of the program and a hash of the code that counts. */
	code: string;
	windowDays: Readonly<Record<string, number>>;
	/** The fewest hosts with which a bucket is published, by statistic. */
	statistics: Readonly<Record<string, number>>;
}

export interface DayRecord {
	day: string;
	/** When its rows were published: ISO 8601 in UTC, with milliseconds. */
	at: string;
	/** Why the day was published again; empty the first time. */
	reasons: readonly DueReason[];
	/** Accepted on that day, of all products. */
	reports: number;
	/** The id of a counting method. */
	method: string;
	/** Of the day's rows; empty where the day was withdrawn. */
	digest: string;
	/** Of this record and the hash before it. */
	hash: string;
}

export function sha256(text: string): string {
	return createHash("sha256").update(text).digest("hex");
}

/** The text is compact JSON with the keys in the given order: it is stored and published as it is. */
export function describeMethod(method: CountingMethod): { id: string; description: string } {
	const description = JSON.stringify(method);
	return { id: sha256(description), description };
}

/** The hash of a record after the record with the hash `previous`; the first record comes after `""`. */
export function hashOfRecord(previous: string, record: Omit<DayRecord, "hash">): string {
	const { day, at, reasons, reports, method, digest } = record;
	return sha256([previous, day, at, reasons.join(","), reports, method, digest].join("\t"));
}

/** The place of the first record whose hash is wrong, or `null` when the whole log is intact. */
export function firstBroken(records: readonly DayRecord[]): number | null {
	let previous = "";
	for (const [place, record] of records.entries()) {
		if (hashOfRecord(previous, record) !== record.hash) return place;
		previous = record.hash;
	}
	return null;
}

export interface DigestedRow {
	product: string;
	statistic: string;
	/** `""` is the base. */
	bucket: string;
	hosts: number;
	/** In the database's integer amounts. */
	total: number;
}

/**
 * The digest of a day's rows: one line each, sorted by bytes. Rows without hosts are left out, so that the day can be read
 * from a history as well as from a distribution. `lib/store/day-records.ts` computes the same in SQL.
 */
export function digestOfRows(rows: readonly DigestedRow[]): string {
	const lines = rows
		.filter(({ hosts }) => hosts > 0)
		.map(({ product, statistic, bucket, hosts, total }) => [product, statistic, bucket, hosts, total].join("\t"));
	return sha256(lines.sort().join("\n"));
}
