/** A page that is answered around Next: one that says what is wrong. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { mediaTypes } from "#lib/http/media-types";

export function answerPage(request: IncomingMessage, response: ServerResponse, status: number, html: string): void {
	response.writeHead(status, {
		"content-type": mediaTypes.html,
		// Not for long: what is asked for may be published tomorrow.
		"cache-control": status < 500 ? "public, max-age=60" : "no-store",
		"content-length": Buffer.byteLength(html),
	});
	response.end(request.method === "HEAD" ? undefined : html);
}
