/**
 * Next's pages can answer 404 but not 400, so wrong parameters are answered here, before Next sees the request.
 */
import type { ServerResponse } from "node:http";
import { canonicalAddress } from "#lib/address/addresses";
import { mediaTypes } from "#lib/http/media-types";
import { noteFailure } from "#lib/http/request-failure";
import { log } from "#lib/log";
import { Problem } from "#lib/problem";
import { readPageState } from "#lib/site/page-view";
import { badAddressPage, errorPage } from "#lib/site/problem-page";
import { checkQuestion, isQuestion } from "#lib/site/questions";
import { statisticBySlug } from "#lib/statistics/index";
import { publishedOf } from "#lib/store/daily-rows";
import { problemPage } from "./explained";
import { wantsText } from "./representation";
import { destinationOf } from "./routes";
import type { RequestHandler } from "./site-server";

export function withCheckedPages(next: RequestHandler): RequestHandler {
	return async (request, response) => {
		const target = request.url ?? "/";
		// The route of plain text reports wrong parameters itself.
		if (wantsText(request.headers.accept)) return next(request, response);
		const [path = "/", query = ""] = target.split("?");
		try {
			await checkPage(target);
		} catch (error) {
			if (!(error instanceof Problem)) {
				log.error({ err: error, path }, "the parameters of a page could not be checked");
				noteFailure(error);
				return answerPage(response, 500, errorPage(path));
			}
			const bad = () => badAddressPage(path, new URLSearchParams(query), error);
			const page = error.status === 404 ? await problemPage(404, path) : bad();
			return answerPage(response, error.status, page);
		}
		return next(request, response);
	};
}

/** Throws a `Problem` where there is no such address, or the parameters of a page are wrong. */
async function checkPage(target: string): Promise<void> {
	const { route } = destinationOf(target);
	if (route.isUnknown) throw new Problem(404, "Unknown address", "There is nothing at this address.");
	const { name, path, language, parameters, problem } = canonicalAddress(target);
	if (!route.isPage) return;
	if (problem) throw problem;
	if (isQuestion(name)) {
		const query = new URLSearchParams(parameters.map(([name, text]) => [name, text]));
		return checkQuestion(name, path, query, language);
	}
	const statistic = statisticBySlug(path.replace("/statistics/", ""));
	if (statistic && parameters.length > 0)
		await readPageState(
			statistic,
			new URLSearchParams(parameters.map(([name, text]) => [name, text])),
			await publishedOf([statistic]),
		);
}

function answerPage(response: ServerResponse, status: number, html: string): void {
	response.writeHead(status, {
		"content-type": mediaTypes.html,
		// Not for long: the day may be published tomorrow.
		"cache-control": status < 500 ? "public, max-age=60" : "no-store",
		"content-length": Buffer.byteLength(html),
	});
	response.end(html);
}
