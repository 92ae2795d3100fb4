import { type Command, InvalidArgumentError } from "commander";
import type { Pool } from "pg";
import { OperatorError } from "#lib/operator-error";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { isNamed } from "#lib/statistics/labels";
import { isObserved, isOneNumber } from "#lib/statistics/statistic";
import { allowLabel, denyLabel, occurringBuckets } from "#lib/store/denied-labels";
import { didYouMean } from "./near-names";
import { publishDays } from "./publish";
import { withStore } from "./with-store";

export function addDeny(program: Command, signal: AbortSignal): void {
	labelCommand(program, "deny", "take a label out of all published rows, and keep it away").action(
		async (statistic: string, bucket: string) => {
			const isNew = await withStore(signal, ({ pool }) => changed(pool, statistic, bucket, denyLabel));
			console.log(`${isNew ? "denied" : "denied already"}: ${bucket} of ${statistic} is counted in other`);
		},
	);
}

export function addAllow(program: Command, signal: AbortSignal): void {
	labelCommand(program, "allow", "bring a denied label back").action(async (statistic: string, bucket: string) => {
		const wasDenied = await withStore(signal, ({ pool }) => changed(pool, statistic, bucket, allowLabel));
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

/**
 * Changes what is denied, and publishes the days that are due, also those that an interrupted command left so. Throws an
 * `OperatorError` for a bucket that the statistic never had.
 */
async function changed(
	pool: Pool,
	statistic: string,
	bucket: string,
	change: (pool: Pool, statistic: string, bucket: string) => Promise<boolean>,
): Promise<boolean> {
	await assertOccurs(pool, statistic, bucket);
	const isChanged = await change(pool, statistic, bucket);
	await publishDays(pool);
	return isChanged;
}

async function assertOccurs(pool: Pool, slug: string, bucket: string): Promise<void> {
	const statistic = statisticBySlug(slug);
	if (statistic && isNamed(statistic, bucket)) return;
	const buckets = await occurringBuckets(pool, slug);
	if (buckets.includes(bucket)) return;
	throw new OperatorError(
		`${slug} has no bucket ${bucket}.${didYouMean(bucket, buckets)} /data/${slug}/series.json has all that were published.`,
	);
}

function slug(text: string): string {
	const statistic = statisticBySlug(text);
	if (!statistic) {
		const near = didYouMean(
			text,
			statistics.map(({ slug }) => slug),
		);
		throw new InvalidArgumentError(`There is no such statistic.${near} /data/index.json lists them.`);
	}
	if (isObserved(statistic))
		throw new InvalidArgumentError("Its labels come from lists of the program, not from hosts.");
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
