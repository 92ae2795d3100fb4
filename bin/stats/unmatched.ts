import type { Command } from "commander";
import { sharedUnmatched } from "#lib/store/unmatched";
import { count } from "./options";
import { withStore } from "./with-store";

export function addUnmatched(program: Command, signal: AbortSignal): void {
	program
		.command("unmatched")
		.description("list what hosts say of hardware and versions and no rule knows: rule, number of hosts, text")
		.option("--limit <n>", "the most frequent ones only", count, 100)
		.action(async ({ limit }: { limit: number }) => {
			const shared = await withStore(signal, ({ pool }) => sharedUnmatched(pool, limit));
			if (shared.length === 0) console.log("nothing that at least five hosts share");
			for (const { rule, hosts, text } of shared) console.log(`${rule}\t${hosts}\t${text}`);
		});
}
