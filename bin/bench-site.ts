/**
 * How many requests a second the site answers from its cache, each beside a bare Node server that sends the same bytes; how
 * long each page, and each question about the hosts of a large fleet, takes that is not kept.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
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
import { statistics } from "#lib/statistics/index";
import { pages } from "#lib/statistics/pages";

export interface MeasuredSite {
	answers: Answered[];
	/** Every page, the slowest first. */
	pages: Missed[];
}

export interface Missed {
	path: string;
	missMilliseconds: number;
}

export interface Answered {
	what: string;
	path: string;
	/** Requests per second, once the answer is kept. */
	perSecond: number;
	/** The same of the bare server. */
	barePerSecond: number;
	/** From request to whole answer where it is not kept, the median of several days. */
	missMilliseconds: number;
}

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

/** In these, `{day}` stands for the day and `{before}` for that of a year before. */
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

/** Serves the database, whose days end with `lastDay`, and asks for each kind of answer. */
export async function measureSite(databaseUrl: string, lastDay: Day): Promise<MeasuredSite> {
	const site = await serve(databaseUrl);
	const parts = [apiPartPath("data-slug-json"), apiPartPath(apiAnswersPart), ...pages.map(methodsPath)];
	const others = [reporterPath, "/search?q=centos", ...statistics.map(statisticPath)];
	const allPages = [overviewPath, ...pages.map(pagePath), ...aboutPaths, ...parts, ...others];
	try {
		// The first answers of a process are of code that nobody has run yet.
		for (const path of [...paths.map(([, path]) => path), ...allPages]) await ask(site.url, path);
		const chunk = await largestScript(site.url);
		const answers: Answered[] = [];
		for (const [what, path] of [...paths, ["static file", chunk] as const]) {
			const missMilliseconds = await missTime(site.url, path, lastDay);
			const rates = await besideBare(site.url, path);
			answers.push({ what, path, ...rates, missMilliseconds });
		}
		const missed: MeasuredSite["pages"] = [];
		for (const path of allPages) missed.push({ path, missMilliseconds: await missTime(site.url, path, lastDay) });
		missed.sort((a, b) => b.missMilliseconds - a.missMilliseconds);
		return { answers, pages: missed };
	} finally {
		await site.stop();
	}
}

/** How long questions about hosts take, in the order of their list. */
export async function measureQuestions(databaseUrl: string, lastDay: Day): Promise<Missed[]> {
	const site = await serve(databaseUrl);
	try {
		const missed: Missed[] = [];
		for (const path of questions) {
			const times: number[] = [];
			for (let i = 0; i < questionDays; i++) {
				const day = plusDays(lastDay, -i);
				const address = path.replace("{day}", day).replace("{before}", plusDays(day, -360));
				times.push(await timed(() => ask(site.url, address)));
			}
			missed.push({ path: path.split("?", 1)[0] ?? path, missMilliseconds: median(times) });
		}
		return missed;
	} finally {
		await site.stop();
	}
}

const serve = (databaseUrl: string) =>
	start(["bin/serve.ts"], { DATABASE_URL: databaseUrl, PORT: "0", LOG_LEVEL: "error" });

/** Both in turn, for what else the machine does changes from second to second. */
async function besideBare(url: string, path: string): Promise<Pick<Answered, "perSecond" | "barePerSecond">> {
	const { headers, body } = await ask(url, path);
	const bare = await start(["bin/bench-bare.ts"], {}, JSON.stringify({ headers, body: body.toString("base64") }));
	try {
		const rates: [number, number][] = [];
		for (let round = 0; round < rounds; round++) rates.push([await load(url, path), await load(bare.url, path)]);
		const best = (which: 0 | 1) => Math.max(...rates.map((rate) => rate[which]));
		return { perSecond: best(0), barePerSecond: best(1) };
	} finally {
		await bare.stop();
	}
}

/** Milliseconds. Each day of an address is an answer of its own; files have no days and are not kept at the first request only. */
async function missTime(url: string, path: string, lastDay: Day): Promise<number> {
	const times: number[] = [];
	for (let i = 1; i <= missDays; i++) {
		const dated = `${path}${path.includes("?") ? "&" : "?"}${/series/.test(path) ? "to" : "date"}=${plusDays(lastDay, -i)}`;
		times.push(await timed(() => ask(url, dated)));
	}
	return median(times);
}

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

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
	if (response.statusCode !== 200)
		throw new Error(`${path} answers ${response.statusCode}: ${body.toString().slice(0, 200)}`);
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

/** Starts a program that says `Ready on <address>`. */
async function start(program: string[], env: Record<string, string>, input = "") {
	const child: ChildProcess = spawn(process.execPath, ["bin/start.mjs", ...program], {
		env: { ...process.env, ...env },
		stdio: ["pipe", "ignore", "pipe"],
	});
	child.stdin?.end(input);
	const { stderr } = child;
	if (!stderr) throw new Error("no output to read");
	const url = await new Promise<string>((ready, failed) => {
		child.once("exit", (code) => failed(new Error(`${program[0]} ended with ${code}`)));
		createInterface({ input: stderr }).on("line", (line) => {
			const address = /Ready on (http:\S+)/.exec(line)?.[1];
			if (address) ready(address);
		});
	});
	const stop = async () => {
		const ended = once(child, "exit");
		child.kill("SIGTERM");
		await ended;
	};
	return { url: url.replace("localhost", "127.0.0.1"), stop };
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
	const begun = performance.now();
	await work();
	return performance.now() - begun;
}
