/**
 * What the internet sends to one server: mutated archives, forms and addresses, senders that never end, clients that never
 * read, a burst of new hosts; and a database that is stopped, silent or read-only meanwhile. Every answer has one of the
 * documented statuses, others are answered meanwhile, and the memory stays small. `npm run test:long` prints a table.
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusDays, startOf } from "#lib/day";
import { catalogOf } from "#lib/host-history/tally";
import { statistics } from "#lib/statistics/index";
import { acceptReport } from "#lib/store/accept";
import { asJson, core, asForm as crashForm, everyType } from "../crashes/reports";
import { testDatabase } from "../database";
import { mended, packArchive } from "../readers/archive";
import { legacyUuid, packedSample } from "../readers/sample";
import { rounds } from "../rounds";
import { type Site, startSite } from "../site";
import { type DatabaseProxy, databaseProxy } from "../store/database-proxy";
import { yesterday } from "../today";

const newHostsPerDay = rounds(20, 300);
const memoryMiBMax = 700;

const database = testDatabase();
let proxy: DatabaseProxy;
let site: Site;
beforeAll(async () => {
	const facts = JSON.parse(readFileSync("tests/fixtures/reports/openvz7-facts.json", "utf8"));
	const sections = { activity: { country: "fr" }, ...facts };
	const at = startOf(plusDays(yesterday, -40));
	const first = { product: "openvz7", uuid: randomUUID(), at, digest: Buffer.alloc(32), sections } as const;
	await acceptReport(database().pool, first, catalogOf(statistics));
	proxy = await databaseProxy(database().url);
	const env = {
		DATABASE_URL: proxy.url,
		PUBLIC_URL: "http://stats.example",
		TRUSTED_PROXIES: "127.0.0.1/32",
		REPORTS_BURST: "1000000000",
		NEW_HOSTS_PER_DAY: `${newHostsPerDay}`,
	};
	site = await startSite({ env, isEmpty: false });
});
afterAll(async () => {
	proxy?.pass();
	await site?.stop();
	proxy?.close();
});

interface Attack {
	attack: string;
	rounds: number;
	statuses: string;
	"median, ms": number;
	"longest, ms": number;
	"memory, MiB": number;
}

/** The most memory that the server has used so far. */
async function memoryMiB(): Promise<number> {
	try {
		const status = readFileSync(`/proc/${site.process.pid}/status`, "utf8");
		return Math.round(Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024);
	} catch {
		// Elsewhere than on Linux, what it uses now.
		const metrics = await (await fetch(`${site.url}/metrics`)).text();
		return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 2 ** 20);
	}
}

async function note(attack: string, sent: readonly Answer[]): Promise<Record<number, number>> {
	const statuses: Record<number, number> = {};
	for (const { status } of sent) statuses[status] = (statuses[status] ?? 0) + 1;
	const times = sent.map(({ ms }) => ms).sort((a, b) => a - b);
	const memory = await memoryMiB();
	const row: Attack = {
		attack,
		rounds: sent.length,
		statuses: Object.entries(statuses)
			.map(([status, count]) => `${status}: ${count}`)
			.join(", "),
		"median, ms": Math.round(times[times.length >> 1] ?? 0),
		"longest, ms": Math.round(times.at(-1) ?? 0),
		"memory, MiB": memory,
	};
	if (process.env.TEST_LONG) console.table([row]);
	expect(memory, attack).toBeLessThan(memoryMiBMax);
	expect(site.process.exitCode, attack).toBeNull();
	return statuses;
}

/** Statuses other than the expected ones. A server that has too much to do may say so to one in ten. */
function unexpected(found: Record<number, number>, expected: readonly number[]): string[] {
	const all = Object.values(found).reduce((sum, count) => sum + count, 0);
	const isSome = (found[503] ?? 0) <= all / 10;
	return Object.keys(found).filter((status) => !(expected.includes(Number(status)) || (status === "503" && isSome)));
}

