/**
 * The addresses to which abrt's `reporter-ureport` sends, and what it is answered. The client follows no redirect and
 * understands four statuses: 202, 400, 413 and 503.
 */
import { crashPath } from "#lib/address/links";
import { dayOf } from "#lib/day";
import { env } from "#lib/env";
import { line } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { BodyFailure, discardBody, senderOf, withBody } from "#lib/http/request-body";
import { siteAddress } from "#lib/http/site-address";
import { log } from "#lib/log";
import { type CrashOutcome, metrics } from "#lib/metrics";
import { Refused } from "#lib/readers/refused";
import { isMultipart } from "#lib/receipt/form";
import { readInThread } from "#lib/receipt/reading";
import type { CrashAcceptance } from "#lib/schemas/answers";
import { receivingPool } from "#lib/store/client";
import { publishedProblem } from "#lib/store/crash-pages";
import { countCrash, type KnownProblem, knownProblem } from "#lib/store/crashes";
import { LimitExceeded, type SenderNetworks } from "#lib/store/networks";
import { type CrashAdmission, crashAdmission } from "./admission";
import { bthashPattern } from "./bthash";
import type { Crash } from "./facts";
import type { SentCrash } from "./sent";
import { ureportBytesMax } from "./ureport";

/** A uReport at its limit, and room for the form around it. */
const formBytesMax = ureportBytesMax + 64 * 1024;

interface Failure {
	status: 400 | 413 | 503;
	reason: string;
	retryAfterSeconds?: number;
}

// Next may bundle routes apart: all share one memory.
const shared = globalThis as { openvzStatisticsCrashes?: CrashAdmission };

function admission(): CrashAdmission {
	shared.openvzStatisticsCrashes ??= crashAdmission();
	return shared.openvzStatisticsCrashes;
}

/** `POST /faf/reports/new`: a uReport, as the part `file` of a form or as the body. */
export async function newCrash(request: Request): Promise<Response> {
	const result = await received(request);
	const outcome: CrashOutcome = "status" in result ? (result.status === 503 ? "failed" : "refused") : result.outcome;
	metrics().crashReports.inc({ outcome });
	return "status" in result ? failed(request, result) : accepted(request, result);
}

/** `POST /faf/reports/attach`: comments, addresses and bugs of a problem, none of which is stored. */
export async function attachment(request: Request): Promise<Response> {
	const result = attachmentFailure(senderOf(request));
	await discardBody(request);
	return failed(request, result);
}

function attachmentFailure(sender: string | null): Failure {
	try {
		admission().admit("attachments", sender, env().REPORTS_BURST, new Date());
	} catch (error) {
		if (error instanceof LimitExceeded) return limited(error);
		throw error;
	}
	return { status: 400, reason: "attachments are not taken: they can name people" };
}

/** `GET /faf/reports/bthash/{hash}`: where clients say that the problem can be seen. */
export async function crashByHash(request: Request, bthash: string): Promise<Response> {
	try {
		admission().admit("requests", senderOf(request), env().REPORTS_BURST, new Date());
		if (!bthashPattern.test(bthash) || !(await publishedProblem(bthash)))
			return failed(request, { status: 404, reason: unpublished });
		// A proxy may answer whoever asks next.
		const headers = { location: crashPath(bthash), "cache-control": "public, max-age=60" };
		return new Response(null, { status: 302, headers });
	} catch (error) {
		if (error instanceof LimitExceeded) return failed(request, limited(error));
		log.error({ err: error }, "a problem could not be looked up");
		return failed(request, unavailable("The problem cannot be looked up now: try again later."));
	}
}

const unpublished = "no such problem is published: at least five hosts must have reported it";

export function wrongMethod(request: Request): Response {
	return failed(request, { status: 405, reason: "a uReport is sent with POST" }, { allow: "POST, OPTIONS" });
}

export function postOptions(): Response {
	return new Response(null, { status: 204, headers: { allow: "POST, OPTIONS" } });
}

interface Received extends KnownProblem {
	bthash: string;
	outcome: CrashOutcome;
}

