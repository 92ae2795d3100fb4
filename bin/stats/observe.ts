/** `stats observe`: counts files of the operator, stores the counts, and says what was ignored and why. */
import { stat } from "node:fs/promises";
import { type Command, Option } from "commander";
import { progress } from "#bin/progress";
import { OperatorError } from "#lib/operator-error";
import { type CountedStatistic, observedStatistic } from "#lib/passive/counts";
import { inputFile } from "#lib/passive/lines";
import { type Read, type Reader, readFiles } from "#lib/passive/reading";
import { crashSource, publishCrashes } from "#lib/store/crash-days";
import { forgetSource, observedSources } from "#lib/store/observed";
import type { StatisticSlug } from "#lib/text/index";
import { kinds, networks, type ObservedKind, type ObserveOptions, prefix, sourceName } from "./observe-options";
import { countedBySource, readerOf, storeCounts } from "./observed-counts";
import { day } from "./options";
import { withStore } from "./with-store";

export function addObserve(program: Command, signal: AbortSignal): void {
	program
		.command("observe")
		.description(
			"count downloads, mail, bugs, forum posts or cited figures in files; nothing of the files is kept but counts",
		)
		.addHelpText("after", help)
		.argument("[kind]", `what the files are: ${kinds.join(", ")}`)
		.argument("[files...]", "the files, plain or gzipped, in any order; - is standard input")
		.option(
			"--source <name>",
			"whose files they are, such as a mirror: its days are replaced, and those of no other",
			sourceName,
			"default",
		)
		.option("--from <day>", "the first day to store", day)
		.option("--through <day>", "the last day to store", day)
		.option("--dry-run", "print what would be stored, and store nothing")
		.option("--replace", "also replace days that had more lines before")
		.option("--partial", "print days that the files cover in part; they are never stored")
		.option("--prefix <path>", "downloads: the folder in which the mirror has OpenVZ, such as /pub/openvz", prefix)
		.addOption(
			new Option("--ignore <cidr>", "downloads: a network of your own, not to be counted; repeatable")
				.argParser(networks)
				.default([], "none"),
		)
		.option("--sizes <file>", "downloads: the sizes of images, a line of bytes and path each")
		.option("--date-format <format>", "bugs: how dates are written in CSV, such as 'dd/MMM/yy h:mm a'")
		.option("--forget <name>", "delete all that came from a source")
		.action(async (kind: string | undefined, files: string[], options: ObserveOptions) => {
			if (options.forget !== undefined) return forget(signal, options.forget, kind);
			await observe(signal, kindOf(kind), files, options);
		});
}

const help = `
A day (week, month) is stored only if the files begin before it and end after it, so give overlapping files: all files of a
day in one run, because who is counted once cannot be told apart later. Repeating a run changes nothing.`;

async function forget(signal: AbortSignal, name: string, kind: string | undefined): Promise<void> {
	if (kind !== undefined) throw new OperatorError("--forget takes no kind and no files");
	if (name === crashSource) throw new OperatorError("crash reports of hosts are deleted with: crash delete <hash>");
	await withStore(signal, async ({ pool }) => {
		const now = new Date();
		const days = await forgetSource(pool, name, now);
		await publishCrashes(pool, now);
		if (days > 0) return console.log(`forgotten: ${days} ${days === 1 ? "day" : "days"} of ${name}`);
		const known = await observedSources(pool);
		throw new OperatorError(
			`there is no source ${name}: ${known.length > 0 ? `there are ${known.join(", ")}` : "there is none"}`,
		);
	});
}

async function observe(
	signal: AbortSignal,
	kind: ObservedKind,
	files: readonly string[],
	options: ObserveOptions,
): Promise<void> {
	if (files.length === 0) throw new OperatorError("name the files to read; - is standard input");
	const now = new Date();
	const reader = await readerOf(kind, options, now);
	const read = await readAll(reader, files);
	console.log(summaryOf(reader, read));
	const bySource = countedBySource(reader, options);
	if (!options.dryRun)
		await withStore(signal, async ({ pool }) => {
			await storeCounts(pool, bySource, { digests: read.digests, now, isReplacing: options.replace });
			// Crashes are compared with bugs.
			await publishCrashes(pool, now);
		});
	for (const [source, counted] of bySource) printDays(source, counted, options);
}

async function readAll(reader: Reader, paths: readonly string[]): Promise<Read> {
	const sizes = await Promise.all(paths.map((path) => (path === "-" ? 0 : sizeOf(path))));
	const all = sizes.reduce((sum, size) => sum + size, 0);
	const shown = progress("Reading");
	let done = 0;
	const read = await readFiles(reader, paths.map(inputFile), (bytes) => {
		done += bytes;
		shown.update(done, Math.max(all, done));
	});
	shown.end();
	return read;
}

async function sizeOf(path: string): Promise<number> {
	const found = await stat(path).catch(() => null);
	if (!found) throw new OperatorError(`there is no file ${path}`);
	if (found.isDirectory()) throw new OperatorError(`${path} is a folder: name its files`);
	return found.size;
}

function summaryOf({ entries }: Reader, read: Read): string {
	const reasons = [...read.ignored].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => `${reason} ${count}`);
	const ignored = read.entries - read.counted;
	return `${entries} ${read.entries}, counted ${read.counted}, ignored ${ignored}${ignored > 0 ? ` (${reasons.join(", ")})` : ""}`;
}

function printDays(source: string, counted: readonly CountedStatistic[], options: ObserveOptions): void {
	const verb = options.dryRun ? "would replace" : "replaced";
	for (const { statistic, days, partial } of counted) {
		const [first, last] = [days[0], days.at(-1)];
		if (first && last) {
			const { every } = observedStatistic(statistic);
			const times = `${days.length} ${every}${days.length === 1 ? "" : "s"}`;
			console.log(
				`${statistic}: ${verb} ${times} of ${source}, ${first.day} to ${last.day}, ${amountOf(statistic, days)}`,
			);
		}
		if (partial.length > 0)
			console.log(
				`${statistic}: not stored, because the files cover them in part: ${partial.map(({ day }) => day).join(", ")}`,
			);
		if (options.partial)
			for (const { day, total, buckets } of partial)
				console.log(
					`  up to ${day}: ${total} (${[...buckets].map(([bucket, amount]) => `${bucket} ${amount}`).join(", ")})`,
				);
	}
}

/** A sum where events are counted. Open bugs add up to nothing, and somebody who was there in two months is one person. */
function amountOf(slug: StatisticSlug, days: CountedStatistic["days"]): string {
	const { unit, every, isState } = observedStatistic(slug);
	const last = days.at(-1)?.total ?? 0;
	if (isState) return `${last} at the end`;
	if (every !== "day" && (unit === "people" || unit === "clients")) return `${last} in the last ${every}`;
	return `${days.reduce((sum, { total }) => sum + total, 0)} in all`;
}

function kindOf(text: string | undefined): ObservedKind {
	const kind = kinds.find((one) => one === text);
	if (!kind) throw new OperatorError(`say what the files are: ${kinds.join(", ")}`);
	return kind;
}
