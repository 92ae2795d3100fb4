/** The doors for reports over HTTP: what the clients of both products send and what they are told. */
import { randomUUID } from "node:crypto";
import { log } from "../log";
import { Problem } from "../problem";
import { limits, tooLarge } from "../readers/limits";
import { Refused } from "../readers/refused";
import { formBytesMax, readForm } from "../receipt/form";
import { readyReceiver } from "../receipt/ready-receiver";
import { type Receiver, type Sending, TooMany } from "../receipt/receive";
import { senderHeader } from "../sender-address";
import type { Acceptance } from "../store/accept";
import { line, problemResponse } from "./answer";

interface Sent extends Sending {
	/** The bytes of the body so far. */
	received(): number;
}

function sending(request: Request): Sent {
	return {
		contentType: request.headers.get("content-type"),
		...uncancelled(request.body ?? new ReadableStream<Uint8Array>({ start: (stream) => stream.close() })),
		address: request.headers.get(senderHeader),
	};
}

/** To cancel a body closes its connection, which still has to carry the answer: who stops reading just stops. */
function uncancelled(stream: ReadableStream<Uint8Array>): Pick<Sent, "body" | "received"> {
	const reader = stream.getReader();
	let bytes = 0;
	const next = async (): Promise<IteratorResult<Uint8Array>> => {
		const { done, value } = await reader.read();
		bytes += value?.length ?? 0;
		return done ? { done, value: undefined } : { done, value };
	};
	return { body: { [Symbol.asyncIterator]: () => ({ next }) }, received: () => bytes };
}

/** Many clients read no answer before they have sent everything. What is beyond this they keep. */
const unreadBytesMax = 16 * 1024 * 1024;

async function readToEnd(body: AsyncIterable<Uint8Array>): Promise<void> {
	let bytes = 0;
	try {
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > unreadBytesMax) return;
		}
	} catch {
		// The sender has gone; there is nobody to answer.
	}
}

/** A body over its limit is too large, whatever else is wrong with its beginning. */
function refusal(refused: Refused, { contentType, received }: Sent): Failure {
	const bytesMax = contentType?.toLowerCase().startsWith("multipart/") ? formBytesMax : limits.packedBytes;
	const { status, message } = refused.status === 400 && received() > bytesMax ? over : refused;
	return { status, reason: message, headers: {} };
}

const over = new Refused(413, tooLarge.packed);

interface Failure {
	status: number;
	reason: string;
	headers: Record<string, string>;
}

/** Hands the report in. What went wrong is said in one line; what is not the sender's fault says nothing of itself. */
async function handIn(sent: Sent, hand: (receiver: Receiver) => Promise<Acceptance>): Promise<Acceptance | Failure> {
	try {
		return await hand(await readyReceiver());
	} catch (error) {
		await readToEnd(sent.body);
		if (error instanceof Refused) return refusal(error, sent);
		if (error instanceof TooMany) {
			return { status: 429, reason: error.message, headers: { "retry-after": String(error.retryAfterSeconds) } };
		}
		log.error({ err: error }, "a report could not be stored");
		return {
			status: 503,
			reason: "The report could not be stored: send it again later.",
			headers: { "retry-after": "60" },
		};
	}
}

/** `POST /submit.php`: one line, as the client prints what it gets. */
export async function submitLegacy(request: Request): Promise<Response> {
	const sent = sending(request);
	const result = await handIn(sent, (receiver) => receiver.legacy(sent));
	if (typeof result === "object") return line(result.status, result.reason, result.headers);
	return line(200, result === "accepted" ? "Thank you" : "Thank you, this report is here already");
}

/** `POST /api/v1/reports`. */
export async function submitOpenvz7(request: Request): Promise<Response> {
	const sent = sending(request);
	const result = await handIn(sent, (receiver) => receiver.openvz7(sent));
	if (typeof result === "object") {
		return problemResponse(
			new Problem(result.status, titles[result.status] ?? "Not stored", result.reason),
			result.headers,
		);
	}
	return Response.json(
		{ status: result },
		{ status: result === "accepted" ? 201 : 200, headers: { "cache-control": "no-store" } },
	);
}

const titles: Readonly<Record<number, string>> = {
	400: "Not a report",
	413: "Report too large",
	429: "Too many reports",
};

const onlyPost = { allow: "POST, OPTIONS" };
const notPosted = "A report is sent with POST.";

export function legacyNotPosted(): Response {
	return line(405, notPosted, onlyPost);
}

export function openvz7NotPosted(): Response {
	return problemResponse(new Problem(405, "Wrong method", notPosted), onlyPost);
}

export function postOptions(): Response {
	return new Response(null, { status: 204, headers: onlyPost });
}

/** `POST /genuuid.php`: a new identifier for a client that asks politely. */
export async function newUuid(request: Request): Promise<Response> {
	const { contentType, body } = sending(request);
	const isAsked = await readForm(contentType, body).then(
		({ fields }) => fields.get("magic_word") === "very-please",
		() => false,
	);
	return isAsked && request.method === "POST" ? line(200, randomUUID()) : line(403, "The magic word is missing.");
}
