/**
 * Next answers a page that is not found, or fails, with an empty document that only JavaScript fills
 * (github.com/vercel/next.js/issues/62228). Here it is replaced by a page that is whole, with the same status.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { wholeHeader } from "#lib/http/document";
import { errorPage, notFoundPage } from "#lib/site/problem-page";
import { published } from "#lib/store/daily-rows";
import { answerPage } from "./answer-page";
import type { RequestHandler } from "./site-server";

export function withWholeProblemPages(handler: RequestHandler, pageOf = problemPage): RequestHandler {
	return (request, response) => {
		const { writeHead, write, end } = response;
		let replaced = false;
		const isShell = (status: number) =>
			request.method === "GET" &&
			(status === 404 || status === 500) &&
			!response.hasHeader(wholeHeader) &&
			String(response.getHeader("content-type") ?? "").startsWith("text/html");

		Object.assign(response, {
			writeHead(status: number, ...rest: unknown[]) {
				if (!replaced && !response.headersSent && isShell(status)) {
					replaced = true;
					response.statusCode = status;
				}
				return replaced ? response : Reflect.apply(writeHead, response, [status, ...rest]);
			},
			write(...chunk: unknown[]) {
				if (!response.headersSent && !replaced) response.writeHead(response.statusCode);
				return replaced || Reflect.apply(write, response, chunk);
			},
			end(...chunk: unknown[]) {
				if (!response.headersSent && !replaced) response.writeHead(response.statusCode);
				if (!replaced) return Reflect.apply(end, response, chunk);
				Object.assign(response, { writeHead, write, end });
				void send(request, response, pageOf);
				return response;
			},
		});
		return handler(request, response);
	};
}

async function send(request: IncomingMessage, response: ServerResponse, pageOf: typeof problemPage): Promise<void> {
	const { pathname } = new URL(request.url ?? "/", "http://localhost");
	const body = await pageOf(response.statusCode, pathname);
	for (const name of response.getHeaderNames()) response.removeHeader(name);
	answerPage(request, response, response.statusCode, body);
}

async function problemPage(status: number, path: string): Promise<string> {
	try {
		return status === 404 ? notFoundPage(path, await published()) : errorPage(path);
	} catch {
		return errorPage(path);
	}
}
