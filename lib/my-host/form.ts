/**
 * The form in which somebody asks for a host: a UUID, and what to do with it. Whoever has the UUID may ask; yet no other
 * site may send it for a person, and one network may not ask without end.
 */

import { readToEnd, sending } from "#lib/http/sending";
import { siteAddress } from "#lib/http/site-address";
import { languageOfPath } from "#lib/language";
import { Problem } from "#lib/problem";
import { parseUuid } from "#lib/readers/uuid";
import { type RateLimit, rateLimit } from "#lib/receipt/rate-limit";
import { type Translate, translate } from "#lib/text/index";

interface HostForm {
	/** In lower case, without braces. It stays in memory. */
	uuid: string;
	/** That all shall be deleted. */
	isConfirmed: boolean;
	as: "page" | "json";
}

const statuses = {
	notPosted: 405,
	elsewhere: 403,
	tooMany: 429,
	notForm: 415,
	tooLarge: 413,
	field: 400,
	uuid: 400,
	notConfirmed: 400,
	unknown: 404,
} as const;
type Wrong = keyof typeof statuses;

/** A problem that can be said in each language: its `detail` is as the path asks for. */
export function wrongOfHost(
	request: Request,
	wrong: Wrong,
	values: { field?: string; seconds?: number } = {},
): Problem {
	const t = translate(languageOfPath(new URL(request.url).pathname));
	const { title, detail } = saidOf(t, wrong, { field: "uuid", seconds: 0, ...values });
	return new Problem(statuses[wrong], title, detail, { wrong, ...values });
}

function saidOf(t: Translate, wrong: Wrong, values: { field: string; seconds: number }) {
	return { title: t(`myHost.wrong.${wrong}.title`), detail: t(`myHost.wrong.${wrong}.detail`, values) };
}

/** Questions of one network at once; as many again in an hour. */
const questionsBurst = 120;
// Routes may be bundled apart: one limit is for all of them.
const shared = globalThis as { openvzStatisticsQuestions?: RateLimit };

const bytesMax = 2048;

/** Throws a `Problem` for everything that is no such form. */
export async function readHostForm(request: Request): Promise<HostForm> {
	const { contentType, body, address } = sending(request);
	try {
		if (isFromElsewhere(request)) throw wrongOfHost(request, "elsewhere");
		shared.openvzStatisticsQuestions ??= rateLimit(questionsBurst);
		const seconds = shared.openvzStatisticsQuestions.take(address, Date.now());
		if (seconds > 0) throw wrongOfHost(request, "tooMany", { seconds });
		if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? ""))
			throw wrongOfHost(request, "notForm");
		return fieldsOf(request, new URLSearchParams(await textOf(request, body)));
	} catch (error) {
		await readToEnd(body);
		throw error;
	}
}

/** Browsers say it in one of two headers; what is no browser says nothing and has no person to deceive. */
function isFromElsewhere(request: Request): boolean {
	const site = request.headers.get("sec-fetch-site");
	if (site !== null) return site !== "same-origin" && site !== "none";
	const origin = request.headers.get("origin");
	if (origin === null) return false;
	return !URL.canParse(origin) || new URL(origin).host !== new URL(siteAddress(request)).host;
}

async function textOf(request: Request, body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	let bytes = 0;
	try {
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > bytesMax) throw wrongOfHost(request, "tooLarge");
			chunks.push(chunk);
		}
	} catch (error) {
		// It broke off, and nobody is there to read why: nothing to write into the log.
		throw error instanceof Problem ? error : wrongOfHost(request, "field");
	}
	return Buffer.concat(chunks).toString();
}

function fieldsOf(request: Request, fields: URLSearchParams): HostForm {
	const once = (field: string): string | undefined => {
		const values = fields.getAll(field);
		if (values.length > 1) throw wrongOfHost(request, "field", { field });
		return values[0];
	};
	const [said, confirm, as = "page"] = [once("uuid"), once("confirm"), once("as")];
	if (said === undefined) throw wrongOfHost(request, "field", { field: "uuid" });
	if (as !== "page" && as !== "json") throw wrongOfHost(request, "field", { field: "as" });
	const uuid = parseUuid(said);
	if (!uuid) throw wrongOfHost(request, "uuid");
	return { uuid, isConfirmed: confirm === "yes", as };
}