interface Answer {
	status: number;
	ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
/** On a machine with much else to do, long rounds at the lowest priority. Whoever waits longer would wait for ever. */
const answerMsMax = rounds(60_000, 600_000);

interface Sending {
	body?: Buffer;
	headers?: Record<string, string>;
	/** The sender's address, as a trusted proxy forwards it. */
	from?: string;
}

/** Without what `fetch` would correct in an address. */
async function send(path: string, { body, headers, from = "192.0.2.1" }: Sending = {}): Promise<Answer> {
	const begun = performance.now();
	const sent = request({
		host: "127.0.0.1",
		port: new URL(site.url).port,
		path,
		agent,
		headers: { ...headers, "x-forwarded-for": from },
		method: body ? "POST" : "GET",
		signal: AbortSignal.timeout(answerMsMax),
	});
	sent.end(body);
	try {
		const [response] = await once(sent, "response");
		response.resume();
		await once(response, "end");
		return { status: response.statusCode, ms: performance.now() - begun };
	} catch (error) {
		// The server closed it at the moment in which it was used again.
		if (sent.reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET")
			return send(path, { body, headers, from });
		throw new Error(`${sent.method} ${path.slice(0, 200)} has no answer`, { cause: error });
	}
}

/** Sends many, 16 at a time. */
async function sendMany(count: number, one: (n: number) => Promise<Answer>): Promise<Answer[]> {
	const answers: Answer[] = [];
	let next = 0;
	const sender = async () => {
		while (next < count) answers.push(await one(next++));
	};
	await Promise.all(Array.from({ length: 16 }, sender));
	return answers;
}

/** Every number has a /24 of its own, and few of them share a /16. */
const networkOf = (n: number) => `10.${n % 251}.${Math.floor(n / 251) % 251}.7`;

const asArchive = { "content-type": "application/gzip" };
const asForm = { "content-type": "multipart/form-data; boundary=xx" };
const part = (more: string) => `--xx\r\nContent-Disposition: form-data; ${more}\r\n\r\n`;

/** Numbers below `below`, always the same ones for a seed. */
function numbersFrom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1103515245) + 12345) >>> 0;
		return Math.floor((state / 2 ** 32) * below);
	};
}

function mutate(bytes: Buffer, number: (below: number) => number): Buffer {
	let mutated = Buffer.from(bytes);
	for (let n = number(6); n >= 0; n--) {
		const at = number(mutated.length || 1);
		const turn = number(4);
		if (turn === 0) mutated[at] = number(256);
		else if (turn === 1) mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at + number(600))]);
		else if (turn === 2) mutated = Buffer.concat([mutated.subarray(0, at), mutated.subarray(at - number(at + 1))]);
		else mutated.fill(number(256), at, Math.min(mutated.length, at + number(40)));
	}
	return mutated;
}

