/**
 * How many requests a second the site answers from its cache, each beside a bare Node server that sends the same bytes; how
 * long each page, and each question about the hosts of a large fleet, takes that is not kept.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { get } from "node:http";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
import {
	aboutPaths,
	apiAnswersPart,
	apiPartPath,
	methodsPath,
	overviewPath,
	pagePath,
	reporterPath,
	statisticPath,
} from "#lib/address/links";
import { type Day, plusDays } from "#lib/day";
import { defaultProduct } from "#lib/product";
import { pagesWith, statisticsWith } from "#lib/statistics/index";

import { copyHosts } from "#lib/store/upkeep";
import { type Bench, end, fillWith, median, readFleet, timed } from "./bench";

const ratioMin = 0.5;
const missMsMax = 100;
const questionHosts = 17_000;
const questionMsMax = 2000;
/** At rest; under load it may take more. */
const memoryMibMax = 300;

const paths = [
	["page", "/"],
	["page", "/cpu"],
	["page", "/disks?product=legacy"],
	["page of a statistic", "/statistics/cpu-model"],
	["page of a state", "/statistics/cpu-model?axis=log&range=1y"],
	["data", "/data/cpu-model.json"],
	["data", "/data/cpu-model/series.json"],
	["data", "/data/cpu-model/series.csv"],
	["embed", "/embed/cpu-model"],
	["slide", "/slide/cpu-model"],
	["picture", "/data/cpu-model/series.svg"],
	["picture", "/data/cpu-model/series.png"],
	["workbook", "/data/cpu-model/series.xlsx"],
	["badge", "/fact/hosts-active.svg"],
	["feed", "/feed.atom"],
	["static file", "/favicon.svg"],
] as const;

/** In these, `{day}` stands for the day and `{before}` for an earlier one. */
const questions = [
	"/data/cpu-vendor/compare.json?a={before}&b={day}",
	"/data/container-os/compare.json?a={before}&b={day}",
	"/data/cpu-vendor/why.json?from={before}&to={day}",
	"/data/container-os/why.json?from={before}&to={day}",
	"/data/container-os/why.json?from={before}&to={day}&bucket=almalinux-9",
	"/data/cpu-vendor/retire.json?bucket=amd&date={day}",
	"/data/container-os/retire.json?bucket=almalinux-9&date={day}",
	"/data/cpu-vendor/cross.json?by=disk-kind&date={day}",
	"/data/container-os/cross.json?by=container-processes&date={day}",
	"/data/services/cross.json?by=openvz-packages&date={day}",
	"/compare/container-os?a={before}&b={day}",
	"/why/container-os?from={before}&to={day}",
	"/retire/container-os/almalinux-9?date={day}",
	"/cross/services/openvz-packages?date={day}",
];

const connections = 16;
const acceptEncoding = "gzip, br";
const roundMilliseconds = 700;
const rounds = 3;
const missDays = 7;
const questionDays = 3;
/** Between the two days of a question. */
const questionDaysApart = 340;

/** The simulated fleet has nothing that is observed. */
const pages = pagesWith(new Map());

const allPages = [
	overviewPath,
	...pages.map(pagePath),
	...aboutPaths,
	...[apiPartPath("data-slug-json"), apiPartPath(apiAnswersPart), ...pages.map(methodsPath)],
	...[reporterPath, "/search?q=centos", ...statisticsWith(new Map()).map(statisticPath)],
];

const siteDays = 365;

/** A server over a fleet whose pages have all been asked for once: the first answers are of code that nobody has run yet. */
async function withSite({ pool, databaseUrl, say }: Bench, measure: (url: string) => Promise<void>): Promise<void> {
	say("filling the database with 120 hosts");
	await fillWith(pool, readFleet(120, siteDays).reports, siteDays);
	const site = await serve(databaseUrl);
	try {
		say("reading every page once");
		for (const path of [...paths.map(([, path]) => path), ...allPages]) await ask(site.url, path);
		await measure(site.url);
	} finally {
		await site.stop();
	}
}

