/** Taking hosts out of all numbers, and back: what would change is printed first. */
import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError } from "commander";
import type { Pool } from "pg";
import { progress } from "#bin/progress";
import { type Day, dayOf } from "#lib/day";
import { formatNumber } from "#lib/format";
import { hostIdOf } from "#lib/host-history/host-id";
import { defaultLanguage } from "#lib/language";
import { errorLine, OperatorError } from "#lib/operator-error";
import { products } from "#lib/product";
import { daysIn } from "#lib/publish/due";
import { parseUuid } from "#lib/readers/uuid";
import { inUnit } from "#lib/series/amounts";
import { amountOf } from "#lib/series/captions";
import { statistics } from "#lib/statistics/index";
import {
	type Candidate,
	type Change,
	hostsIn,
	hostsNamed,
	newcomersFrom,
	type Preview,
	previewChange,
	quarantineHosts,
	quarantines,
	releaseHosts,
} from "#lib/store/quarantine";
import { inColumns } from "./columns";
import { day } from "./options";
import { withStore } from "./with-store";

interface Options {
	network?: string;
	since?: Day;
	hosts?: string;
	yes?: boolean;
}

export function addQuarantine(program: Command, signal: AbortSignal): void {
	program
		.command("quarantine")
		.description("take invented hosts out of all numbers; without --network or --hosts, list what is out")
		.option("--network <hash>", "the hosts that are new from this network, named as intake prints it", hash)
		.option("--since <day>", "of them, those first seen on this day or later", day)
		.option("--hosts <file>", "the hosts named in this file: a UUID on each line")
		.option("--yes", "do it; without it only what would change is printed")
		.action(async (options: Options) => {
			const { network, since, hosts, yes = false } = options;
			if (network !== undefined && hosts !== undefined)
				throw new OperatorError("--network and --hosts exclude each other: give one of them");
			if (since !== undefined && network === undefined) throw new OperatorError("--since needs --network");
			const ids = hosts === undefined ? null : await idsIn(hosts);
			await withStore(signal, async ({ pool }) => {
				if (network !== undefined) {
					const found = await newcomersFrom(pool, network, since ?? null);
					await takeOut(pool, found, { network, yes });
				} else if (ids) {
					const found = await hostsNamed(pool, ids.flat());
					const known = new Set(found.map(({ id }) => id));
					const unknown = ids.filter((own) => !own.some((id) => known.has(id))).length;
					if (unknown > 0) console.log(`${unknown} of the hosts in ${hosts} are not known here`);
					await takeOut(pool, found, { network: null, yes });
				} else await list(pool);
			});
		});
}

export function addRelease(program: Command, signal: AbortSignal): void {
	program
		.command("release")
		.description("let the hosts of a quarantine count again, exactly as if they had always counted")
		.argument("<id>", "the quarantine's number", number)
		.option("--yes", "accepted as with quarantine, but not needed: a release takes nothing away")
		.action(async (id: number) => {
			await withStore(signal, async ({ pool }) => {
				const known = (await quarantines(pool)).find((one) => one.id === id);
				if (!known) throw new OperatorError(`there is no quarantine ${id}: npm run stats -- quarantine lists them`);
				const hosts = await hostsIn(pool, id);
				if (hosts.length === 0) {
					await releaseHosts(pool, id, new Date());
					console.log(`quarantine ${id} has no hosts${known.releasedAt ? " any more: it is released already" : ""}`);
					return;
				}
				const preview = await previewed(pool, hosts, "counted");
				print(preview, `${hosts.length} hosts count again`);
				const released = await releaseHosts(pool, id, new Date());
				console.log(`released quarantine ${id}: ${hostsText(released)}${whatNow(preview)}`);
			});
		});
}

function hash(text: string): string {
	if (!/^[0-9a-f]{12}$/i.test(text))
		throw new InvalidArgumentError("It must be 12 hexadecimal digits, as intake prints.");
	return text.toLowerCase();
}

function number(text: string): number {
	if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It must be the number that quarantine printed.");
	return Number(text);
}

/** For each line the ids that its host may have: by its UUID under either product, or the id that /my-host says. */
async function idsIn(file: string): Promise<string[][]> {
	const text = await readFile(file, "utf8").catch((error) => {
		throw new OperatorError(`${file} cannot be read: ${errorLine(error)}`);
	});
	const ids: string[][] = [];
	for (const [index, line] of text.split("\n").entries()) {
		if (line.trim() === "") continue;
		const uuid = parseUuid(line.trim());
		if (!uuid) throw new OperatorError(`${file}, line ${index + 1}: not a UUID: write one host on each line`);
		ids.push([...products.map((product) => hostIdOf(product, uuid)), uuid]);
	}
	if (ids.length === 0) throw new OperatorError(`${file} names no hosts: write a UUID on each line`);
	return ids;
}