describe("mutated", () => {
	test("archives are stored or refused", async () => {
		const packed = packedSample("openvz7");
		const tar = gunzipSync(packed);
		const mutated = (n: number) => {
			const number = numbersFrom(n);
			if (n % 3 === 0) return mutate(packed, number);
			// Behind the gzip, and behind the checksums of tar, there is more to be found.
			const inside = mutate(tar, number);
			return gzipSync(n % 3 === 1 ? inside : mended(inside), { level: 1 });
		};
		const sent = await sendMany(rounds(120, 30_000), (n) =>
			send("/api/v1/reports", { body: mutated(n), headers: asArchive, from: networkOf(n) }),
		);
		const found = await note("mutated archives", sent);
		expect(unexpected(found, [200, 201, 400, 413])).toEqual([]);
		expect(found[201]).toBeGreaterThan(0);
	});

	test("forms are stored or refused", async () => {
		const form = Buffer.concat([
			Buffer.from(`${part('name="uuid"')}${legacyUuid}\r\n${part('name="file"; filename="a"')}`),
			packedSample("legacy"),
			Buffer.from(`\r\n${part('name="magic_word"')}very-please\r\n--xx--\r\n`),
		]);
		const doors = ["/submit.php", "/genuuid.php", "/api/v1/reports"];
		const sent = await sendMany(rounds(120, 25_000), (n) => {
			const number = numbersFrom(n);
			// Most of the form is the archive: its beginning and its end are of more interest.
			const [start, end] = [mutate(form.subarray(0, 250), number), mutate(form.subarray(-120), number)];
			const body = Buffer.concat([start, form.subarray(250, -120), end]);
			return send(doors[n % 3] ?? "", { body, headers: asForm, from: networkOf(n) });
		});
		const found = await note("mutated forms", sent);
		expect(unexpected(found, [200, 400, 403, 413])).toEqual([]);
		expect(found[200]).toBeGreaterThan(0);
	});

	test("crash reports are counted or refused", async () => {
		const reports = Object.values(everyType).map((report) => Buffer.from(crashForm(asJson(report)).body));
		const { headers } = crashForm("");
		const doors = ["/faf/reports/new/", "/faf/reports/new", "/faf/reports/new?a=/"];
		const sent = await sendMany(rounds(120, 25_000), (n) => {
			const report = reports[n % reports.length] ?? Buffer.alloc(0);
			const body = n % 9 === 0 ? report : mutate(report, numbersFrom(n));
			return send(doors[n % 3] ?? "", { body, headers, from: networkOf(n) });
		});
		const found = await note("mutated crash reports", sent);
		expect(unexpected(found, [202, 400])).toEqual([]);
		expect(found[202]).toBeGreaterThan(0);
	});

	const pieces = [
		"/ /ru /data /cpu /cpu-vendor .json .csv .svg .xlsx .pptx .md .txt /series /embed /slide /fact /share /oembed ?url=",
		"? & = % %00 %ff %2e%2e .. // \\ ?date= 2026-11-20 0000-00-00 99999-01-01 product= legacy openvz7 bucket= intel",
		"from= to= axis=log _rsc=1 %0d%0a <script> ' \" ééé /_next/ /statistics /compare /why /retire /cross /search?q=",
		"/feed.atom /crashes /faf/reports/bthash/ /api /openapi.json /healthz /.well-known /my-host /kept ; # @ :80 /quality /inspect /join /disp-helper",
		"a".repeat(300),
	].flatMap((line) => line.split(" ").map((piece) => encodeURI(piece).replaceAll("%25", "%")));

	test("addresses are answered, redirected or refused", async () => {
		const sent = await sendMany(rounds(150, 25_000), (n) => {
			const number = numbersFrom(n);
			const path = Array.from({ length: 1 + number(8) }, () => pieces[number(pieces.length)]).join("");
			return send(path.startsWith("/") ? path : `/${path}`);
		});
		const found = await note("mutated addresses", sent);
		expect(unexpected(found, [200, 302, 303, 307, 308, 400, 404, 405])).toEqual([]);
	});
});

describe("a burst of new hosts", () => {
	const archiveOf = (host_uuid: string) => packArchive({ "manifest.json": JSON.stringify({ schema: 1, host_uuid }) });
	const burst = (count: number, addressOf: (n: number) => string) =>
		sendMany(count, async (n) =>
			send("/api/v1/reports", { body: await archiveOf(randomUUID()), headers: asArchive, from: addressOf(n) }),
		);
	const hosts = rounds(60, 2000);

	test("from one network is refused beyond its limit, and known hosts go on", async () => {
		const known = await archiveOf(randomUUID());
		const address = "198.51.100.1";
		expect((await send("/api/v1/reports", { body: known, headers: asArchive, from: address })).status).toBe(201);
		const sent = await burst(hosts, (n) => `198.51.100.${n % 256}`);
		const stored = sent.filter(({ status }) => status === 201);
		const refused = sent.filter(({ status }) => status !== 201);
		await note("new hosts of one /24: stored", stored);
		expect(unexpected(await note("new hosts of one /24: refused", refused), [429])).toEqual([]);
		const { rows } = await database().pool.query("select max(hosts) as most from newcomer_count");
		expect(rows).toEqual([{ most: newHostsPerDay }]);
		expect(stored.length).toBeLessThan(newHostsPerDay);
		expect((await send("/api/v1/reports", { body: known, headers: asArchive, from: address })).status).toBe(200);
	});

	test("from many networks is stored", async () => {
		const sent = await burst(hosts, (n) => `172.${n % 251}.${Math.floor(n / 251)}.9`);
		expect(unexpected(await note("new hosts of many networks", sent), [201])).toEqual([]);
	});
});

