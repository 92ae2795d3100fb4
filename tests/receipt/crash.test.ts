/** The server is killed again and again while reports come in: what got a 2xx is there, and nothing is half there. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { testDatabase } from "../database";
import { rounds } from "../rounds";
import { type Site, startSite } from "../site";
import { expectStored, nothingSent, sendWithoutPause } from "./senders";

const kills = rounds(2, 50);
const startsAhead = 2;
const hosts = 4;
const database = testDatabase();
const reference = testDatabase();

// Each kill costs a start.
test(`${kills} kills during submission`, { timeout: 3_600_000 }, async () => {
	const sent = nothingSent();
	// To start takes most of the time, and leaves a core idle: the next two are on their way while one is killed.
	const starting: Promise<Site>[] = [];
	try {
		for (let round = 0; round < kills; round++) {
			while (starting.length < Math.min(kills, round + 1 + startsAhead)) {
				starting.push(startSite({ env: { DATABASE_URL: database().url, REPORTS_BURST: "1000000" } }));
			}
			const site = (await starting[round]) as Site;
			// Each host sends without a pause until the server is gone, so that the kill meets every step of the way.
			const sending = sendWithoutPause(site.url, sent, hosts);
			const before = sent.acknowledged.size;
			while (sent.acknowledged.size === before) await pause(2);
			await pause((round * 7) % 50);
			site.process.kill("SIGKILL");
			await sending;
		}
	} finally {
		for (const started of await Promise.allSettled(starting)) {
			if (started.status === "fulfilled") await started.value.stop();
		}
	}
	await expectStored(database().pool, sent, reference().pool);
	const stored = await database().pool.query("select from report");
	// The kills must have met reports on their way, or nothing was tested.
	expect(stored.rowCount).toBeLessThan(sent.archives.size);
	expect(sent.acknowledged.size).toBeGreaterThanOrEqual(kills);
});
