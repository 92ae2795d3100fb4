import type { Command } from "commander";
import type { Pool } from "pg";
import { progress } from "#bin/progress";
import type { Day } from "#lib/day";
import { env } from "#lib/env";
import { OperatorError } from "#lib/operator-error";
import { daysIn, doubtfulText } from "#lib/publish/due";
import { type PublishResult, publish } from "#lib/publish/publish";
import { statistics } from "#lib/statistics/index";
import { publishCrashes } from "#lib/store/crash-days";
import { deleteOld } from "#lib/store/retention";
import { day } from "./options";
import { withStore } from "./with-store";

export function addPublish(program: Command, signal: AbortSignal): void {
	program
		.command("publish")
		.description("compute and publish the days that are due")
		.option("--from <day>", "from this day on, also when it is published already (default: the first due day)", day)
		.option("--through <day>", "through this day (default: yesterday, UTC)", day)
		.action(async (asked: { from?: Day; through?: Day }) => {
			const { days, doubtful, rows } = await withStore(signal, ({ pool }) => publishDays(pool, asked));
			if (!days) console.log("nothing is due");
			else console.log(`published ${daysIn(days)} days, ${days.from} through ${days.through}: ${rows} rows`);
			if (doubtful) throw new OperatorError(doubtfulText(doubtful));
		});
}

/** Publishes what is due and shows the progress. */
export async function publishDays(pool: Pool, asked: { from?: Day; through?: Day } = {}): Promise<PublishResult> {
	const shown = progress("Publishing days");
	const now = new Date();
	const result = await publish(pool, statistics, { ...asked, now, onProgress: shown.update });
	shown.end();
	await publishCrashes(pool, now);
	await deleteOld(pool, { now, days: env().FACTS_DAYS });
	return result;
}