/** Begins to send, and goes on as it likes. With a body, the request says that more follows. */
function opened(head: string, body: Buffer | string = ""): { socket: Socket; answer: Promise<string> } {
	const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
	socket.on("error", () => {});
	socket.write(`${head}\r\nHost: localhost\r\n`);
	if (body !== "") socket.write(`Content-Length: 100000\r\nContent-Type: multipart/form-data; boundary=xx\r\n\r\n`);
	socket.write(body);
	return { socket, answer: text(socket).catch(() => "") };
}

test(`${rounds(60, 500)} senders that never end are ended, and others are answered meanwhile`, async () => {
	const nameless = `--xx\r\nContent-Type: text/plain\r\n\r\n${"x".repeat(28_000)}`;
	const kinds = [
		{ open: () => opened("POST /submit.php HTTP/1.1", nameless), status: 408 },
		{ open: () => opened("POST /genuuid.php HTTP/1.1", nameless), status: 408 },
		{ open: () => opened("POST /api/v1/reports HTTP/1.1", Buffer.alloc(90_000, 0x1f)), status: 408 },
		{ open: () => opened("POST /my-host/kept HTTP/1.1", "uuid="), status: 4 },
		{ open: () => opened("POST /faf/reports/new/ HTTP/1.1", "{"), status: 503 },
	] as const;
	const senders = Array.from({ length: rounds(60, 500) }, (_, n) => {
		const { open, status } = kinds[n % kinds.length] ?? kinds[0];
		return { ...open(), status };
	});
	// They never end their headers, or never read a large answer.
	const silent = Array.from({ length: rounds(20, 200) }, () => opened("GET / HTTP/1.1"));
	const deaf = Array.from({ length: rounds(20, 200) }, () => {
		const one = opened("GET /data/index.json HTTP/1.1");
		one.socket.pause();
		one.socket.write(`\r\n${"GET /data/index.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200)}`);
		return one;
	});
	try {
		const answers: Answer[] = [];
		for (let n = 0; n < rounds(5, 30); n++) {
			const archive = { body: packedSample("openvz7"), headers: asArchive };
			// On a machine with much else to do, a page may ask to come again.
			const seen = async (path: string) => {
				for (let tries = 0; ; tries++) {
					const answer = await send(path);
					if (answer.status !== 503 || tries === 5) return answer;
					await new Promise((done) => setTimeout(done, 1000));
				}
			};
			const asked = await Promise.all([send("/api/v1/reports", archive), seen("/cpu"), seen("/data/index.json")]);
			expect(asked.map(({ status }) => status).join()).toMatch(/^20[01],200,200$/);
			answers.push(...asked);
		}
		await note(`others beside ${senders.length} slow senders`, answers);
		for (const [n, { answer, status }] of senders.entries())
			expect(await answer, `sender ${n}`).toMatch(new RegExp(`^HTTP/1\\.1 ${status}`));
	} finally {
		for (const { socket } of [...senders, ...silent, ...deaf]) socket.destroy();
	}
});

/** Each line and the body as the client of abrt writes them, and the connection is closed by the server. */
test.each(["/faf/reports/new/", "/faf/reports/new"])("a crash report as libreport sends it, to %s", async (path) => {
	const { body, headers } = crashForm(asJson(core));
	const head = [
		...[`POST ${path} HTTP/1.1`, "User-Agent: ABRT/2.1.11", "Host: stats.example", "Accept: application/json"],
		...["Connection: close", `Content-Length: ${Buffer.byteLength(body)}`, "Expect: 100-continue"],
		...[`Content-Type: ${headers["content-type"]}`, `X-Forwarded-For: ${path.length}.8.8.8`, "", ""],
	].join("\r\n");
	const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
	socket.write(head);
	const answer = text(socket);
	await once(socket, "readable");
	socket.write(body);
	const [interim, final, json] = (await answer).split("\r\n\r\n");
	expect(interim).toBe("HTTP/1.1 100 Continue");
	expect(final).toMatch(/^HTTP\/1\.1 202 Accepted\r\n/);
	expect(final).not.toMatch(/^location:/im);
	const page = /"value":"http:\/\/stats\.example\/crashes\/([0-9a-f]{40})"/.exec(json ?? "")?.[1];
	expect((await send(`/faf/reports/bthash/${page}/`)).status).toBe(404);
	expect((await send("/faf/reports/attach/", { body: Buffer.from("{}") })).status).toBe(400);
	expect((await send(path)).status).toBe(405);
});

