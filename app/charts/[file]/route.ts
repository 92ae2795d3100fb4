import { answer, kept } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { chartSpec } from "#lib/site/chart-answer";

/** The spec from which a page's chart was drawn, for the chart that takes over when somebody points at it. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	const { file } = await params;
	return answer(request, async () => {
		const spec = await chartSpec(file, new URL(request.url).searchParams);
		return kept(request, mediaTypes.json, JSON.stringify(spec));
	});
}
