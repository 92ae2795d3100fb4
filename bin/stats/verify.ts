import type { Command } from "commander";
import { progress } from "#bin/progress";
import type { Day } from "#lib/day";
import { type Verification, type VerifiedDay, verifyDays } from "#lib/publish/verify";
import { statistics } from "#lib/statistics/index";
import { day } from "./options";
import { withStore } from "./with-store";

export function addVerify(program: Command, signal: AbortSignal): void {
	program
		.command("verify")
		.description("compare published days with their log (/data/days.json) and with what is kept of the hosts")
		.option("--day <day>", "this day only (default: all published days)", day)
		.action(async ({ day }: { day?: Day }) => {
			const shown = progress("Computing days again");
			const verification = await withStore(signal, ({ pool }) =>
				verifyDays(pool, statistics, { day, onProgress: shown.update }),
			);
			shown.end();
			if (!print(verification)) process.exitCode = 1;
		});
}

/** Whether all is as it was published. */
function print({ chain, records, head, days }: Verification): boolean {
	console.log(chain ? `FAILED  log: ${chain}` : `ok      log: ${records} records, the last has the hash ${head}`);
	const bad = days.filter(({ problems }) => problems.length > 0);
	const excused = days.filter(({ problems, excuses }) => problems.length === 0 && excuses.length > 0);
	for (const { day, problems } of bad) console.log(`FAILED  ${day}: ${problems.join("; ")}`);
	for (const one of excused) console.log(`ok      ${one.day}: as it was published; ${one.excuses.join("; ")}`);
	const good = days.length - bad.length - excused.length;
	const [only] = days;
	if (only && days.length === 1 && good === 1) console.log(line(only));
	else console.log(`ok      ${good} of ${days.length} days: computed again, and the same`);
	return chain === null && bad.length === 0;
}

function line({ day, rows, reports, code }: VerifiedDay): string {
	return `ok      ${day}: computed again, and the same: ${rows} rows, ${reports} reports, counted by ${code}`;
}
