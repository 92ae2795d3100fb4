/** Reads a multipart form (RFC 7578) whose body is in memory: without streams, nothing can wait or break off inside. */
import { Refused } from "#lib/readers/refused";

export interface Form {
	/** Beginnings of the values: no field that is read is longer. */
	fields: ReadonlyMap<string, string>;
	/** The content of the part `file`. */
	file: Buffer | null;
}

/** An archive at its limit, and room for the other parts. */
export const formBytesMax = 2 * 1024 * 1024 + 64 * 1024;

const partsMax = 20;
const headBytesMax = 8192;
const valueBytesMax = 1024;

export function isMultipart(contentType: string | null): boolean {
	return /^multipart\//i.test(contentType ?? "");
}

/** Throws `Refused` for anything that is not such a form. */
export function parseForm(contentType: string | null, body: Buffer): Form {
	const boundary = boundaryOf(contentType);
	if (boundary === null) throw new Refused(400, "not a multipart/form-data form: send it as curl -F does");
	const fields = new Map<string, string>();
	let file: Buffer | null = null;
	for (const { name, isFile, content } of partsOf(body, boundary)) {
		// Ambiguous: which of the two was meant?
		const isTwice = isFile ? name === "file" && file !== null : fields.has(name);
		if (isTwice) throw new Refused(400, "a field of the form is given twice: send each once");
		if (!isFile) fields.set(name, content.toString("utf8", 0, valueBytesMax));
		else if (name === "file") file = content;
	}
	return { fields, file };
}

/** Of at most 70 characters (RFC 2046); `null` when it is no multipart form. */
function boundaryOf(contentType: string | null): string | null {
	if (contentType === null || contentType.length > 1000 || !/^multipart\/form-data\b/i.test(contentType)) return null;
	const [, quoted, token] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s";,]{1,70})(?![^\s;,]))/i.exec(contentType) ?? [];
	return quoted ?? token ?? null;
}

interface Part {
	name: string;
	/** Whether it has a file name. */
	isFile: boolean;
	content: Buffer;
}

const malformed = () => new Refused(400, "the form is broken off or malformed: send it again");
const lineEnd = "\r\n";

function* partsOf(body: Buffer, boundary: string): Generator<Part> {
	const first = `--${boundary}`;
	const delimiter = lineEnd + first;
	// Anything may stand before the first delimiter, though no client writes it.
	let at = body.indexOf(first) === 0 ? first.length : after(body, delimiter, 0);
	for (let parts = 0; body.toString("latin1", at, at + 2) !== "--"; parts++) {
		if (parts === partsMax) throw new Refused(400, `the form has more than ${partsMax} parts: send fewer`);
		const head = after(body, lineEnd, at);
		if (body.toString("latin1", at, head).trim() !== "") throw malformed();
		const content = after(body.subarray(0, head + headBytesMax), lineEnd + lineEnd, head);
		const end = body.indexOf(delimiter, content);
		if (end < 0) throw malformed();
		yield { ...namesIn(body.toString("utf8", head, content)), content: body.subarray(content, end) };
		at = end + delimiter.length;
	}
}

/** Where the text ends that comes next. */
function after(body: Buffer, text: string, from: number): number {
	const at = body.indexOf(text, from);
	if (at < 0) throw malformed();
	return at + text.length;
}

function namesIn(head: string): Pick<Part, "name" | "isFile"> {
	const disposition = /^content-disposition:[ \t]*form-data[ \t]*;(.*)/im.exec(head)?.[1] ?? "";
	const [, quoted, token] = /(?:^|;)[ \t]*name=(?:"([^"]*)"|([^\s;"]+))/i.exec(disposition) ?? [];
	const name = quoted ?? token;
	if (name === undefined) throw new Refused(400, "a part of the form has no name: send it as curl -F does");
	return { name, isFile: /(?:^|;)[ \t]*filename\*?=/i.test(disposition) };
}
