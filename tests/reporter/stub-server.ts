/** Servers on the loopback that answer what a test says and remember what they were asked, and a proxy. */
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, type Server } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { run } from "./run-reporter";

interface Received {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

export interface Stub {
	url: string;
	received: Received[];
	/** What it says from now on. */
	answer: { status: number; headers?: Record<string, string>; body?: string };
	stop(): Promise<void>;
}

interface Certificate {
	cert: string;
	key: string;
	path: string;
}

/** With a certificate: by HTTPS. */
export async function startStub(certificate?: Certificate): Promise<Stub> {
	const stub: Omit<Stub, "url" | "stop"> = { received: [], answer: { status: 201 } };
	const listener: RequestListener = async (message, response) => {
		const { method = "", url = "", headers } = message;
		stub.received.push({ method, url, headers, body: await buffer(message) });
		const { status, headers: sent, body = '{"status":"accepted"}' } = stub.answer;
		response.writeHead(status, { Connection: "close", ...sent }).end(body);
	};
	const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
	return listening(server, certificate ? "https" : "http", stub);
}

/** Passes requests on, and opens tunnels. */
export async function startProxy(): Promise<Stub> {
	const stub: Omit<Stub, "url" | "stop"> = { received: [], answer: { status: 200 } };
	const server = createServer(async (message, response) => {
		const { method = "", url = "", headers } = message;
		const body = await buffer(message);
		stub.received.push({ method, url, headers, body });
		const passed = request(url, { method, headers: { ...headers, connection: "close" } }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		passed.end(body);
	});
	server.on("connect", ({ method = "", url = "", headers }, socket) => {
		stub.received.push({ method, url, headers, body: Buffer.alloc(0) });
		const [host, port] = url.split(":");
		const tunnel = connect(Number(port), host, () => {
			socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
			tunnel.pipe(socket).pipe(tunnel);
		});
		for (const end of [socket, tunnel]) end.on("error", () => [socket, tunnel].map((one) => one.destroy()));
	});
	return listening(server, "http", stub);
}

async function listening(server: Server, scheme: string, stub: Omit<Stub, "url" | "stop">): Promise<Stub> {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const stop = async () => {
		server.close();
		await once(server, "close");
	};
	return Object.assign(stub, { url: `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`, stop });
}

export const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

/** For 127.0.0.1, made in the folder. */
export async function selfSigned(folder: string): Promise<Certificate> {
	const [key, path] = [join(folder, "key.pem"), join(folder, "cert.pem")];
	const names = [
		"-subj",
		"/CN=127.0.0.1",
		"-addext",
		"subjectAltName=IP:127.0.0.1",
		"-addext",
		"keyUsage=digitalSignature,keyCertSign",
	];
	await run(
		"openssl",
		"req",
		"-x509",
		"-newkey",
		"rsa:2048",
		"-nodes",
		"-days",
		"3650",
		...names,
		"-keyout",
		key,
		"-out",
		path,
	);
	return { cert: await readFile(path, "utf8"), key: await readFile(key, "utf8"), path };
}
