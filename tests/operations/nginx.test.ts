/**
 * The shipped nginx configuration in front of the built site: only names, addresses and files are changed for the test.
 * Without nginx and openssl (`apt-get install nginx openssl`) it is skipped.
 */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request as httpRequest, type IncomingHttpHeaders, type Server } from "node:http";
import { request } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connect, type SecureVersion } from "node:tls";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Site, startSite } from "../site";
import { ended, type Started, start } from "../started";

const isInstalled = (program: string, option: string) => spawnSync(program, [option]).status === 0;
const missing = [
	...(isInstalled("nginx", "-v") ? [] : ["nginx"]),
	...(isInstalled("openssl", "version") ? [] : ["openssl"]),
];
const reason = missing.length > 0 ? ` (skipped: ${missing.join(" and ")} not installed)` : "";

describe.skipIf(missing.length > 0)(`nginx in front of the site${reason}`, () => {
	let folder: string;
	let site: Site;
	let upstream: Upstream;
	let nginx: Started;
	const ports = { http: 0, https: 0, legacy: 0 };

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "nginx-"));
		site = await startSite({ env: { TRUSTED_PROXIES: "127.0.0.1/32", PUBLIC_URL: "https://stats.example.org" } });
		upstream = await recordingUpstream(site.url);
		for (const name of ["http", "https", "legacy"] as const) ports[name] = await freePort();
		await writeConfiguration(folder, ports, upstream.port);
		nginx = start(["nginx", "-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"]);
		let said = "";
		nginx.stderr.on("data", (chunk) => {
			said += chunk;
		});
		while (!(await fetched("/healthz").catch(() => null))) {
			if (nginx.exitCode !== null) throw new Error(`nginx ended: ${said}`);
			await pause(50);
		}
	});
	afterAll(async () => {
		nginx?.kill("SIGTERM");
		if (nginx) await ended(nginx);
		upstream?.server.close();
		await site?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	interface Asked {
		method?: string;
		headers?: Record<string, string>;
		body?: string | Buffer;
		port?: number;
	}

	function fetched(path: string, { method = "GET", headers = {}, body, port = ports.https }: Asked = {}) {
		return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((done, failed) => {
			const asked = request(
				{ host: "127.0.0.1", port, path, method, headers, servername: "stats.example.org", rejectUnauthorized: false },
				(response) => {
					const chunks: Buffer[] = [];
					response.on("data", (chunk) => chunks.push(chunk));
					response.on("error", failed);
					response.on("end", () =>
						done({
							status: response.statusCode ?? 0,
							headers: response.headers,
							body: Buffer.concat(chunks).toString("latin1"),
						}),
					);
				},
			);
			asked.on("error", failed);
			asked.end(body);
		});
	}

	const cacheOf = async (path: string, asked?: Asked) => (await fetched(path, asked)).headers["x-cache"];

	test("plain HTTP leads to HTTPS, which says that it stays", async () => {
		const plain = await fetch(`http://127.0.0.1:${ports.http}/cpu?date=2026-01-01`, { redirect: "manual" });
		expect([plain.status, plain.headers.get("location")]).toEqual([
			308,
			"https://stats.example.org/cpu?date=2026-01-01",
		]);
		const { status, headers } = await fetched("/cpu");
		expect(status).toBe(200);
		expect(headers["strict-transport-security"]).toBe("max-age=63072000");
		// Those of the site pass.
		expect(headers["content-security-policy"]).toContain("script-src");
		expect(headers["x-content-type-options"]).toBe("nosniff");
	});

	test("keeps what the site says may be kept, each form for itself", async () => {
		const [asset = ""] = /\/_next\/static\/[^"]+\.js/.exec((await fetched("/cpu")).body) ?? [];
		for (const path of ["/memory", "/data/index.json", asset]) {
			expect([path, await cacheOf(path)]).toEqual([path, "MISS"]);
			const before = upstream.requests.length;
			expect([path, await cacheOf(path)]).toEqual([path, "HIT"]);
			expect(upstream.requests.length).toBe(before);
		}
		const packed = await fetched("/memory", { headers: { "accept-encoding": "br" } });
		expect([packed.headers["x-cache"], packed.headers["content-encoding"]]).toEqual(["MISS", "br"]);
		const component = await fetched("/memory", { headers: { rsc: "1" } });
		expect([component.headers["x-cache"], component.headers["content-type"]]).toEqual(["MISS", "text/x-component"]);
		expect((await fetched("/memory")).headers["content-type"]).toContain("text/html");
		// Nothing of one host, and nothing that must be known at once.
		const host = { headers: { "content-type": "application/x-www-form-urlencoded" }, body: `uuid=${randomUUID()}` };
		for (let n = 0; n < 2; n++) {
			expect(await cacheOf("/healthz")).not.toBe("HIT");
			expect(await cacheOf("/my-host/kept", { method: "POST", ...host })).toBeUndefined();
		}
	});

	test("asks the site again when an answer is stale, and need not get it again", async () => {
		upstream.maxAge = 1;
		const { body } = await fetched("/disks");
		const states: unknown[] = [];
		await expect.poll(async () => states[states.push(await cacheOf("/disks")) - 1]).toBe("REVALIDATED");
		expect(states).not.toContain("STALE");
		expect(upstream.requests.at(-1)?.headers["if-none-match"]).toBeDefined();
		expect(upstream.requests.at(-1)?.status).toBe(304);
		expect((await fetched("/disks")).body).toBe(body);
	});

	test("forwards the client's own address and nothing that a client claims", async () => {
		const claims = {
			"X-Forwarded-For": "203.0.113.7",
			"X-Real-IP": "203.0.113.7",
			Forwarded: "for=203.0.113.7",
			"X-Forwarded-Host": "evil.example.org",
			"X-Forwarded-Proto": "http",
			Host: "evil.example.org",
		};
		expect((await fetched("/cpu?from=2020-01-01", { headers: claims })).status).toBe(200);
		const { headers = {} } = upstream.requests.at(-1) ?? {};
		expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
		expect(headers.host).toBe("stats.example.org");
		for (const name of ["x-real-ip", "forwarded", "x-forwarded-host", "x-forwarded-proto"])
			expect(headers[name], name).toBeUndefined();
		expect(JSON.stringify(headers)).not.toMatch(/203\.0\.113|evil/);
	});

	test("refuses the figures for monitoring, however they are spelt", async () => {
		const before = upstream.requests.length;
		for (const path of [
			"/metrics",
			"/metrics/",
			"/metrics?x",
			"//metrics",
			"/%6detrics",
			"/./metrics",
			"/ru/../metrics",
		])
			expect((await fetched(path)).status, path).toBe(403);
		expect(upstream.requests.length).toBe(before);
		// What nginx does not take for it, the site must not either.
		for (const path of ["/ru/..\\metrics", "/\\metrics", "/METRICS", "/metrics;", "/ru/metrics", "/.%5cmetrics"])
			expect((await fetched(path)).body, path).not.toContain("openvz_statistics_");
	});

	test("passes reports on while they arrive, within limits", async () => {
		const identifier = await fetched("/genuuid.php", {
			method: "POST",
			headers: { "content-type": "application/x-www-form-urlencoded" },
			body: "magic_word=please",
		});
		expect(identifier.status).toBe(403);
		expect(identifier.headers["x-cache"]).toBeUndefined();
		const large = (path: string, bytes: number) => fetched(path, { method: "POST", body: Buffer.alloc(bytes) });
		// The site's own limit says more.
		const site = await large("/api/v1/reports", 3 * 1024 * 1024);
		expect(site.status).toBe(413);
		const before = upstream.requests.length;
		for (const [path, type] of [
			["/api/v1/reports", "application/problem+json"],
			["/faf/reports/new/", "application/problem+json"],
			["/submit.php", "text/plain"],
			["/my-host/kept", "text/html"],
		] as const) {
			const { status, headers } = await large(path, 5 * 1024 * 1024);
			expect([path, status, headers["content-type"]]).toEqual([path, 413, type]);
		}
		expect(upstream.requests.length).toBe(before);
	});

	test("lets one client have so many requests under way and no more", async () => {
		// The configuration of this test allows five.
		const waiting = Array.from({ length: 5 }, () => {
			const asked = request({
				...{ host: "127.0.0.1", port: ports.https, path: "/api/v1/reports", method: "POST" },
				...{ rejectUnauthorized: false, headers: { "content-length": "1000" } },
			});
			asked.on("error", () => {});
			asked.write("half");
			return asked;
		});
		try {
			await expect.poll(() => fetched("/api/v1/reports", { method: "POST" }).then(({ status }) => status)).toBe(429);
		} finally {
			for (const asked of waiting) asked.destroy();
		}
		await expect.poll(() => fetched("/healthz").then(({ status }) => status)).toBe(200);
	});

	test("old clients have a server of their own, for reports alone", async () => {
		expect(await handshake(ports.legacy, "TLSv1")).toBe("TLSv1");
		expect(await handshake(ports.legacy, "TLSv1.2")).toBe("TLSv1.2");
		expect(await handshake(ports.https, "TLSv1")).toBe("refused");
		expect(await handshake(ports.https, "TLSv1.1")).toBe("refused");
		expect(await handshake(ports.https, "TLSv1.3")).toBe("TLSv1.3");
		const asked = { port: ports.legacy, method: "POST", headers: { "x-forwarded-for": "203.0.113.7" } };
		expect((await fetched("/genuuid.php", asked)).status).toBe(403);
		expect(upstream.requests.at(-1)?.headers["x-forwarded-for"]).toBe("127.0.0.1");
		const page = await fetched("/cpu", { port: ports.legacy });
		expect([page.status, page.headers.location]).toEqual([301, "https://stats.example.org/cpu"]);
		expect((await fetched("/metrics", { port: ports.legacy })).status).toBe(301);
	});

	test.each(["down", "failing"] as const)(
		"serves while the site is %s, and is not stale a moment longer",
		async (state) => {
			const path = `/network?from=${state === "down" ? "2020" : "2021"}-01-01`;
			upstream.maxAge = 1;
			const { body } = await fetched(path);
			upstream.state = state;
			await expect.poll(() => cacheOf(path)).toBe("STALE");
			const stale = await fetched(path);
			expect([stale.status, stale.body]).toEqual([200, body]);
			upstream.state = "up";
			expect(await cacheOf(path)).toBe("REVALIDATED");
		},
	);

	test("says that the site is down where it has no answer", async () => {
		upstream.state = "down";
		for (const [path, method, type] of [
			["/software", "GET", "text/plain"],
			["/submit.php", "POST", "text/plain"],
			["/api/v1/reports", "POST", "application/problem+json"],
		] as const) {
			const { status, headers } = await fetched(path, { method });
			expect([path, status, headers["retry-after"], headers["content-type"]]).toEqual([path, 503, "60", type]);
			expect(headers["strict-transport-security"]).toBeDefined();
		}
		upstream.state = "up";
		expect((await fetched("/software")).status).toBe(200);
	});

	test("no log names a client", async () => {
		const logs = (await readdir(folder)).filter((name) => name.endsWith(".log"));
		const text = (await Promise.all(logs.map((name) => readFile(join(folder, name), "utf8")))).join("");
		expect(text).toContain("GET /memory 200");
		expect(text).not.toMatch(/127\.0\.0\.1|from=2020/);
	});
});

/** The version that both sides agree on when the client knows only this one. */
function handshake(port: number, version: SecureVersion): Promise<string> {
	return new Promise((done) => {
		const socket = connect({
			...{ host: "127.0.0.1", port, servername: "stats.example.org", rejectUnauthorized: false },
			...{ minVersion: version, maxVersion: version, ciphers: "DEFAULT:@SECLEVEL=0" },
		});
		socket.once("secureConnect", () => {
			done(socket.getProtocol() ?? "");
			socket.destroy();
		});
		socket.once("error", () => done("refused"));
	});
}

async function freePort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	await new Promise((done) => server.close(done));
	return port;
}

