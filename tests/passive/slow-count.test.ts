/** Random logs, counted a second time the slow way; and the same lines in any order, in any files, packed or not. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, daysThrough, plusDays } from "#lib/day";
import { downloadReader } from "#lib/passive/downloads";
import { countIn, file, gzipped, logLine, now, rowsOf } from "./files";

const [isos, packages] = [
	["/virtuozzo/releases/7.0.11/x86_64/iso/a.iso", "/virtuozzo/factory/x86_64/iso/factory-DVD"],
	[
		"/virtuozzo/releases/7.0/x86_64/os/Packages/p/prlctl-7.0.1-1.vz7.x86_64.rpm",
		"/kernel/branches/x/vzkernel-2.6.32-042stab106.4.x86_64.rpm",
	],
];
const repository = "/virtuozzo/releases/7.0/x86_64/os/repodata/repomd.xml";
const firstDay = "2026-03-01" as Day;
const days = 16;

interface Entry {
	second: number;
	client: string;
	agent: string;
	target: string;
	status: number;
	bytes: number;
	method: string;
}

const entry: fc.Arbitrary<Entry> = fc.record({
	second: fc.integer({ min: 0, max: days * 86_400 - 1 }),
	client: fc.constantFrom(...Array.from({ length: 12 }, (_, i) => `192.0.2.${i}`)),
	agent: fc.constantFrom("yum/3.4.3", "curl/8", "Googlebot/2.1"),
	target: fc.constantFrom(...isos, ...packages, repository, "/debian/x"),
	status: fc.constantFrom(200, 206, 304, 404),
	bytes: fc.constantFrom(1000, 60 * 2 ** 20, 200 * 2 ** 20),
	method: fc.constantFrom("GET", "GET", "GET", "HEAD"),
});

const dayOf = ({ second }: Entry) => plusDays(firstDay, Math.floor(second / 86_400));
const at = (one: Entry) => new Date(Date.parse(firstDay) + one.second * 1000).toISOString().slice(0, 19);
const lineOf = (one: Entry) => logLine({ ...one, at: at(one) });

/** Everything by definition: quadratic, with names and no hashes. */
function slowly(entries: readonly Entry[]): string[] {
	const seen = entries.map(dayOf).sort();
	const whole = daysThrough(plusDays(seen[0] as Day, 1), plusDays(seen.at(-1) as Day, -1));
	const got = entries.filter((one) => one.method === "GET" && one.agent !== "Googlebot/2.1");
	const rows: string[] = [];
	const fetched = (one: Entry) => one.status === 200 || one.status === 206;
	for (const [target, bucket] of [
		[isos[0], "7.0.11"],
		[isos[1], "factory"],
	] as const) {
		const ofFile = got.filter((one) => one.target === target && fetched(one)).sort((a, b) => a.second - b.second);
		const largest = Math.max(0, ...ofFile.filter(({ status }) => status === 200).map(({ bytes }) => bytes));
		const enough = largest > 0 ? largest * 0.9 : 100 * 2 ** 20;
		const left = [...ofFile];
		for (let first = left.shift(); first; first = left.shift()) {
			const begun = first;
			const same = left.filter(
				(one) => one.client === begun.client && one.agent === begun.agent && one.second < begun.second + 86_400,
			);
			for (const one of same) left.splice(left.indexOf(one), 1);
			const sum = [begun, ...same].reduce((total, { bytes }) => total + bytes, 0);
			if (sum >= enough && whole.includes(dayOf(begun))) rows.push(`iso ${dayOf(begun)} ${bucket}`);
		}
	}
	for (const [target, bucket] of [
		[packages[0], "tools"],
		[packages[1], "kernel"],
	] as const) {
		const once = new Set(
			got
				.filter((one) => one.target === target && fetched(one))
				.map((one) => `${dayOf(one)} ${one.client} ${one.agent}`),
		);
		for (const one of once)
			if (whole.includes(one.slice(0, 10) as Day)) rows.push(`package ${one.slice(0, 10)} ${bucket}`);
	}
	for (const sunday of ["2026-03-08", "2026-03-15"] as Day[]) {
		const week = daysThrough(plusDays(sunday, -6), sunday);
		if (!week.every((day) => whole.includes(day))) continue;
		const clients = new Set(
			got
				.filter(
					(one) =>
						one.target === repository && one.agent === "yum/3.4.3" && one.status !== 404 && week.includes(dayOf(one)),
				)
				.map(({ client }) => client),
		);
		for (const _ of clients) rows.push(`update ${sunday}`);
	}
	return rows.sort();
}

/** Each counted thing as a line of its own, like those of `slowly`. */
async function counted(files: Parameters<typeof countIn>[1]): Promise<{ rows: string[]; all: unknown }> {
	const { statistics } = await countIn(
		downloadReader({ now, prefix: null, isOwn: () => false, sizes: new Map() }),
		files,
	);
	const times = (rows: readonly string[], name: string, keep: (bucket: string) => boolean, withBucket = true) =>
		rows.flatMap((row) => {
			const [day = "", bucket = "", total] = row.split(" ");
			return keep(bucket)
				? Array.from({ length: Number(total) }, () => [name, day, ...(withBucket ? [bucket] : [])].join(" "))
				: [];
		});
	const rows = [
		...times(rowsOf(statistics, "iso-downloads"), "iso", (bucket) => bucket !== "(all)"),
		...times(rowsOf(statistics, "package-downloads"), "package", (bucket) => bucket !== "(all)"),
		...times(rowsOf(statistics, "update-clients"), "update", (bucket) => bucket === "(all)", false),
	].sort();
	return {
		rows,
		all: statistics.map(({ statistic, days }) => [
			statistic,
			days.map((one) => ({ ...one, buckets: [...one.buckets].sort() })),
		]),
	};
}

test("are counted as slowly, in any order and in any files", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(entry, { minLength: 2, maxLength: 120 }),
			fc.infiniteStream(fc.nat()),
			async (entries, order) => {
				const lines = entries.map(lineOf);
				const text = lines.join("\n");
				const { rows, all } = await counted([file(text)]);
				expect(rows).toEqual(slowly(entries));
				const shuffled = lines.map((line) => ({ line, at: order.next().value as number })).sort((a, b) => a.at - b.at);
				const half = Math.floor(lines.length / 2);
				const parts = [shuffled.slice(0, half), shuffled.slice(half)].map((part) =>
					part.map(({ line }) => line).join("\n"),
				);
				const split = parts.filter((part) => part !== "").map((part, i) => (i % 2 ? file(part) : gzipped(part)));
				expect((await counted(split)).all).toEqual(all);
			},
		),
		{ numRuns: 60 },
	);
});