async function takeOut(
	pool: Pool,
	found: readonly Candidate[],
	{ network, yes }: { network: string | null; yes: boolean },
): Promise<void> {
	const hosts = found.filter(({ quarantineId }) => quarantineId === null);
	const out = found.length - hosts.length;
	if (out > 0) console.log(`${out} of ${found.length} hosts are in quarantine already`);
	if (hosts.length === 0) {
		if (out === 0)
			throw new OperatorError("no such hosts are known: npm run stats -- intake lists new ones by network");
		return;
	}
	const preview = await previewed(pool, hosts, "out");
	const days = hosts.map(({ firstDay }) => firstDay).sort();
	print(preview, `${hostsText(hosts.length)}, first seen from ${days[0]} to ${days.at(-1)}`);
	if (!yes) {
		console.log("nothing is changed yet: repeat the command with --yes to take these hosts out");
		return;
	}
	const id = await quarantineHosts(pool, { hostIds: hosts.map((host) => host.id), network, now: new Date() });
	console.log(`quarantine ${id}: out of all numbers: ${hostsText(hosts.length)}${whatNow(preview)}`);
}

async function previewed(pool: Pool, hosts: readonly Candidate[], becomes: "counted" | "out"): Promise<Preview> {
	const shown = progress("Computing what would change");
	const preview = await previewChange(pool, statistics, hosts, becomes, shown.update);
	shown.end();
	return preview;
}

function hostsText(hosts: number): string {
	return amountOf(hosts, "hosts", defaultLanguage);
}

function whatNow({ days }: Preview): string {
	return days ? `; days that are due: ${daysIn(days)} (npm run stats -- publish restates them)` : "";
}

async function list(pool: Pool): Promise<void> {
	const all = await quarantines(pool);
	if (all.length === 0) console.log("no hosts are or were in quarantine");
	for (const { id, at, network, hosts, held, releasedAt } of all) {
		const from = network ? `, network ${network}` : "";
		const end = releasedAt ? `released on ${dayOf(releasedAt)}` : `${held} out now`;
		console.log(`quarantine ${id}: ${hostsText(hosts)} on ${dayOf(at)}${from}, ${end}`);
	}
}

/** Buckets of a statistic that are printed, those that change most. */
const bucketsShown = 5;

function print({ days, changes, dueAgain }: Preview, hosts: string): void {
	console.log(hosts);
	if (!days) {
		console.log("no published day has them");
		return;
	}
	console.log(`published days that are computed again: ${daysIn(days)}, ${days.from} through ${days.through}`);
	if (dueAgain) console.log(`days from ${dueAgain} on are due already: what changes there is included`);
	if (changes.length === 0) {
		console.log("no published number changes");
		return;
	}
	const rows = [["statistic", "product", "day", "bucket", "before", "after"]];
	for (const one of grouped(changes)) {
		const [head] = one;
		if (!head) continue;
		const begin = [head.statistic, head.product, head.day];
		const base = one.filter(({ bucket }) => bucket === "");
		const buckets = one.filter(({ bucket }) => bucket !== "");
		for (const row of [...base, ...buckets.slice(0, bucketsShown)]) {
			const { statistic, hostsBefore, totalBefore, hostsAfter, totalAfter } = row;
			const before = amountIn(statistic, hostsBefore, totalBefore);
			rows.push([...begin, row.bucket || "(base)", before, amountIn(statistic, hostsAfter, totalAfter)]);
		}
		const more = buckets.length - bucketsShown;
		if (more > 0) rows.push([...begin, `… ${more} more`, "", ""]);
	}
	console.log(inColumns(rows));
}

/** The rows of each product and statistic, which follow each other. */
function grouped(changes: readonly Change[]): Change[][] {
	const groups = new Map<string, Change[]>();
	for (const one of changes) {
		const key = `${one.product} ${one.statistic}`;
		groups.set(key, [...(groups.get(key) ?? []), one]);
	}
	return [...groups.values()];
}

/** The number of hosts, or the total in its unit and the hosts that have it. An absent row is a dash. */
function amountIn(slug: string, hosts: number | null, total: number | null): string {
	if (hosts === null || total === null) return "–";
	const unit = statistics.find((one) => one.slug === slug)?.unit ?? "hosts";
	if (unit === "hosts") return formatNumber(hosts, defaultLanguage);
	return `${amountOf(inUnit(total, unit), unit, defaultLanguage)} (${hostsText(hosts)})`;
}
