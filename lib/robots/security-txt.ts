/** `/.well-known/security.txt`: whom to tell of a security problem (RFC 9116). */
import { dayOf, plusDays, startOf } from "#lib/day";
import { env } from "#lib/env";
import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { languages } from "#lib/language";
import { Problem } from "#lib/problem";

const securityTxtPath = "/.well-known/security.txt";

/** It must say until when it holds. Each publication makes it anew. */
const validDays = 180;

export function securityTxtResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const { SECURITY_CONTACT: contact } = env();
		if (!contact) throw new Problem(404, "No contact", "The operator of this site names no contact for security.");
		const lines = [
			`Contact: ${contact}`,
			`Expires: ${startOf(plusDays(dayOf(new Date()), validDays)).toISOString()}`,
			`Canonical: ${siteAddress(request)}${securityTxtPath}`,
			`Preferred-Languages: ${languages.join(", ")}`,
		];
		return okResponse(mediaTypes.text, `${lines.join("\n")}\n`);
	});
}