interface Upstream {
	server: Server;
	port: number;
	/** Answers of pages are fresh for so many seconds instead of what the site says. */
	maxAge: number | null;
	state: "up" | "down" | "failing";
	requests: { url: string; headers: IncomingHttpHeaders; status: number }[];
}

/** Passes requests on to the site as they are, and keeps what nginx asked. */
async function recordingUpstream(siteUrl: string): Promise<Upstream> {
	const server = createServer((incoming, outgoing) => {
		const seen = { url: incoming.url ?? "", headers: incoming.headers, status: 0 };
		upstream.requests.push(seen);
		if (upstream.state === "down") return outgoing.destroy();
		if (upstream.state === "failing") return outgoing.writeHead(500).end();
		const { hostname, port } = new URL(siteUrl);
		const passed = httpRequest(
			{ hostname, port, path: incoming.url, method: incoming.method, headers: incoming.headers },
			(response) => {
				seen.status = response.statusCode ?? 0;
				const control = response.headers["cache-control"];
				const { maxAge } = upstream;
				const shorter = maxAge === null ? control : control?.replace("max-age=60", `max-age=${maxAge}`);
				outgoing.writeHead(seen.status, { ...response.headers, ...(shorter && { "cache-control": shorter }) });
				response.pipe(outgoing);
			},
		);
		passed.on("error", () => outgoing.destroy());
		incoming.pipe(passed);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	const upstream: Upstream = { server, port, maxAge: null, state: "up", requests: [] };
	return upstream;
}

async function writeConfiguration(
	folder: string,
	ports: Record<"http" | "https" | "legacy", number>,
	upstreamPort: number,
): Promise<void> {
	const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
	spawnSync("openssl", [
		...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=stats.example.org"],
		...["-keyout", key, "-out", certificate],
	]);
	const changes: [from: string | RegExp, to: string][] = [
		[/server 127\.0\.0\.1:3000/, `server 127.0.0.1:${upstreamPort}`],
		["/var/cache/nginx/openvz-statistics", join(folder, "cache")],
		[/\/etc\/letsencrypt\/live\/\S+\/fullchain\.pem/, certificate],
		[/\/etc\/letsencrypt\/live\/\S+\/privkey\.pem/, key],
		["/var/log/nginx/", `${folder}/`],
		["listen 80;", `listen 127.0.0.1:${ports.http};`],
		["listen 443 ssl http2;", `listen 127.0.0.1:${ports.https} ssl http2;`],
		["listen 192.0.2.2:443 ssl;", `listen 127.0.0.1:${ports.legacy} ssl;`],
		// Where there is no IPv6.
		["listen [::]:80;", ""],
		["listen [::]:443 ssl http2;", ""],
		["limit_conn openvz_statistics_clients 100;", "limit_conn openvz_statistics_clients 5;"],
	];
	const shipped = ["nginx.conf", "nginx-legacy.conf"];
	let text = (await Promise.all(shipped.map((name) => readFile(`bin/deploy/${name}`, "utf8")))).join("\n");
	for (const [from, to] of changes) {
		expect(text).toMatch(from);
		text = text.replaceAll(typeof from === "string" ? from : new RegExp(from, "g"), to);
	}
	await mkdir(join(folder, "temporary"));
	await writeFile(join(folder, "site.conf"), text);
	const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
		(name) => `${name}_temp_path ${join(folder, "temporary", name)};`,
	);
	await writeFile(
		join(folder, "nginx.conf"),
		`daemon off; pid ${folder}/nginx.pid; worker_processes 1; error_log stderr crit;
		${process.getuid?.() === 0 ? "user root;" : ""}
		events { worker_connections 512; }
		http { ${places.join(" ")} include site.conf; }`,
	);
}
