import { type Command, InvalidArgumentError } from "commander";
import type { Pool } from "pg";
import { statisticBySlug } from "#lib/statistics/index";
import { isOneNumber } from "#lib/statistics/statistic";
import { allowLabel, denyLabel } from "#lib/store/denied-labels";
import { publishDays } from "./publish";
import { withStore } from "./with-store";

export function addDeny(program: Command, signal: AbortSignal): void {
	labelCommand(program, "deny", "take a label out of all published rows, and keep it away").action(
		async (statistic: string, bucket: string) => {
			const isNew = await withStore(signal, ({ pool }) => republished(pool, denyLabel(pool, statistic, bucket)));
			console.log(`${isNew ? "denied" : "denied already"}: ${bucket} of ${statistic} is counted in other`);
		},
	);
}

export function addAllow(program: Command, signal: AbortSignal): void {
	labelCommand(program, "allow", "bring a denied label back").action(async (statistic: string, bucket: string) => {
		const wasDenied = await withStore(signal, ({ pool }) => republished(pool, allowLabel(pool, statistic, bucket)));
		console.log(`${wasDenied ? "allowed" : "was not denied"}: ${bucket} of ${statistic}`);
	});
}

function labelCommand(program: Command, name: string, description: string): Command {
	return program
		.command(name)
		.description(description)
		.argument("<statistic>", "its slug, like cpu-model", slug)
		.argument("<bucket>", "the bucket's key, as data addresses have it, like xeon-e5-2620-v4", key);
}

/** Publishes the days that are due, also those that an interrupted command left so. */
async function republished(pool: Pool, change: Promise<boolean>): Promise<boolean> {
	const isChanged = await change;
	await publishDays(pool);
	return isChanged;
}

function slug(text: string): string {
	const statistic = statisticBySlug(text);
	if (!statistic) throw new InvalidArgumentError("There is no such statistic: /data/index.json lists them.");
	if (isOneNumber(statistic)) throw new InvalidArgumentError("It is one number and has no labels.");
	return text;
}

function key(text: string): string {
	if (text === "other") throw new InvalidArgumentError("Denied labels are merged into other, which stays.");
	if (!/^[a-z0-9.-]{1,64}$/.test(text)) {
		throw new InvalidArgumentError("A key has lower-case letters, digits, dots and dashes: xeon-e5-2620-v4.");
	}
	return text;
}
