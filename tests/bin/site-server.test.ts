import { once } from "node:events";
import { type IncomingHttpHeaders, request, type Server } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, test, vi } from "vitest";
import { drain, listen, type RequestHandler, siteServer } from "#bin/server/site-server";
import { readEnv } from "#lib/env";
import { OperatorError } from "#lib/operator-error";

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) server.close().closeAllConnections();
});

async function start(handler: RequestHandler, trusted = ""): Promise<{ server: Server; url: string }> {
	const env = readEnv({ PORT: "0", TRUSTED_PROXIES: trusted, PUBLIC_URL: "https://stats.example.org" });
	const server = siteServer(env.TRUSTED_PROXIES, () => handler);
	servers.push(server);
	return { server, url: await listen(server, env) };
}

const echo: RequestHandler = (message, response) => response.end(JSON.stringify(message.headers));

async function headersSeen(url: string, headers: Record<string, string>): Promise<IncomingHttpHeaders> {
	const sent = request(url.replace("localhost", "127.0.0.1"), { headers }).end();
	const [response] = await once(sent, "response");
	let body = "";
	for await (const chunk of response) body += chunk;
	return JSON.parse(body);
}

describe("the sender's address", () => {
	const forged = {
		"X-Sender-Address": "6.6.6.6",
		"X-Forwarded-For": "203.0.113.9",
		"X-Forwarded-Host": "evil.example",
		"X-Forwarded-Proto": "https",
		"X-Real-IP": "6.6.6.6",
		Forwarded: "for=6.6.6.6",
	};

	test("is the connection's; what strangers forward is dropped", async () => {
		const { url } = await start(echo);
		const seen = await headersSeen(url, forged);
		expect(seen["x-sender-address"]).toBe("127.0.0.1");
		expect(Object.keys(seen).sort()).toEqual(["connection", "host", "x-sender-address"]);
	});

	test("is the forwarded one behind a trusted proxy", async () => {
		const { url } = await start(echo, "127.0.0.1");
		const seen = await headersSeen(url, forged);
		expect(seen["x-sender-address"]).toBe("203.0.113.9");
		expect(seen["x-forwarded-for"]).toBeUndefined();
		// PUBLIC_URL says what proxies could say.
		expect(seen["x-forwarded-proto"]).toBeUndefined();
	});
});

/** The answer to a request whose target no library would send. */
async function answerTo(url: string, target: string): Promise<string> {
	const socket = connect(Number(new URL(url).port), "127.0.0.1");
	socket.end(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
	return text(socket);
}

test.each(["/data/%ff.json", "/%zz", "*", "http://[", "http://localhost:99999/x", "//["])(
	"an address that cannot be read (%s) is the request's mistake",
	async (target) => {
		const { url } = await start(echo);
		const answer = await answerTo(url, target);
		expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request\r\n/);
		expect(answer).toContain("content-type: application/problem+json");
		expect(answer).toContain("The address cannot be read");
	},
);

test.each(["http://other.example/cpu?product=legacy", "HTTP://other.example:80/cpu?product=legacy"])(
	"a whole address (%s) is read as a path, and names the host",
	async (target) => {
		const { url } = await start((message, response) => response.end(`${message.url} ${message.headers.host}`));
		expect(await answerTo(url, target)).toMatch(
			/^HTTP\/1.1 200 OK\r\n[\s\S]*\r\n\r\n.*\/cpu\?product=legacy other.example/,
		);
	},
);

test("a request that would rather speak another protocol is answered in this one", async () => {
	const { url } = await start((_, response) => response.end("answered"));
	const socket = connect(Number(new URL(url).port), "127.0.0.1");
	socket.end(
		"GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: x\r\n\r\n",
	);
	expect(await text(socket)).toMatch(/^HTTP\/1.1 200 OK\r\n[\s\S]*answered/);
});

/** Each line as the client of abrt writes it: it follows no redirect, and waits for `100 Continue`. */
test.each(["new", "new/", "attach/"])(
	"a crash report sent to /faf/reports/%s is passed on, without a slash",
	async (path) => {
		const { url } = await start(async (message, response) => {
			let body = "";
			for await (const chunk of message) body += chunk;
			response.writeHead(202).end(`${message.method} ${message.url} ${body}`);
		});
		const socket = connect(Number(new URL(url).port), "127.0.0.1");
		const answer = text(socket);
		const head = ["User-Agent: ABRT/2.1.11", "Host: stats.example", "Accept: application/json", "Connection: close"];
		socket.write(
			[`POST /faf/reports/${path} HTTP/1.1`, ...head, "Content-Length: 2", "Expect: 100-continue", "", ""].join("\r\n"),
		);
		await once(socket, "readable");
		socket.write("{}");
		const [interim, final = "", body] = (await answer).split("\r\n\r\n");
		expect(interim).toBe("HTTP/1.1 100 Continue");
		expect(final).toMatch(/^HTTP\/1\.1 202 /);
		expect(body).toContain(`POST /faf/reports/${path.replace("/", "")} {}`);
	},
);