/** Answers from the cache beside a bare server that sends the same bytes. */
export function measureAnswers(bench: Bench): Promise<void> {
	return withSite(bench, async (url) => {
		for (const [what, path] of [...paths, ["static file", await largestScript(url)] as const]) {
			const { perSecond, barePerSecond } = await besideBare(url, path);
			bench.add({
				what: `${what} ${path}`,
				value: perSecond,
				unit: "per second",
				peer: { what: "bare server", value: barePerSecond },
				atLeast: ratioMin,
			});
		}
	});
}

/** Everything that is not in the cache: of each address, days that nobody asked for. */
export function measurePages(bench: Bench): Promise<void> {
	return withSite(bench, async (url) => {
		for (const path of new Set([...allPages, ...paths.map(([, path]) => path)]))
			bench.add({ what: path, value: await missTime(url, path, end), unit: "ms", atMost: missMsMax });
	});
}

/** Questions about the hosts of a large fleet. */
export async function measureQuestions({ pool, databaseUrl, add, say }: Bench): Promise<void> {
	say(`filling the database with ${questionHosts} hosts`);
	await fillWith(pool, readFleet(120, 365).reports, 365);
	await copyHosts(pool, defaultProduct, questionHosts);
	const site = await serve(databaseUrl);
	try {
		for (const path of questions) {
			const value = await missTime(site.url, path, plusDays(end, 1), {
				days: questionDays,
				daysApart: questionDaysApart,
			});
			add({ what: path.split("?", 1)[0] ?? path, value, unit: "ms", atMost: questionMsMax });
		}
	} finally {
		await site.stop();
	}
}

/** How long the server takes to start, and its memory then and when every page has been read. */
export async function measureStart({ pool, databaseUrl, add, say }: Bench): Promise<void> {
	say("filling the database with 120 hosts");
	await fillWith(pool, readFleet(120, 365).reports, 365);
	const times: number[] = [];
	for (let round = 0; round < 3; round++) {
		const site = await serve(databaseUrl);
		times.push(site.startMs);
		await site.stop();
	}
	add({ what: "start until the first answer", value: median(times), unit: "ms" });
	const site = await serve(databaseUrl);
	try {
		add({ what: "memory of the server, started", value: await memoryMib(site.pid), unit: "MiB", atMost: memoryMibMax });
		for (const path of allPages) await ask(site.url, path);
		add({ what: "memory of the server, all pages read", value: await memoryMib(site.pid), unit: "MiB" });
	} finally {
		await site.stop();
	}
}

/** Resident memory of a process, where there is `/proc`. */
async function memoryMib(pid: number): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
	return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

export const serve = (databaseUrl: string, env: Record<string, string> = {}) =>
	start(["bin/serve.ts"], { DATABASE_URL: databaseUrl, PORT: "0", LOG_LEVEL: "error", ...env });

/** Both in turn, for what else the machine does changes from second to second. */
async function besideBare(url: string, path: string): Promise<{ perSecond: number; barePerSecond: number }> {
	const { headers, body } = await ask(url, path);
	const bare = await start(["bin/bench/bare.ts"], {}, JSON.stringify({ headers, body: body.toString("base64") }));
	try {
		const rates: [number, number][] = [];
		for (let round = 0; round < rounds; round++) rates.push([await load(url, path), await load(bare.url, path)]);
		const best = (which: 0 | 1) => Math.max(...rates.map((rate) => rate[which]));
		return { perSecond: best(0), barePerSecond: best(1) };
	} finally {
		await bare.stop();
	}
}

/**
 * Milliseconds, the median. Each day of an address is an answer of its own. The days are those before `lastDay`.
 * @param daysApart between `{before}` and `{day}` in the address
 */
export async function missTime(
	url: string,
	path: string,
	lastDay: Day,
	{ days = missDays, daysApart = 0 }: { days?: number; daysApart?: number } = {},
): Promise<number> {
	const times: number[] = [];
	for (let i = 1; i <= days; i++) {
		const day = plusDays(lastDay, -i);
		const dated = path.includes("{day}")
			? path.replace("{day}", day).replace("{before}", plusDays(day, -daysApart))
			: `${path}${path.includes("?") ? "&" : "?"}${/series/.test(path) ? "to" : "date"}=${day}`;
		times.push(await timed(() => ask(url, dated)));
	}
	return median(times);
}

