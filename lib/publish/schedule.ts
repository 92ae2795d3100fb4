/** The server's clockwork: publishes what is due at the start and each night, and notices what any process published. */
import { setTimeout } from "node:timers/promises";
import type { Pool } from "pg";
import { type Day, dayOf } from "#lib/day";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { metrics } from "#lib/metrics";
import { statistics } from "#lib/statistics/index";
import type { Store } from "#lib/store/client";
import { publishCrashes } from "#lib/store/crash-days";
import { pruneNetworks } from "#lib/store/networks";
import { publishedRevision } from "#lib/store/publication";
import { deleteOld } from "#lib/store/retention";
import { doubtfulText } from "./due";
import { publish } from "./publish";
import { futureText, publishedFuture } from "./withdraw";

export interface Clockwork {
	now(): Date;
	/** How often it looks at the clock and at what others published. */
	everyMs: number;
}

const ticking: Clockwork = { now: () => new Date(), everyMs: 1000 };
/** After a failure, so that a database that is down is not asked for a whole publishing all the time. */
const retryMs = 60_000;
/** How often networks are deleted that no limit needs any more. */
const pruneMs = 600_000;

/**
 * Runs until the signal comes. `onPublished` is told each new revision, also those that the operator's tool made. A day
 * is published as soon as it is over, whatever the clock did meanwhile.
 */
export async function runSchedule(
	store: Store,
	onPublished: (revision: number) => Promise<void>,
	signal: AbortSignal,
	{ now: clock, everyMs } = ticking,
): Promise<void> {
	let publishedOn: Day | null = null;
	let retryAt = 0;
	let prunedAt = performance.now();
	let revision = await publishedRevision(store).catch(() => 0);
	const notice = async () => {
		const current = await publishedRevision(store);
		if (current !== revision) await onPublished(current);
		revision = current;
	};
	while (!signal.aborted) {
		const now = clock();
		if (publishedOn !== dayOf(now) && performance.now() >= retryAt) {
			try {
				await publishDue(store.pool, now);
				await notice();
				const pruned = await deleteOld(store.pool, { now, days: env().FACTS_DAYS });
				if (pruned > 0) log.info({ versions: pruned }, "deleted old facts");
				publishedOn = dayOf(now);
			} catch (error) {
				retryAt = performance.now() + retryMs;
				if (!signal.aborted) log.error({ err: error }, "publishing failed, trying again in a minute");
			}
		}
		if (performance.now() - prunedAt >= pruneMs) {
			prunedAt = performance.now();
			await pruneNetworks(store.pool, now).catch(() => {});
		}
		// While the database is away nothing is published.
		await notice().catch(() => {});
		await pause(everyMs, signal);
	}
}

/** Publishes what is due, and tells the operator's monitoring how that went. */
async function publishDue(pool: Pool, now: Date): Promise<void> {
	const { publications, publicationSeconds } = metrics();
	const begun = performance.now();
	try {
		const { days, doubtful, rows } = await publish(pool, statistics, { now, isUnattended: true });
		await publishCrashes(pool, now);
		if (doubtful) log.error(doubtfulText(doubtful));
		const future = futureText(await publishedFuture(pool, now));
		if (future) log.error(future);
		if (!days) return;
		log.info({ ...days, rows }, "published");
		publications.inc({ outcome: "done" });
		publicationSeconds.set((performance.now() - begun) / 1000);
	} catch (error) {
		publications.inc({ outcome: "failed" });
		throw error;
	}
}

/** Ends early, without an error, when the signal comes. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
