/** Reports over HTTP: what the clients of each product send, and what they are answered. */
import { randomUUID } from "node:crypto";
import { env } from "#lib/env";
import { type Catalog, catalogOf } from "#lib/host-history/tally";
import { line, problemResponse } from "#lib/http/answer";
import { BodyFailure, discardBody, senderOf, withBody } from "#lib/http/request-body";
import { log } from "#lib/log";
import { metrics, type Outcome } from "#lib/metrics";
import { Problem } from "#lib/problem";
import { type Product, productTable } from "#lib/product";
import { Refused } from "#lib/readers/refused";
import { statistics } from "#lib/statistics/index";
import { type Acceptance, acceptReport, type IncomingReport } from "#lib/store/accept";
import { receivingPool } from "#lib/store/client";
import { LimitExceeded } from "#lib/store/networks";
import { refusals } from "#lib/text/en/refusals";
import { admit } from "./admission";
import { countriesPath, openCountries } from "./country";
import { parseForm } from "./form";
import { readInThread } from "./reading";
import { bodyBytesMax, type Receiver, receiver } from "./receive";

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
	408: "Report too slow",
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
	try {
		const receiver = await readyReceiver();
		const [contentType, address] = [request.headers.get("content-type"), senderOf(request)];
		const networks = await receiver.admit(address);
		return await withBody(request, bodyBytesMax(contentType), (body) =>
			receiver.receive({ product, contentType, body, address, networks }),
		);
	} catch (error) {
		if (error instanceof BodyFailure) return bodyFailures[error.reason];
		if (error instanceof Refused) return { status: error.status, reason: error.message };
		if (error instanceof LimitExceeded) {
			await discardBody(request);
			return tooMany(error);
		}
		await discardBody(request);
		log.error({ err: error }, "a report could not be stored");
		return notStored("The report could not be stored: send it again later.", 60);
	}
}

function tooMany({ message, retryAfterSeconds }: LimitExceeded): Failure {
	return { status: 429, reason: message, headers: { "retry-after": String(retryAfterSeconds) } };
}

function notStored(reason: string, retryAfterSeconds: number): Failure {
	return { status: 503, reason, headers: { "retry-after": String(retryAfterSeconds) } };
}

const bodyFailures: Readonly<Record<BodyFailure["reason"], Failure>> = {
	late: { status: 408, reason: new BodyFailure("late").message },
	tooLarge: { status: 413, reason: refusals.tooLargePacked },
	brokenOff: { status: 400, reason: new BodyFailure("brokenOff").message },
	busy: notStored(new BodyFailure("busy").message, 5),
};

function outcomeOf(result: Acceptance | Failure): Outcome {
	if (typeof result !== "object") return result;
	return result.status < 500 ? "refused" : "failed";
}

/** `POST /genuuid.php`: a new identifier for a client that sends the magic word. */
export async function newUuid(request: Request): Promise<Response> {
	const contentType = request.headers.get("content-type");
	try {
		await (await readyReceiver()).admit(senderOf(request));
		const { fields } = await withBody(request, wordFormBytesMax, (body) => parseForm(contentType, body));
		if (fields.get("magic_word") === "very-please" && request.method === "POST") return line(200, randomUUID());
	} catch (error) {
		if (error instanceof LimitExceeded) {
			await discardBody(request);
			return replies.legacy.failed(tooMany(error));
		}
		const failure = error instanceof BodyFailure ? bodyFailures[error.reason] : null;
		if (failure?.status === 408 || failure?.status === 503) return replies.legacy.failed(failure);
		if (!failure && !(error instanceof Refused)) {
			await discardBody(request);
			log.error({ err: error }, "an identifier could not be given");
			return replies.legacy.failed(notStored("No identifier can be given now: ask again later.", 60));
		}
	}
	return line(403, "The magic word is missing.");
}

const wordFormBytesMax = 64 * 1024;

/** The operator sees how often a section says more than any real host has. */
async function acceptCounted(report: IncomingReport, catalog: Catalog): Promise<Acceptance> {
	const acceptance = await acceptReport(receivingPool(), report, catalog, env().NEW_HOSTS_PER_DAY);
	const { product, implausible = [] } = report;
	if (acceptance === "accepted" && implausible.length > 0) {
		metrics().implausibleSections.inc({ product }, implausible.length);
		log.warn({ product, sections: implausible }, "sections set aside: they say more than any real host has");
	}
	return acceptance;
}

// Next may bundle routes apart: all share one receiver.
const shared = globalThis as { openvzStatisticsReceiver?: Promise<Receiver> };

/** The receiver of this process, made once from the environment. */
function readyReceiver(): Promise<Receiver> {
	shared.openvzStatisticsReceiver ??= openCountries(countriesPath()).then((countryOf) => {
		const catalog = catalogOf(statistics);
		return receiver({
			accept: (report) => acceptCounted(report, catalog),
			admit: (address) => admit(receivingPool(), "reports", address, env().REPORTS_BURST),
			countryOf,
			now: () => new Date(),
			read: (sent) => readInThread("reports", sent),
		});
	});
	return shared.openvzStatisticsReceiver;
}
