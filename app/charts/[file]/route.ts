import { answer, okResponse } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { chartSpec } from "#lib/site/chart-answer";

/** The spec of a page's chart, from which the interactive chart draws it again. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	const { file } = await params;
	return answer(request, async () => {
		const spec = await chartSpec(file, new URL(request.url).searchParams);
		return okResponse(mediaTypes.json, JSON.stringify(spec));
	});
}
