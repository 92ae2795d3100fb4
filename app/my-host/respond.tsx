import type { NextRequest } from "next/server";
import type { ReactElement } from "react";
import { documentMarkup } from "#components/markup";
import { type HostDocumentProps, HostProblem, hostStyle } from "#components/my-host/document";
import { problemOf } from "#lib/http/answer";
import { confidential, confidentialDocument } from "#lib/http/document";
import { mediaTypes } from "#lib/http/media-types";
import { languageOfPath } from "#lib/language";
import { wantsDocument } from "#lib/my-host/answer";
import { hostProblem } from "#lib/my-host/form";
import { isSimulation } from "#lib/simulation";
import { translate } from "#lib/text/index";

type Make = (props: HostDocumentProps) => Promise<ReactElement | Response>;

/** Answers a form about a host. Browsers get problems as a document, programs as problem+json. */
export async function respond(request: NextRequest, make: Make): Promise<Response> {
	const props = { language: languageOfPath(request.nextUrl.pathname), simulated: isSimulation() };
	try {
		const made = await make(props);
		return made instanceof Response ? made : await documentOf(made, 200);
	} catch (error) {
		const problem = problemOf(error, request);
		const { seconds } = problem.more;
		const headers = {
			...(problem.status === 503 ? { "retry-after": "5" } : {}),
			...(problem.status === 405 ? { allow: "POST, OPTIONS" } : {}),
			...(seconds === undefined ? {} : { "retry-after": `${seconds}` }),
		};
		if (wantsDocument(request)) {
			const t = translate(props.language);
			const { title, detail } =
				problem.status < 500 ? problem : { title: t("wrong.errorTitle"), detail: t("wrong.error") };
			return documentOf(<HostProblem {...props} title={title} detail={detail} />, problem.status, headers);
		}
		return new Response(JSON.stringify(problem), {
			status: problem.status,
			headers: { ...confidential, ...headers, "content-type": mediaTypes.problem },
		});
	}
}

export function notPosted(request: NextRequest): Promise<Response> {
	return respond(request, async () => {
		throw hostProblem(request, "notPosted");
	});
}

async function documentOf(element: ReactElement, status: number, headers: Record<string, string> = {}) {
	return confidentialDocument({ html: await documentMarkup(element), style: hostStyle, script: "" }, status, headers);
}
