/**
 * Rewrites in next.config.mjs put product and date into the path; what else an address asks for (many values, some given
 * several times) they cannot read. Here it is read and checked before Next sees the request, and handed to the rewrites in
 * a header: so each state of a chart, too, is a path inside, rendered once and kept.
 */
import { splitLanguage } from "#lib/language";
import { log } from "#lib/log";
import { Problem } from "#lib/problem";
import { askedState, folderOfState, hasState, isViewRepeated } from "#lib/site/page-states";
import { badStatePage, errorPage, notFoundPage } from "#lib/site/problem-page";
import { statisticBySlug } from "#lib/statistics/index";
import { published } from "#lib/store/daily-rows";
import { answerPage } from "./answer-page";
import type { RequestHandler } from "./site-server";

/** As next.config.mjs names it. One that comes from outside is dropped. */
const stateHeader = "x-page-state";
/** As next.config.mjs names it, too: the rewrites see only the last of several values. */
const repeatedHeader = "x-page-repeated";

const withStates = /^\/statistics\/([a-z0-9-]+)$/;

export function withPageStates(handler: RequestHandler): RequestHandler {
	return async (request, response) => {
		delete request.headers[stateHeader];
		delete request.headers[repeatedHeader];
		const address = request.url ?? "/";
		if (!URL.canParse(address, "http://localhost")) return handler(request, response);
		const { pathname, searchParams } = new URL(address, "http://localhost");
		if (isViewRepeated(searchParams)) {
			request.headers[repeatedHeader] = "1";
			return handler(request, response);
		}
		const statistic = statisticBySlug(withStates.exec(splitLanguage(pathname).path)?.[1] ?? "");
		if (!statistic || !hasState(searchParams)) return handler(request, response);
		try {
			const folder = folderOfState(await askedState(statistic, searchParams, await published()));
			if (folder) request.headers[stateHeader] = folder;
		} catch (error) {
			if (error instanceof Problem)
				return answerPage(request, response, error.status, await problemPage(pathname, error));
			// Not the page without its state: it would be kept under this address.
			log.error({ err: error, path: pathname }, "the state of a page could not be read");
			return answerPage(request, response, 500, errorPage(pathname));
		}
		return handler(request, response);
	};
}

async function problemPage(path: string, problem: Problem): Promise<string> {
	return problem.status === 404 ? notFoundPage(path, await published()) : badStatePage(path, problem);
}
