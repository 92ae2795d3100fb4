/**
 * The form about a host: its UUID, and what to do. Anybody who has the UUID may send it, but not from another site, and one
 * network only so many times an hour.
 */

import { BodyFailure, discardBody, senderOf, withBody } from "#lib/http/request-body";
import { siteAddress } from "#lib/http/site-address";
import { languageOfPath } from "#lib/language";
import { Problem, tooBusy } from "#lib/problem";
import { parseUuid } from "#lib/readers/uuid";
import { admit } from "#lib/receipt/admission";
import { store } from "#lib/store/client";
import { LimitExceeded } from "#lib/store/networks";
import { translate } from "#lib/text/index";

interface HostForm {
	/** In lower case, without braces. It is never stored. */
	uuid: string;
	/** The deletion is confirmed. */
	isConfirmed: boolean;
	as: "page" | "json";
}

const statuses = {
	notPosted: 405,
	elsewhere: 403,
	tooMany: 429,
	notForm: 415,
	tooLarge: 413,
	late: 408,
	field: 400,
	uuid: 400,
	notConfirmed: 400,
	unknown: 404,
} as const;
type HostProblemName = keyof typeof statuses;

/** Its `detail` is in the language of the path. */
export function hostProblem(
	request: Request,
	wrong: HostProblemName,
	values: { field?: string; seconds?: number } = {},
): Problem {
	const t = translate(languageOfPath(new URL(request.url).pathname));
	const detail = t(`myHost.wrong.${wrong}.detail`, { field: "uuid", seconds: 0, ...values });
	return new Problem(statuses[wrong], t(`myHost.wrong.${wrong}.title`), detail, { wrong, ...values });
}

/** Forms that one network may send at once; the same number is added each hour. */
const formsBurst = 120;

const bytesMax = 2048;

/** Throws a `Problem` for everything else. */
export async function readHostForm(request: Request): Promise<HostForm> {
	const wrong = await wrongBeforeBody(request);
	if (wrong) {
		await discardBody(request);
		throw wrong;
	}
	try {
		return await withBody(request, bytesMax, (body) => fieldsOf(request, new URLSearchParams(body.toString())));
	} catch (error) {
		if (!(error instanceof BodyFailure)) throw error;
		if (error.reason === "busy") throw tooBusy(error.message);
		// Where it broke off, the client has gone: no error for the log.
		throw hostProblem(request, error.reason === "brokenOff" ? "field" : error.reason);
	}
}

async function wrongBeforeBody(request: Request): Promise<Problem | null> {
	if (isFromElsewhere(request)) return hostProblem(request, "elsewhere");
	try {
		await admit(store().pool, "requests", senderOf(request), formsBurst);
	} catch (error) {
		if (!(error instanceof LimitExceeded)) throw error;
		return hostProblem(request, "tooMany", { seconds: error.retryAfterSeconds });
	}
	const isForm = /^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "");
	return isForm ? null : hostProblem(request, "notForm");
}

/** Browsers tell it in one of two headers. Other programs tell nothing, and no site can make them send a form. */
function isFromElsewhere(request: Request): boolean {
	const site = request.headers.get("sec-fetch-site");
	if (site !== null) return site !== "same-origin" && site !== "none";
	const origin = request.headers.get("origin");
	if (origin === null) return false;
	return !URL.canParse(origin) || new URL(origin).host !== new URL(siteAddress(request)).host;
}

function fieldsOf(request: Request, fields: URLSearchParams): HostForm {
	const once = (field: string): string | undefined => {
		const values = fields.getAll(field);
		if (values.length > 1) throw hostProblem(request, "field", { field });
		return values[0];
	};
	const [text, confirm, as = "page"] = [once("uuid"), once("confirm"), once("as")];
	if (text === undefined) throw hostProblem(request, "field", { field: "uuid" });
	if (as !== "page" && as !== "json") throw hostProblem(request, "field", { field: "as" });
	const uuid = parseUuid(text);
	if (!uuid) throw hostProblem(request, "uuid");
	return { uuid, isConfirmed: confirm === "yes", as };
}
