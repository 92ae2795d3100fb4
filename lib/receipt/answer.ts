/** Reports over HTTP: what the clients of each product send, and what they are answered. */
import { randomUUID } from "node:crypto";
import { env } from "#lib/env";
import { catalogOf } from "#lib/host-history/tally";
import { line, problemResponse } from "#lib/http/answer";
import { readToEnd, type Sent, sending } from "#lib/http/sending";
import { log } from "#lib/log";
import { metrics, type Outcome } from "#lib/metrics";
import { Problem } from "#lib/problem";
import { type Product, productTable } from "#lib/product";
import { limits, Refused } from "#lib/readers/refused";
import { statistics } from "#lib/statistics/index";
import { type Acceptance, acceptReport } from "#lib/store/accept";
import { receivingPool } from "#lib/store/client";
import { refusals } from "#lib/text/en/refusals";
import { countriesPath, openCountries } from "./country";
import { formBytesMax, readForm } from "./form";
import { rateLimit } from "./rate-limit";
import { type Receiver, receiver, TooMany } from "./receive";

interface Failure {
	status: number;
	reason: string;
	headers?: Record<string, string>;
}

interface Reply {
	stored(status: number, acceptance: Acceptance): Response;
	failed(failure: Failure): Response;
}

/** The form of answers that each product's client expects. */
const replies: Readonly<Record<Product, Reply>> = {
	openvz7: {
		stored: (status, acceptance) =>
			Response.json({ status: acceptance }, { status, headers: { "cache-control": "no-store" } }),
		failed: ({ status, reason, headers }) =>
			problemResponse(new Problem(status, titles[status] ?? "Not stored", reason), headers),
	},
	// The client prints what it gets: one line.
	legacy: {
		stored: (status, acceptance) =>
			line(status, acceptance === "accepted" ? "Thank you" : "Thank you, this report is here already"),
		failed: ({ status, reason, headers }) => line(status, reason, headers),
	},
};

const titles: Readonly<Record<number, string>> = {
	400: "Not a report",
	405: "Wrong method",
	413: "Report too large",
	429: "Too many reports",
};

const onlyPost = { allow: "POST, OPTIONS" };

/** The handlers of the address to which hosts of a product send their reports. */
export function reportHandlers(product: Product) {
	const { stored, failed } = replies[product];
	return {
		post: async (request: Request): Promise<Response> => {
			const result = await receive(product, request);
			const status =
				typeof result === "object" ? result.status : result === "accepted" ? productTable[product].acceptedStatus : 200;
			metrics().reports.inc({ product, outcome: outcomeOf(result), status });
			return typeof result === "object" ? failed(result) : stored(status, result);
		},
		otherMethod: () => failed({ status: 405, reason: "A report is sent with POST.", headers: onlyPost }),
	};
}

export function postOptions(): Response {
	return new Response(null, { status: 204, headers: onlyPost });
}

/** Says what is wrong with the report in one line, and nothing about errors that are not the sender's fault. */
async function receive(product: Product, request: Request): Promise<Acceptance | Failure> {
	const sent = sending(request);
	try {
		const receiver = await readyReceiver();
		return await receiver[product](sent);
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

/** A body over its limit is too large, whatever else is wrong with its beginning. */
function refusal(refused: Refused, { contentType, received }: Sent): Failure {
	const bytesMax = contentType?.toLowerCase().startsWith("multipart/") ? formBytesMax : limits.packedBytes;
	const isTooLarge = refused.status === 400 && received() > bytesMax;
	return isTooLarge
		? { status: 413, reason: refusals.tooLargePacked }
		: { status: refused.status, reason: refused.message };
}

function outcomeOf(result: Acceptance | Failure): Outcome {
	if (typeof result !== "object") return result;
	return result.status < 500 ? "refused" : "failed";
}

/** `POST /genuuid.php`: a new identifier for a client that sends the magic word. */
export async function newUuid(request: Request): Promise<Response> {
	const { contentType, body } = sending(request);
	const hasMagicWord = await readForm(contentType, body).then(
		({ fields }) => fields.get("magic_word") === "very-please",
		() => false,
	);
	return hasMagicWord && request.method === "POST" ? line(200, randomUUID()) : line(403, "The magic word is missing.");
}

// Next may bundle routes apart: all share one rate limit.
const shared = globalThis as { openvzStatisticsReceiver?: Promise<Receiver> };

/** The receiver of this process, made once from the environment. */
function readyReceiver(): Promise<Receiver> {
	shared.openvzStatisticsReceiver ??= openCountries(countriesPath()).then((countryOf) => {
		const catalog = catalogOf(statistics);
		return receiver({
			accept: (report) => acceptReport(receivingPool(), report, catalog),
			countryOf,
			limit: rateLimit(env().REPORTS_BURST),
			now: () => new Date(),
		});
	});
	return shared.openvzStatisticsReceiver;
}
