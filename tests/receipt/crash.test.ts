/** The server is killed again and again while reports come in: what got a 2xx is there, and nothing is half there. */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { catalogOf } from "#lib/host-history/tally";
import { readOpenvz7 } from "#lib/readers/read-report";
import { unpack } from "#lib/readers/unpack";
import { incoming } from "#lib/receipt/receive";
import { statistics } from "#lib/statistics/index";
import { acceptReports } from "#lib/store/accept";
import { testDatabase } from "../database";
import { packArchive } from "../readers/archive";
import { rounds } from "../rounds";
import { type Site, startSite } from "../site";

const kills = rounds(4, 50);
const startsAhead = 2;
const hosts = 4;
const database = testDatabase();
const reference = testDatabase();

const uuidOf = (n: number) => `0f5c3f6e-8f1d-4a0e-9c7e-${String(n).padStart(12, "0")}`;

/** Every report of a host says something new, so that all tables are written. */
async function reportOf(n: number, round: number): Promise<Buffer> {
	const ves = [
		{ Type: "CT", State: round % 2 ? "running" : "stopped", Hardware: { memory: { size: `${512 + round}Mb` } } },
	];
	return packArchive({
		"manifest.json": JSON.stringify({ schema: 1, host_uuid: uuidOf(n) }),
		"static.json": JSON.stringify({ uname_rm: `3.10.0-957.12.2.vz7.96.${round % 90} x86_64`, releases: {} }),
		"ves.json": JSON.stringify({ prlctl_list_aij: ves }),
	});
}

async function tables(db: ReturnType<typeof database>): Promise<string[]> {
	const names = ["host", "report", "known_span", "fact_version", "membership"];
	const lines: string[] = [];
	for (const name of names) {
		const { rows } = await db.pool.query<{ line: string }>(
			`select '${name} ' || one::text as line from ${name} one order by 1`,
		);
		lines.push(...rows.map(({ line }) => line));
	}
	return lines;
}

// Each kill costs a start.
test(`${kills} kills during submission`, { timeout: 3_600_000 }, async () => {
	const archives = new Map<string, Buffer>();
	const answered = new Set<string>();
	// To start takes most of the time, and leaves a core idle: the next two are on their way while one is killed.
	const starting: Promise<Site>[] = [];
	try {
		for (let round = 0; round < kills; round++) {
			while (starting.length < Math.min(kills, round + 1 + startsAhead)) {
				starting.push(startSite({ env: { DATABASE_URL: database().url, REPORTS_BURST: "1000000" } }));
			}
			const site = (await starting[round]) as Site;
			// Each host sends without a pause until the server is gone, so that the kill meets every step of the way.
			const sending = Array.from({ length: hosts }, async (_, n) => {
				for (let turn = 0; ; turn++) {
					const archive = await reportOf(n, 1000 * round + turn);
					const digest = createHash("sha256").update(archive).digest("hex");
					archives.set(digest, archive);
					const response = await fetch(`${site.url}/api/v1/reports`, { method: "POST", body: new Uint8Array(archive) });
					if (response.ok) answered.add(digest);
				}
			});
			const before = answered.size;
			while (answered.size === before) await pause(2);
			await pause((round * 7) % 50);
			site.process.kill("SIGKILL");
			await Promise.allSettled(sending);
		}
	} finally {
		for (const started of await Promise.allSettled(starting)) {
			if (started.status === "fulfilled") await started.value.stop();
		}
	}

	const { rows } = await database().pool.query<{ digest: Buffer; at: Date }>(
		"select digest, at from report order by at, host_id",
	);
	const stored = rows.map(({ digest, at }) => ({ digest: digest.toString("hex"), at }));
	const kept = new Set(stored.map(({ digest }) => digest));
	expect([...answered].filter((digest) => !kept.has(digest))).toEqual([]);
	expect(kept.size).toBe(stored.length);
	// The kills must have met reports on their way, or nothing was tested.
	expect(kept.size).toBeLessThan(archives.size);
	expect(answered.size).toBeGreaterThanOrEqual(kills);

	// Taken in by one undisturbed process, the same reports give the same tables.
	const reports = await Promise.all(
		stored.map(async ({ digest, at }) => {
			const { members, digest: bytes } = unpack(archives.get(digest) ?? Buffer.alloc(0));
			return incoming(readOpenvz7(members), bytes, at, "unknown");
		}),
	);
	await acceptReports(reference().pool, reports, catalogOf(statistics));
	expect(await tables(database())).toEqual(await tables(reference()));
});
