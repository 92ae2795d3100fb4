import type { Command } from "commander";
import { publishedFuture, withdrawFuture } from "#lib/publish/withdraw";
import { statistics } from "#lib/statistics/index";
import { withStore } from "./with-store";

export function addWithdraw(program: Command, signal: AbortSignal): void {
	program
		.command("withdraw")
		.description(
			"take back published days that are not over, and date reports from the future now, after the clock was wrong",
		)
		.option("--yes", "do it; without this option, only say what would be done")
		.action(async ({ yes = false }: { yes?: boolean }) => {
			const now = new Date();
			await withStore(signal, async ({ pool }) => {
				const future = yes ? await withdrawFuture(pool, statistics, now) : await publishedFuture(pool, now);
				const { days, reports, hosts } = future;
				console.log(`the clock says ${now.toISOString()}`);
				if (!days && reports === 0) return console.log("nothing is published or dated later");
				const would = yes ? "" : "would be ";
				if (days) console.log(`${would}withdrawn: the days ${days.from} through ${days.through}`);
				if (reports > 0) console.log(`${would}dated now: ${reports} reports of ${hosts} hosts`);
				if (!yes) console.log("if the clock is right now, run it again with --yes");
			});
		});
}
