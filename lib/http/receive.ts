/** The doors for reports over HTTP: what the clients of both products send and what they are told. */

import { randomUUID } from "node:crypto";
import { log } from "#lib/log";
import { metrics, type Outcome } from "#lib/metrics";
import { Problem } from "#lib/problem";
import { type Product, productTable } from "#lib/product";
import { limits, Refused } from "#lib/readers/refused";
import { formBytesMax, readForm } from "#lib/receipt/form";
import { readyReceiver } from "#lib/receipt/ready-receiver";
import { type Receiver, TooMany } from "#lib/receipt/receive";
import type { Acceptance } from "#lib/store/accept";
import { refusals } from "#lib/text/en/refusals";
import { line, problemResponse } from "./answer";
import { readToEnd, type Sent, sending } from "./sending";

/** A body over its limit is too large, whatever else is wrong with its beginning. */
function refusal(refused: Refused, { contentType, received }: Sent): Failure {
	const bytesMax = contentType?.toLowerCase().startsWith("multipart/") ? formBytesMax : limits.packedBytes;
	const { status, message } = refused.status === 400 && received() > bytesMax ? over : refused;
	return { status, reason: message, headers: {} };
}

const over = new Refused(413, refusals.tooLargePacked);

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

/** Counts the report, and says with which status it is answered. */
function count(product: Product, result: Acceptance | Failure): number {
	const failed = typeof result === "object" ? result.status : null;
	const outcome: Outcome = typeof result !== "object" ? result : result.status < 500 ? "refused" : "failed";
	const status = failed ?? (result === "accepted" ? productTable[product].acceptedStatus : 200);
	metrics().reports.inc({ product, outcome, status });
	return status;
}

/** `POST /submit.php`: one line, as the client prints what it gets. */
export async function submitLegacy(request: Request): Promise<Response> {
	const sent = sending(request);
	const result = await handIn(sent, (receiver) => receiver.legacy(sent));
	const status = count("legacy", result);
	if (typeof result === "object") return line(status, result.reason, result.headers);
	return line(status, result === "accepted" ? "Thank you" : "Thank you, this report is here already");
}

/** `POST /api/v1/reports`. */
export async function submitOpenvz7(request: Request): Promise<Response> {
	const sent = sending(request);
	const result = await handIn(sent, (receiver) => receiver.openvz7(sent));
	const status = count("openvz7", result);
	if (typeof result === "object") {
		return problemResponse(new Problem(status, titles[status] ?? "Not stored", result.reason), result.headers);
	}
	return Response.json({ status: result }, { status, headers: { "cache-control": "no-store" } });
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
