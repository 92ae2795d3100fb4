import { pictureMarkup } from "#components/picture/picture";
import { viewResponse } from "#lib/open-data/answer";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(
	request: Request,
	{ params }: { params: Promise<{ file: string; view: string }> },
): Promise<Response> {
	const { file, view } = await params;
	return viewResponse(request, file, view, pictureMarkup);
}
