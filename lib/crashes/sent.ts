/** A crash report as it was sent. To read it takes tens of milliseconds, so only threads do. */
import { Refused } from "#lib/readers/refused";
import { isMultipart, parseForm } from "#lib/receipt/form";
import { type Crash, crashOf } from "./facts";
import { readUreport } from "./ureport";

export interface SentCrash {
	contentType: string | null;
	/** The uReport, or a form with it in the part `file`. */
	body: Uint8Array;
}

/** Throws `Refused`. */
export function crashIn({ contentType, body }: SentCrash): Crash {
	if (!isMultipart(contentType)) return crashOf(readUreport(body));
	const { file } = parseForm(contentType, Buffer.from(body.buffer, body.byteOffset, body.byteLength));
	if (!file) throw new Refused(400, "no uReport in the form: send it in the part file");
	return crashOf(readUreport(file));
}