test.each(["h2c", "websocket", "x"])(
	"a client that would rather speak %s is answered all the same",
	async (protocol) => {
		// The first request that reaches Next itself would make Next take those that follow.
		expect((await send("/healthz")).status).toBe(200);
		for (const path of ["/healthz", "/cpu", "/robots.txt"]) {
			const headers = { connection: "Upgrade", upgrade: protocol };
			const sent = request({ host: "127.0.0.1", port: new URL(site.url).port, path, headers });
			sent.end();
			const [response] = await once(sent, "response");
			response.resume();
			expect([path, response.statusCode]).toEqual([path, 200]);
		}
	},
);

test("a form that breaks off costs nobody anything", async () => {
	for (let n = 0; n < rounds(20, 500); n++) {
		const { socket } = opened("POST /submit.php HTTP/1.1", `${part('name="file"; filename="a"')}x`);
		await pause(5);
		socket.destroy();
	}
	expect((await send("/healthz")).status).toBe(200);
});

describe("while the database", () => {
	const cached = ["/cpu", "/data/index.json", "/robots.txt"];
	/** Addresses that are not cached yet: nothing else asks for this day, so many days ago. */
	const computedOn = (daysAgo: number) =>
		[
			...[
				"/memory",
				"/ru/disks",
				"/statistics/memory-installed",
				"/data/memory-installed.json",
				"/fact/cpu-vendor.txt",
			],
			...["/data/cpu-vendor.csv", "/data/cpu-vendor.svg", "/slide/memory-installed", "/embed/cpu-vendor"],
		].map((path) => `${path}?date=${plusDays(yesterday, -daysAgo)}`);
	const form = (fields: string) => ({ body: Buffer.from(`${fields}\r\n--xx--\r\n`), headers: asForm });
	const report = { body: packedSample("openvz7"), headers: asArchive };
	const crash = crashForm(asJson(core));
	const doors: [path: string, Sending][] = [
		["/api/v1/reports", report],
		["/faf/reports/new/", { body: Buffer.from(crash.body), headers: crash.headers, from: "198.18.0.1" }],
		["/submit.php", form(`${part('name="uuid"')}${legacyUuid}\r\n${part('name="file"; filename="a"')}x`)],
		["/genuuid.php", form(`${part('name="magic_word"')}very-please`)],
		[
			"/my-host/kept",
			{ body: Buffer.from(`uuid=${legacyUuid}`), headers: { "content-type": "application/x-www-form-urlencoded" } },
		],
	];
	/** Asks all at once. Every answer that needs the database says when to come again. */
	async function expectAway(attack: string, daysAgo: number): Promise<void> {
		const asked = [...computedOn(daysAgo).map((path) => [path, {}] as const), ...doors];
		const sent = await Promise.all(asked.map(([path, sending]) => send(path, sending)));
		expect(Object.fromEntries(sent.map(({ status }, n) => [asked[n]?.[0], status]))).toEqual(
			Object.fromEntries(asked.map(([path]) => [path, 503])),
		);
		await note(attack, sent);
	}
	const expectCached = async () => {
		for (const path of cached) expect([path, (await send(path)).status]).toEqual([path, 200]);
	};
	let back = 1;
	const expectBack = async () => {
		await expect.poll(async () => (await send("/healthz")).status).toBe(200);
		await expect.poll(async () => (await send(`/memory?date=${plusDays(yesterday, -back++)}`)).status).toBe(200);
		await expect.poll(async () => (await send("/api/v1/reports", report)).status).toBe(200);
	};

	test("is stopped, what is cached is served, and all else asks to come again", async () => {
		expect([200, 201]).toContain((await send("/api/v1/reports", report)).status);
		await expectCached();
		proxy.cut();
		try {
			await expectCached();
			await expectAway("database stopped", 30);
			expect((await send("/healthz")).status).toBe(503);
			expect((await send("/metrics")).status).toBe(200);
			const response = await fetch(`${site.url}/data/swap.json?date=${plusDays(yesterday, -30)}`);
			expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
		} finally {
			proxy.pass();
		}
		await expectBack();
	});

	test("is silent, every request has an answer in time, and the site comes back by itself", async () => {
		await expectCached();
		proxy.silence();
		try {
			expect((await send("/healthz")).status).toBe(503);
			await expectCached();
			await expectAway("database silent", 31);
		} finally {
			proxy.pass();
		}
		await expectBack();
	});

	test("has a locked table, whoever needs it waits, and nobody else", async () => {
		await expectCached();
		const admin = await database().pool.connect();
		try {
			await admin.query("begin; lock table daily_row in access exclusive mode");
			const waiting = [
				send(`/memory?date=${plusDays(yesterday, -33)}`),
				send(`/data/swap.csv?date=${plusDays(yesterday, -33)}`),
			];
			expect((await send("/healthz")).status).toBe(200);
			await expectCached();
			expect([200, 201]).toContain((await send("/api/v1/reports", report)).status);
			await admin.query("rollback");
			expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
		} finally {
			admin.release(true);
		}
	});

	/** Only new connections have a setting: all are opened again. */
	async function set(setting: "default_transaction_read_only" | "lock_timeout", value: string): Promise<void> {
		await database().pool.query(
			`do $$ begin execute format('alter database %I set ${setting} = ''${value}''', current_database()); end $$`,
		);
		proxy.cut();
		proxy.pass();
	}
	const forRouter = { headers: { rsc: "1" } };

	test("has a table locked for longer than a query may take, whoever needs it is to come again", async () => {
		await set("lock_timeout", "500ms");
		const admin = await database().pool.connect();
		try {
			await expect.poll(async () => (await send("/healthz")).status).toBe(200);
			await admin.query("begin; lock table daily_row in access exclusive mode");
			const paths = computedOn(34);
			const sent = await Promise.all([
				...paths.map((path) => send(path)),
				...paths.slice(0, 3).map((path) => send(path, forRouter)),
			]);
			expect(await note("table locked for too long", sent)).toEqual({ 503: sent.length });
			await admin.query("rollback");
			// Nothing of that is kept.
			for (const path of paths) expect([path, (await send(path)).status]).toEqual([path, 200]);
			expect((await send(paths[0] ?? "", forRouter)).status).toBe(200);
		} finally {
			admin.release(true);
			await set("lock_timeout", "0");
		}
		await expectBack();
	});

	test("holds what this program cannot read, that is 500, until it is mended", async () => {
		const day = plusDays(yesterday, -35);
		const addTotal = (more: string) =>
			database().pool.query("update daily_row set total = total + $1 where statistic = 'swap' and day = $2", [
				more,
				day,
			]);
		const asked = [`/memory?date=${day}`, `/data/swap.json?date=${day}`];
		const statuses = async () => {
			const sent = [...asked.map((path) => send(path)), send(asked[0] ?? "", forRouter)];
			return (await Promise.all(sent)).map(({ status }) => status);
		};
		await addTotal("9007199254740993");
		expect(await statuses()).toEqual([500, 500, 500]);
		await addTotal("-9007199254740993");
		expect(await statuses()).toEqual([200, 200, 200]);
	});

	test("takes no writes, everything is read, and reports are sent again later", async () => {
		await set("default_transaction_read_only", "on");
		try {
			await expect.poll(async () => (await send("/healthz")).status).toBe(200);
			const stored = await Promise.all([report, report].map((one) => send("/api/v1/reports", one)));
			expect(await note("database read-only, reports", stored)).toEqual({ 503: 2 });
			const read = await Promise.all(computedOn(32).map((path) => send(path)));
			expect(await note("database read-only, reading", read)).toEqual({ 200: read.length });
		} finally {
			await database().pool.query("set default_transaction_read_only = off");
			await set("default_transaction_read_only", "off");
		}
		await expectBack();
	});
});

test("nothing was thrown that nobody caught, and the server ends in order though its database is silent", async () => {
	expect(site.output()).not.toMatch(/uncaught|unhandled/i);
	proxy.silence();
	const ended = once(site.process, "exit");
	void Promise.allSettled(["/ru/memory", "/ru/network"].map((path) => send(path)));
	await pause(100);
	const begun = performance.now();
	site.process.kill("SIGTERM");
	await ended;
	if (process.env.TEST_LONG) console.log(`ended ${Math.round(performance.now() - begun)} ms after SIGTERM`);
	expect(performance.now() - begun).toBeLessThan(60_000);
});