async function received(request: Request): Promise<Received | Failure> {
	const now = new Date();
	try {
		const networks = admission().admit("crash reports", senderOf(request), env().REPORTS_BURST, now);
		const contentType = request.headers.get("content-type");
		const bytesMax = isMultipart(contentType) ? formBytesMax : ureportBytesMax;
		const crash = await withBody(request, bytesMax, (body) =>
			readInThread<SentCrash, Crash>("crashes", { contentType, body }),
		);
		return await stored(crash, networks, now);
	} catch (error) {
		if (error instanceof BodyFailure) return bodyFailures[error.reason];
		if (error instanceof Refused) return { status: error.status, reason: error.message };
		await discardBody(request);
		if (error instanceof LimitExceeded) return limited(error);
		log.error({ err: error }, "a crash report could not be stored");
		return unavailable("the report could not be stored: send it again later");
	}
}

async function stored(crash: Crash, networks: SenderNetworks, now: Date): Promise<Received> {
	const { bthash, serial } = crash;
	const counting = admission().count(networks, bthash, now);
	try {
		const again = counting.isCounted ? null : await knownProblem(receivingPool(), bthash);
		if (again) return { ...again, bthash, outcome: "repeated" };
		// The client chooses the serial number: a network counts as one host, however often it says that a crash is the first.
		const isHost = counting.isFirst && (serial === null || serial === 1);
		const problem = await countCrash(receivingPool(), crash, dayOf(now), isHost);
		return { ...problem, bthash, outcome: "accepted" };
	} catch (error) {
		counting.undo();
		throw error;
	}
}

const bodyFailures: Readonly<Record<BodyFailure["reason"], Failure>> = {
	late: { status: 503, reason: new BodyFailure("late").message, retryAfterSeconds: 60 },
	tooLarge: { status: 413, reason: "the uReport is larger than 1 MiB: send less" },
	brokenOff: { status: 400, reason: new BodyFailure("brokenOff").message },
	busy: { status: 503, reason: new BodyFailure("busy").message, retryAfterSeconds: 5 },
};

function limited({ message, retryAfterSeconds }: LimitExceeded): Failure {
	return { status: 503, reason: message, retryAfterSeconds };
}

function unavailable(reason: string): Failure {
	return { status: 503, reason, retryAfterSeconds: 60 };
}

/** As FAF answers. What is in `solutions` tells the client not to report the problem any further. */
function accepted(request: Request, { isKnown, bthash, component, bug, solution }: Received): Response {
	const page = siteAddress(request) + crashPath(bthash);
	const link = (reporter: string, value: string) => ({ reporter, type: "url" as const, value });
	const body: CrashAcceptance = {
		result: isKnown,
		bthash,
		...(bug ? { message: `This problem is known: ${bug}` } : {}),
		...(solution ? { solutions: [{ cause: component, note: solution, url: bug ?? page }] } : {}),
		reported_to: [link("OpenVZ statistics", page), ...(bug ? [link("OpenVZ bugs", bug)] : [])],
	};
	return answerOf(request, 202, body, `${isKnown ? "known" : "new"}: ${page}`);
}

function failed(
	request: Request,
	{ status, reason, retryAfterSeconds }: Omit<Failure, "status"> & { status: number },
	headers: Readonly<Record<string, string>> = {},
): Response {
	const retry: Record<string, string> =
		retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
	return answerOf(request, status, { error: reason }, reason, { ...retry, ...headers });
}

/** JSON for who accepts it, as every client does, else one line. */
function answerOf(
	request: Request,
	status: number,
	body: CrashAcceptance | { error: string },
	text: string,
	headers: Readonly<Record<string, string>> = {},
): Response {
	if (!/\bapplication\/json\b/.test(request.headers.get("accept")?.slice(0, 1000) ?? ""))
		return line(status, text, headers);
	return new Response(JSON.stringify(body), {
		status,
		headers: { "content-type": mediaTypes.json, "cache-control": "no-store", ...headers },
	});
}
