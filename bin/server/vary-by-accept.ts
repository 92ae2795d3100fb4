/**
 * The page of a statistic has plain text at the same address (`lib/open-data/plain-text-page.ts`), so caches must ask what is
 * wanted. Next writes its own `Vary` over one that its configuration gives.
 */

import type { OutgoingHttpHeader } from "node:http";
import { splitLanguage } from "#lib/language";
import type { RequestHandler } from "./site-server";

const statisticPage = /^\/statistics\/[a-z0-9-]+(?:\?|$)/;

export function withVaryByAccept(handler: RequestHandler): RequestHandler {
	return (request, response) => {
		if (!statisticPage.test(splitLanguage(request.url ?? "").path)) return handler(request, response);
		const { setHeader, appendHeader } = response;
		response.setHeader = (name, value) => Reflect.apply(setHeader, response, [name, withAccept(name, value)]);
		response.appendHeader = (name, value) => Reflect.apply(appendHeader, response, [name, withAccept(name, value)]);
		return handler(request, response);
	};
}

function withAccept<T extends OutgoingHttpHeader | readonly string[]>(name: string, value: T): T | string {
	if (name.toLowerCase() !== "vary" || /\baccept\b(?!-)/i.test(String(value))) return value;
	return `${value}, Accept`;
}
