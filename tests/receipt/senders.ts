/** Hosts that send reports without a pause, whatever becomes of the server, and what must have become of their reports. */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type pg from "pg";
import { expect } from "vitest";
import { catalogOf } from "#lib/host-history/tally";
import { readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReports } from "#lib/store/accept";
import { packArchive } from "../readers/archive";

const uuidOf = (host: number) => `0f5c3f6e-8f1d-4a0e-9c7e-${String(host).padStart(12, "0")}`;

/** Every report of a host says something new, so that all tables are written. */
function reportOf(host: number, turn: number): Promise<Buffer> {
	const ves = [
		{ Type: "CT", State: turn % 2 ? "running" : "stopped", Hardware: { memory: { size: `${512 + turn}Mb` } } },
	];
	return packArchive({
		"manifest.json": JSON.stringify({ schema: 1, host_uuid: uuidOf(host) }),
		"static.json": JSON.stringify({ uname_rm: `3.10.0-957.12.2.vz7.96.${turn % 90} x86_64`, releases: {} }),
		"ves.json": JSON.stringify({ prlctl_list_aij: ves }),
	});
}

export interface SentReports {
	/** By their digests. */
	archives: Map<string, Buffer>;
	/** Digests of those that a 2xx acknowledged. */
	acknowledged: Set<string>;
	/** How often each status was answered; `none` where the connection broke. */
	statuses: Record<string, number>;
}

export const nothingSent = (): SentReports => ({ archives: new Map(), acknowledged: new Set(), statuses: {} });

/** Sends from all hosts until the signal comes or, without one, until the server is gone. */
export async function sendWithoutPause(url: string, sent: SentReports, hosts: number, signal?: AbortSignal) {
	let isGone = false;
	const send = async (host: number) => {
		const archive = await reportOf(host, sent.archives.size);
		const digest = createHash("sha256").update(archive).digest("hex");
		sent.archives.set(digest, archive);
		const body = new Uint8Array(archive);
		const status = await fetch(`${url}/api/v1/reports`, { method: "POST", body }).then(
			async (response) => {
				if (response.ok) sent.acknowledged.add(digest);
				await response.arrayBuffer().catch(() => {});
				return response.status;
			},
			() => "none" as const,
		);
		sent.statuses[status] = (sent.statuses[status] ?? 0) + 1;
		isGone ||= status === "none" && !signal;
		// Who is refused may wait a little.
		if (status !== 201) await pause(20);
	};
	await Promise.all(
		Array.from({ length: hosts }, async (_, host) => {
			while (!signal?.aborted && !isGone) await send(host);
		}),
	);
}

async function tables(pool: pg.Pool): Promise<string[]> {
	const lines: string[] = [];
	for (const name of ["host", "report", "known_span", "fact_version", "membership"]) {
		const { rows } = await pool.query<{ line: string }>(
			`select '${name} ' || one::text as line from ${name} one order by 1`,
		);
		lines.push(...rows.map(({ line }) => line));
	}
	return lines;
}

/** What was acknowledged is there once, and taken in by one undisturbed process the same reports give the same tables. */
export async function expectStored(pool: pg.Pool, { archives, acknowledged }: SentReports, reference: pg.Pool) {
	const { rows } = await pool.query<{ digest: Buffer; at: Date }>("select digest, at from report order by at, host_id");
	const stored = rows.map(({ digest, at }) => ({ digest: digest.toString("hex"), at }));
	const digests = new Set(stored.map(({ digest }) => digest));
	expect([...acknowledged].filter((digest) => !digests.has(digest))).toEqual([]);
	expect(digests.size).toBe(stored.length);
	const reports = stored.map(({ digest, at }) => {
		const { members, digest: bytes } = unpack(archives.get(digest) ?? Buffer.alloc(0));
		return incoming(readOpenvz7(members), bytes, at, "unknown");
	});
	await acceptReports(reference, reports, catalogOf(statistics));
	expect(await tables(pool)).toEqual(await tables(reference));
}
