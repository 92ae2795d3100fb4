/**
 * Asks Next on a request and a response that belong to no connection. What is computed for the cache must not end because
 * the client that happened to be first hangs up.
 */
import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { wholeHeader } from "#lib/http/document";
import { type Failing, failureOf, notingFailure } from "#lib/http/request-failure";
import type { RequestHandler } from "./site-server";

/** A whole answer, not compressed. */
export interface Answer {
	status: number;
	/** Names are in lower case. */
	headers: OutgoingHttpHeaders;
	body: Buffer;
	/** Why it is no proper answer, where Next says so. */
	error?: unknown;
}

/** Long enough for a picture at the end of a full queue on a slow machine. */
const millisecondsMax = 120_000;

/** GETs `target`. Nothing but `headers` reaches the handler. Rejects when there is no answer in time. */
export function askDetached(handler: RequestHandler, target: string, headers: Record<string, string>): Promise<Answer> {
	const request = new IncomingMessage(new Socket());
	Object.assign(request, { method: "GET", url: target, headers, complete: true });
	request.push(null);
	const response = new DetachedResponse(request);
	const failing: Failing = {};
	return new Promise((done, failed) => {
		const late = setTimeout(() => {
			response.destroy();
			failed(new Error(`no answer within ${millisecondsMax / 1000} s`));
		}, millisecondsMax).unref();
		response.once("finish", () => {
			clearTimeout(late);
			const answer = { status: response.statusCode, headers: response.getHeaders(), body: response.body() };
			done(
				showsError(answer)
					? failureOf(failing).then((error) => ({ ...answer, error }))
					: { ...answer, error: failing.error },
			);
		});
		response.once("close", () => response.finished || failed(new Error("the answer broke off")));
		notingFailure(failing, async () => handler(request, response)).catch(failed);
	});
}

/** A row of React's format for the browser's router that says that a part of the page failed. */
const errorRow = /^[0-9a-f]+:E\{(?!"digest":"NEXT_)/m;

/** Whether it is Next's answer to an error, not one of ours that explains it. */
function showsError({ status, headers, body }: Answer): boolean {
	const type = String(headers["content-type"] ?? "");
	if (type.startsWith("text/x-component")) return errorRow.test(body.toString("latin1"));
	return status === 500 && type.startsWith("text/html") && headers[wholeHeader] === undefined;
}

/** Collects what is written to it. */
class DetachedResponse extends ServerResponse {
	#chunks: Buffer[] = [];
	#isBegun = false;

	constructor(request: IncomingMessage) {
		super(request);
		Object.defineProperty(this, "headersSent", { get: () => this.#isBegun });
	}

	body(): Buffer {
		return this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
	}

	// biome-ignore lint/suspicious/noExplicitAny: the overloads of Node.
	override writeHead(status: number, ...rest: any[]): this {
		this.statusCode = status;
		const headers: OutgoingHttpHeaders | string[] | undefined = rest.findLast((one) => typeof one === "object");
		if (Array.isArray(headers)) {
			for (let i = 0; i < headers.length; i += 2) this.setHeader(headers[i] ?? "", headers[i + 1] ?? "");
		} else {
			for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
		}
		this.#isBegun = true;
		return this;
	}

	override flushHeaders(): void {
		this.#isBegun = true;
	}

	override write(chunk: unknown): boolean {
		this.#isBegun = true;
		if (typeof chunk === "string") this.#chunks.push(Buffer.from(chunk));
		else if (chunk instanceof Uint8Array) this.#chunks.push(Buffer.from(chunk));
		return true;
	}

	override destroy(error?: Error): this {
		if (!this.destroyed) process.nextTick(() => this.emit("close"));
		return super.destroy(error);
	}

	override end(...rest: unknown[]): this {
		if (this.finished) return this;
		if (typeof rest[0] !== "function") this.write(rest[0]);
		this.finished = true;
		Object.defineProperty(this, "writableFinished", { value: true });
		process.nextTick(() => {
			this.emit("finish");
			this.emit("close");
			for (const one of rest) if (typeof one === "function") one();
		});
		return this;
	}
}