test("every answer must be taken for what it says it is, and names the site to nobody", async () => {
	const { url } = await start(echo);
	const { headers } = await fetch(url);
	expect([headers.get("x-content-type-options"), headers.get("referrer-policy")]).toEqual(["nosniff", "same-origin"]);
});

describe("methods", () => {
	test.each(["POST", "PUT", "PATCH", "DELETE", "PROPFIND"])("%s is refused where one can only read", async (method) => {
		const { url } = await start(echo);
		for (const path of ["/", "/cpu?product=legacy", "/data/cpu-vendor.json"]) {
			const response = await fetch(url + path, { method });
			expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
			expect(await response.json()).toMatchObject({ status: 405, title: "Wrong method" });
		}
	});

	test("OPTIONS says what can be asked of the server and of pages", async () => {
		const { url } = await start(echo);
		for (const path of ["/", "/cpu", "/ru/statistics/cpu-model"]) {
			const response = await fetch(url + path, { method: "OPTIONS" });
			expect([response.status, response.headers.get("allow")]).toEqual([204, "GET, HEAD, OPTIONS"]);
		}
		const socket = connect(Number(new URL(url).port), "127.0.0.1");
		socket.end("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
		expect(await text(socket)).toMatch(/^HTTP\/1.1 204 No Content\r\n[\s\S]*allow: GET, HEAD, OPTIONS\r\n/);
	});

	test("reading is answered, and the doors answer for themselves", async () => {
		const { url } = await start(echo);
		const doors = ["/submit.php", "/genuuid.php", "/api/v1/reports"];
		const asked = [
			["GET", "/"],
			["HEAD", "/"],
			["OPTIONS", "/data/cpu-vendor.json"],
			...doors.map((path) => ["POST", path]),
		];
		for (const [method = "", path] of asked) {
			expect((await fetch(`${url}${path}`, { method })).status, `${method} ${path}`).toBe(200);
		}
	});
});

describe("a connection on which nothing moves", () => {
	const moment = 200;

	test.each([
		["whose client reads nothing", "GET / HTTP/1.1\r\nHost: a\r\n\r\n"],
		["whose client sends no request", ""],
		["whose client does not end its request", "GET / HTTP/1.1\r\nHost: a\r\n"],
	])("%s is ended", async (_, sent) => {
		const { server, url } = await start((_, response) => response.end(Buffer.alloc(50_000_000)));
		server.timeout = moment;
		const connected = once(server, "connection");
		const client = connect(Number(new URL(url).port), "127.0.0.1").on("error", () => {});
		client.pause().write(sent);
		const [socket] = await connected;
		await once(socket, "close");
		client.destroy();
	});

	test("stays while its answer is computed", async () => {
		const { server, url } = await start((_, response) => setTimeout(() => response.end("late"), 5 * moment));
		server.timeout = moment;
		expect(await (await fetch(url)).text()).toBe("late");
	});
});

describe("the server", () => {
	test("lets requests finish and accepts no more", async () => {
		let release = () => {};
		const released = new Promise<void>((done) => {
			release = done;
		});
		const { server, url } = await start(async (_, response) => {
			await released;
			response.end("done");
		});
		const arrived = once(server, "request");
		const cut = vi.spyOn(server, "closeAllConnections");
		const underWay = fetch(url).then((response) => response.text());
		await arrived;
		const drained = drain(server);
		await expect(fetch(url)).rejects.toThrow();
		release();
		expect(await underWay).toBe("done");
		await drained;
		expect(cut).not.toHaveBeenCalled();
	});

	test("says in one line why it cannot listen", async () => {
		const { server } = await start(echo);
		const address = server.address();
		const port = typeof address === "object" ? address?.port : 0;
		const other = siteServer([], () => echo);
		await expect(listen(other, readEnv({ PORT: String(port) }))).rejects.toThrow(
			new OperatorError(`port ${port} is in use on 127.0.0.1: stop what uses it, or set PORT to another one`),
		);
		await expect(
			listen(
				siteServer([], () => echo),
				readEnv({ PORT: "0", HOST: "192.0.2.1" }),
			),
		).rejects.toThrow("HOST 192.0.2.1 is no address of this machine");
	});
});
