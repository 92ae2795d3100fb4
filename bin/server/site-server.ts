/** The HTTP server around Next: says who sent each request, and ends in order. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Env } from "#lib/env";
import { openToAll } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { bodyMillisecondsMax } from "#lib/http/request-body";
import { log } from "#lib/log";
import { OperatorError } from "#lib/operator-error";
import { Problem } from "#lib/problem";
import { isUndeclaredProxy, senderAddress, senderHeader } from "#lib/sender-address";
import { allowedInstead, reading } from "./allowed-methods";
import { measure } from "./measured";
import { destinationOf } from "./routes";
import { ofEveryAnswer } from "./security";
import { endSlowReaders } from "./slow-readers";

/** How long requests under way may take when the server stops. */
export const drainMillisecondsMax = 10_000;

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<unknown> | unknown;

/** Answers from memory, before anything else is done with a request; `false` where it does not. */
export type AnswerFromCache = (request: IncomingMessage, response: ServerResponse) => boolean;

export function siteServer(
	trusted: Env["TRUSTED_PROXIES"],
	handler: () => RequestHandler,
	answerFromCache: () => AnswerFromCache = () => () => false,
	onUndeclaredProxy: () => void = () => {},
): Server {
	const server = createServer(
		{
			headersTimeout: 20_000,
			// Longer than bodies have that somebody reads: those get an answer.
			requestTimeout: 2 * bodyMillisecondsMax,
			// Longer than proxies keep theirs, so that none sends into a closing connection.
			keepAliveTimeout: 75_000,
			connectionsCheckingInterval: 5_000,
		},
		(request, response) => {
			if (!request.url?.startsWith("/")) readWholeAddress(request);
			// abrt writes its addresses with a slash at the end, and follows no redirect.
			if (request.url?.startsWith("/faf/")) request.url = request.url.replace(/\/(?=\?|$)/, "");
			if (answerFromCache()(request, response)) return;
			answering.add(request.socket);
			response.once("close", () => answering.delete(request.socket));
			measure(request, response);
			for (const [name, value] of Object.entries(ofEveryAnswer)) response.setHeader(name, value);
			markSender(request, trusted, onUndeclaredProxy);
			response.once("finish", () => closeUnread(request));
			const path = pathOf(request.url ?? "");
			const allowed = allowedInstead(request.method ?? "", path ?? "");
			if (isOption(request)) response.writeHead(204, { allow: reading.join(", ") }).end();
			else if (path === null) refuse(response, unreadable);
			else if (allowed !== null) refuse(response, wrongMethod, { allow: allowed });
			else handler()(request, response);
		},
	);
	server.maxConnections = connectionsMax;
	server.setTimeout(silentMillisecondsMax, endSilent);
	endSlowReaders(server);
	return server;
}

/** Each costs some memory; the system allows more files to be open than this. */
const connectionsMax = 4000;
/** How long nothing may pass a connection while a client should send or read. */
const silentMillisecondsMax = 40_000;

/** Connections whose request is being answered. */
const answering = new WeakSet<Socket>();

/** Ends a connection whose client sends or reads nothing. One that waits for its answer stays. */
function endSilent(socket: Socket): void {
	const isWaiting = answering.has(socket) && socket.writableLength === 0;
	if (isWaiting) socket.setTimeout(silentMillisecondsMax);
	else socket.destroy();
}

/** Turns a target in absolute form into path and host; that host takes precedence over the header (RFC 9112, 3.2.2). */
function readWholeAddress(request: IncomingMessage): void {
	const { url = "" } = request;
	if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return;
	const { host, pathname, search } = new URL(url);
	request.url = pathname + search;
	request.headers.host = host;
}

/** The path in the request's target; `null` when none can be read from it: the site would fail over that. */
function pathOf(target: string): string | null {
	try {
		const { pathname } = new URL(target, "http://localhost");
		return target.startsWith("/") ? decodeURIComponent(pathname) || null : null;
	} catch {
		return null;
	}
}

/** Whether it asks for the methods of the server or of a page. Route handlers answer OPTIONS themselves. */
function isOption({ method, url = "" }: IncomingMessage): boolean {
	return method === "OPTIONS" && (url === "*" || destinationOf(url).route.isPage === true);
}

const unreadable = new Problem(
	400,
	"Bad address",
	"The address cannot be read: write a path, and each % with the two digits of a byte of UTF-8.",
);
const wrongMethod = new Problem(405, "Wrong method", "This address is only read: ask with GET.");

function refuse(response: ServerResponse, problem: Problem, headers: Record<string, string> = {}): void {
	response.writeHead(problem.status, { ...openToAll, "content-type": mediaTypes.problem, ...headers });
	response.end(JSON.stringify(problem));
}

/**
 * A request that was answered before its end, like one that is too large, is not read any further. Its sender gets time to
 * see the answer: closing at once would take it away.
 */
function closeUnread(request: IncomingMessage): void {
	if (!request.complete) setTimeout(() => request.socket.destroy(), 10_000).unref();
}

/** Drops everything else that proxies forward: PUBLIC_URL takes its place. */
function markSender(
	{ headers, socket }: IncomingMessage,
	trusted: Env["TRUSTED_PROXIES"],
	onUndeclaredProxy: () => void,
): void {
	const forwarded = headers["x-forwarded-for"];
	const sender = senderAddress(socket.remoteAddress, Array.isArray(forwarded) ? forwarded.join() : forwarded, trusted);
	for (const name of Object.keys(headers))
		if (/^(?:forwarded|x-forwarded-.*|x-real-ip)$/.test(name) || name === senderHeader) delete headers[name];
	if (sender !== null) headers[senderHeader] = sender;
	if (forwarded !== undefined && !isWarned && isUndeclaredProxy(socket.remoteAddress, trusted)) {
		isWarned = true;
		log.warn(
			"a proxy that TRUSTED_PROXIES does not name passes requests on: all hosts behind it share one rate limit and have no country",
		);
		onUndeclaredProxy();
	}
}

let isWarned = false;

/** Listens, and returns the address as a person can open it. */
export async function listen(server: Server, { HOST, PORT }: Pick<Env, "HOST" | "PORT">): Promise<string> {
	await new Promise<void>((done, failed) => {
		server.once("error", (error: NodeJS.ErrnoException) => failed(new OperatorError(reason(error, HOST, PORT))));
		server.listen(PORT, HOST, done);
	});
	const { port } = server.address() as AddressInfo;
	const anywhere = ["0.0.0.0", "::", "127.0.0.1", "::1"].includes(HOST);
	return `http://${anywhere ? "localhost" : HOST.includes(":") ? `[${HOST}]` : HOST}:${port}`;
}

function reason(error: NodeJS.ErrnoException, host: string, port: number): string {
	if (error.code === "EADDRINUSE")
		return `port ${port} is in use on ${host}: stop what uses it, or set PORT to another one`;
	if (error.code === "EACCES") return `port ${port} is not allowed for this user: set PORT to one above 1023`;
	if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
		return `HOST ${host} is no address of this machine: set HOST to one, or to 0.0.0.0 for all`;
	return `cannot listen on ${host}, port ${port}: ${error.message}`;
}

/** Accepts nothing more, lets what is under way finish, and ends the rest. */
export async function drain(server: Server): Promise<void> {
	const closed = new Promise<void>((done) => server.close(() => done()));
	// Connections that are kept alive become idle one by one.
	const idle = setInterval(() => server.closeIdleConnections(), 50);
	const limit = setTimeout(() => server.closeAllConnections(), drainMillisecondsMax);
	await closed;
	clearInterval(idle);
	clearTimeout(limit);
}
