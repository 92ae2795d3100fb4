import type { NextRequest } from "next/server";
import { documentMarkup } from "#components/markup";
import { StandaloneProblem } from "#components/standalone/document";
import { embedStyle } from "#components/standalone/styles";
import { type DocumentOptions, documentResponse, type WholeDocument } from "#lib/http/document";
import { remembered } from "#lib/query/remembered";
import { type LoadedChart, loadStandaloneChart } from "#lib/sharing/open-chart";
import { lookOf, type StandaloneChart } from "#lib/sharing/standalone-chart";
import { problemText } from "#lib/site/problem-page";

export interface StandaloneParams {
	params: Promise<{ slug: string }>;
}

/** Any site may frame the document, also a local file, or a site that isolates itself from others. */
export const anySiteMayFrame: DocumentOptions = {
	policy: ["frame-ancestors * file: data:"],
	headers: { "cross-origin-resource-policy": "cross-origin", "cross-origin-embedder-policy": "require-corp" },
};

interface Options extends DocumentOptions {
	/** Everything that the document depends on beside the chart. */
	kind: string;
	problemStyle?(theme: StandaloneChart["theme"]): string;
}

const plainStyle = (theme: StandaloneChart["theme"]) => embedStyle(theme, []);

/** A document of one chart, kept until other rows are published. */
export async function standaloneResponse(
	request: NextRequest,
	{ params }: StandaloneParams,
	draw: (opened: LoadedChart) => Promise<WholeDocument>,
	{ kind, problemStyle = plainStyle, ...options }: Options,
): Promise<Response> {
	const { slug } = await params;
	const { pathname, searchParams } = request.nextUrl;
	return documentResponse(
		request,
		async () => {
			const opened = await loadStandaloneChart(slug, pathname, searchParams);
			return remembered(opened.published.revision, `${kind} ${opened.key}`, () => draw(opened));
		},
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
