import type { NextRequest } from "next/server";
import { documentMarkup } from "#components/markup";
import { StandaloneProblem } from "#components/standalone/document";
import { embedStyle } from "#components/standalone/styles";
import { type DocumentOptions, documentResponse, type WholeDocument } from "#lib/http/document";
import { type LoadedChart, loadStandaloneChart } from "#lib/sharing/open-chart";
import { lookOf, type StandaloneChart } from "#lib/sharing/standalone-chart";
import { problemText } from "#lib/site/problem-page";

export interface StandaloneParams {
	params: Promise<{ slug: string }>;
}

/**
 * Anything may frame the document: any site, also one that isolates itself from others, a local file, a browser's extension,
 * an editor. `frame-ancestors` could not name them all, so the policy leaves it out.
 */
export const anySiteMayFrame: DocumentOptions = {
	policy: [],
	headers: { "cross-origin-resource-policy": "cross-origin", "cross-origin-embedder-policy": "require-corp" },
};

interface Options extends DocumentOptions {
	problemStyle?(theme: StandaloneChart["theme"]): string;
}

const plainStyle = (theme: StandaloneChart["theme"]) => embedStyle(theme, []);

/** A document of one chart. */
export async function standaloneResponse(
	request: NextRequest,
	{ params }: StandaloneParams,
	draw: (opened: LoadedChart) => Promise<WholeDocument>,
	{ problemStyle = plainStyle, ...options }: Options,
): Promise<Response> {
	const { slug } = await params;
	const { pathname, searchParams } = request.nextUrl;
	return documentResponse(
		request,
		async () => draw(await loadStandaloneChart(slug, pathname, searchParams)),
		async (problem) => {
			const look = lookOf(pathname, searchParams);
			const style = problemStyle(look.theme);
			const text = problemText(problem, look.language);
			return {
				html: await documentMarkup(<StandaloneProblem {...look} text={text} style={style} />),
				style,
				script: "",
			};
		},
		options,
	);
}