async function largestScript(url: string): Promise<string> {
	const { body } = await ask(url, "/cpu", "identity");
	const scripts = [...body.toString().matchAll(/"(\/_next\/static\/[^"]+\.js)"/g)].map(([, path = ""]) => path);
	const sizes = await Promise.all(
		[...new Set(scripts)].map(async (path) => ({ path, bytes: (await ask(url, path, "identity")).body.length })),
	);
	return sizes.sort((a, b) => b.bytes - a.bytes)[0]?.path ?? "/favicon.svg";
}

interface Answer {
	/** Names and values in turn, as they came. */
	headers: string[];
	body: Buffer;
}

async function ask(url: string, path: string, coding = acceptEncoding): Promise<Answer> {
	const [response] = await once(get(url + path, { headers: { "accept-encoding": coding }, agent: false }), "response");
	const body = await buffer(response);
	if (response.statusCode !== 200) throw new Error(`${path} answers ${response.statusCode}`);
	return { headers: response.rawHeaders, body };
}

/** Requests per second over some connections, each of which asks again as soon as it has its answer. */
async function load(url: string, path: string): Promise<number> {
	const { hostname, port, host } = new URL(url);
	const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: ${acceptEncoding}\r\n\r\n`;
	let answers = 0;
	let isOver = false;
	const asking = Array.from({ length: connections }, async () => {
		const socket = connect(Number(port), hostname).setNoDelay(true);
		// Every answer has as many bytes as the first.
		let length = 0;
		let received = 0;
		socket.on("data", (chunk: Buffer) => {
			if (received === 0) {
				if (chunk.toString("latin1", 0, 12) !== "HTTP/1.1 200") socket.destroy(new Error(`${path} is not answered`));
				length ||= lengthOf(chunk);
			}
			received += chunk.length;
			if (received < length) return;
			received = 0;
			answers += 1;
			if (isOver) socket.destroy();
			else socket.write(request);
		});
		socket.write(request);
		await once(socket, "close");
	});
	const begun = performance.now();
	setTimeout(() => {
		isOver = true;
	}, roundMilliseconds);
	await Promise.all(asking);
	return (answers / (performance.now() - begun)) * 1000;
}

function lengthOf(chunk: Buffer): number {
	const end = chunk.indexOf("\r\n\r\n") + 4;
	const length = /\r\ncontent-length: (\d+)/i.exec(chunk.toString("latin1", 0, end))?.[1];
	if (end < 4 || length === undefined)
		throw new Error("the load generator needs the length of the answer in its first packet");
	return end + Number(length);
}

const running = new Set<ChildProcess>();

/** Stops the servers of a part that was interrupted: the database is not left while they use it. */
export async function stopServers(): Promise<void> {
	await Promise.all([...running].map(stopChild));
}

async function stopChild(child: ChildProcess): Promise<void> {
	const ended = once(child, "exit");
	child.kill("SIGTERM");
	await ended;
}

/** Starts a program that says `Ready on <address>`. `startMs` is the time until it does. */
async function start(program: string[], env: Record<string, string>, input = "") {
	const begun = performance.now();
	const child: ChildProcess = spawn(process.execPath, ["bin/start.mjs", ...program], {
		env: { ...process.env, ...env },
		stdio: ["pipe", "ignore", "pipe"],
	});
	child.stdin?.end(input);
	running.add(child);
	child.once("exit", () => running.delete(child));
	const { stderr } = child;
	if (!stderr) throw new Error("no output to read");
	const url = await new Promise<string>((ready, failed) => {
		child.once("exit", (code) => failed(new Error(`${program[0]} ended with ${code}`)));
		createInterface({ input: stderr }).on("line", (line) => {
			const address = /Ready on (http:\S+)/.exec(line)?.[1];
			if (address) ready(address);
		});
	});
	const startMs = performance.now() - begun;
	return { url: url.replace("localhost", "127.0.0.1"), pid: child.pid ?? 0, startMs, stop: () => stopChild(child) };
}
