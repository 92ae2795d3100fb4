/** How cost grows with the number of hosts and with the length of their history. The plot is one of our own charts. */
import { writeFile } from "node:fs/promises";
import { pictureMarkup } from "#components/picture/picture";
import { type Day, plusDays } from "#lib/day";
import { formatNumber } from "#lib/format";
import { defaultLanguage } from "#lib/language";
import { layOut } from "#lib/pictures/layout";
import type { Frame, LineSpec } from "#lib/series/chart-spec";
import { endsOf, endTexts, endWidth } from "#lib/series/end-labels";
import { categories } from "#lib/series/palette";
import { textWidth } from "#lib/series/text-width";
import { logAxis } from "#lib/series/ticks";
import { copyHosts } from "#lib/store/upkeep";
import { type Bench, end, fillWith, median, publishDays, readFleet } from "./bench";
import { missTime, serve } from "./site";

const hostsAtFirst = 170;
const daysAtFirst = 60;
const hostFactors = [1, 10, 100];
const historyFactor = 10;
/** Between the two days of a question: as many as the shortest history has room for. */
const daysApart = 30;
/** Of each address, asked for before the time is taken. */
const daysWarm = 7;
/** What must not grow varies by this much from run to run. */
const noise = 1.5;
const plotPath = "BENCHMARKS.svg";

/** What is asked of a server, without its cache: the days of an address differ. */
const asked = [
	["page", "/cpu", false],
	["page of a statistic", "/statistics/container-os", false],
	["data", "/data/cpu-model/series.json", false],
	["picture", "/data/cpu-model/series.svg", false],
	["question: compare", "/data/container-os/compare.json?a={before}&b={day}", false],
	["question: why", "/data/container-os/why.json?from={before}&to={day}", true],
] as const;

/** Milliseconds of each thing, by its name. */
type Costs = Map<string, number>;

export async function measureGrowth(bench: Bench): Promise<void> {
	const { pool, add, say } = bench;
	const byHosts: Costs[] = [];
	say(`filling the database with ${hostsAtFirst} hosts`);
	await fillWith(pool, readFleet(hostsAtFirst, daysAtFirst).reports, daysAtFirst);
	for (const factor of hostFactors) {
		say(`measuring ${factor} times the hosts`);
		if (factor > 1) {
			await copyHosts(pool, "openvz7", (hostsAtFirst / 2) * factor);
			await copyHosts(pool, "legacy", (hostsAtFirst / 2) * factor);
			await publishDays(pool, daysAtFirst);
		}
		byHosts.push(await costs(bench));
	}
	say(`filling the database with ${historyFactor} times the history`);
	await fillWith(pool, readFleet(hostsAtFirst, daysAtFirst * historyFactor).reports, daysAtFirst * historyFactor);
	const withHistory = await costs(bench);
	const [first = new Map<string, number>()] = byHosts;
	for (const [what, ms] of first) {
		const grows = what === "publishing 1 day" || asked.some(([name, , isOfHosts]) => isOfHosts && name === what);
		const line = (more: string, factor: number, value = 0) =>
			add({
				what: `${what}, ${more}`,
				value,
				unit: "ms",
				peer: { what: "×1", value: ms },
				atMost: grows ? factor : noise,
			});
		for (const [i, factor] of hostFactors.entries())
			if (factor > 1) line(`hosts ×${factor}`, factor, byHosts[i]?.get(what));
		line(`history ×${historyFactor}`, historyFactor, withHistory.get(what));
	}
	await writeFile(plotPath, `${await plot(byHosts)}\n`);
}

async function costs({ pool, databaseUrl }: Bench): Promise<Costs> {
	const publishing = [];
	for (let round = 0; round < 3; round++) publishing.push(await publishDays(pool, 1));
	const found: Costs = new Map([["publishing 1 day", median(publishing)]]);
	const site = await serve(databaseUrl);
	try {
		for (const [what, path] of asked) {
			// Nobody has run its code yet.
			await missTime(site.url, path, end, { days: daysWarm, daysApart });
			found.set(what, await missTime(site.url, path, plusDays(end, -daysWarm), { days: 10, daysApart }));
		}
	} finally {
		await site.stop();
	}
	return found.set("start of the server", site.startMs);
}

/** Both axes are logarithmic: what grows as its input does is a straight line to the upper right corner. */
function growthChart(byHosts: readonly Costs[], frame: Frame): LineSpec {
	const { width, fontSize, labelWidthMax, widthOf } = frame;
	const height = 360;
	const [first = new Map<string, number>()] = byHosts;
	const measured = [...first].map(([label, ms], i) => ({
		bucket: label,
		label,
		colour: categories[i] ?? ("rest" as const),
		values: byHosts.map((costs) => (costs.get(label) ?? 0) / ms),
	}));
	const hosts = { bucket: "hosts", label: "number of hosts", colour: "rest" as const, values: [...hostFactors] };
	const lines = [hosts, ...measured].sort((a, b) => (b.values.at(-1) ?? 0) - (a.values.at(-1) ?? 0));
	const all = lines.flatMap(({ values }) => values);
	const { min: yMin, max: yMax, values } = logAxis(Math.min(...all, 0.5), Math.max(...all), 8);
	const times = (value: number) => `×${value >= 10 ? Math.round(value) : Number(value.toFixed(1))}`;
	const ends = lines.map(({ label, values }) => ({ name: label, value: times(values.at(-1) ?? 0) }));
	const texts = endTexts(ends, { fontSize, widthMax: labelWidthMax, widthOf, linesMax: 30 });
	const labelWidth = Math.max(...texts.map((text) => (text ? endWidth(text, fontSize, widthOf) : 0)));
	const margin = { top: fontSize, right: labelWidth + 14, bottom: fontSize * 2, left: widthOf("×100", fontSize) + 8 };
	const placed = endsOf(lines, texts, { kind: "lines", axis: "log", yMin, yMax, margin, height, fontSize });
	return {
		...{ slug: "growth", kind: "lines", measure: "total", axis: "log", language: defaultLanguage, size: frame.like },
		title: "How cost grows with the number of hosts",
		subtitle: "time, compared with the smallest fleet",
		sentence: ends.map(({ name, value }) => `${name} ${value}`).join(", "),
		note: `×1 is ${hostsAtFirst} hosts with a history of ${daysAtFirst} days, ×100 is ${formatNumber(hostsAtFirst * 100, defaultLanguage)} hosts.`,
		baseHosts: hostsAtFirst * 100,
		...{ width, height, fontSize, margin, yMin, yMax },
		every: "day",
		days: hostFactors.map(() => end as Day),
		xTicks: hostFactors.map((factor, at) => ({ at, label: `×${factor}` })),
		yTicks: values.map((at) => ({ at, label: times(at) })),
		lines: lines.map((line, i) => ({ ...line, end: placed[i] ?? null })),
	};
}

async function plot(byHosts: readonly Costs[]): Promise<string> {
	const caption = { product: null, day: null, figure: null, address: null, simulated: true };
	const look = { scale: 1, text: "normal", theme: "light", background: "opaque", title: null } as const;
	const picture = layOut(
		(frame) => growthChart(byHosts, frame),
		caption,
		{ ...look, width: 900, height: null },
		textWidth,
	);
	return pictureMarkup(picture, "Arial, Helvetica, sans-serif");
}
