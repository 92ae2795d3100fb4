import { pictureMarkup } from "#components/picture/picture";
import { historyResponse } from "#lib/open-data/answer";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(
	request: Request,
	{ params }: { params: Promise<{ file: string; view: string }> },
): Promise<Response> {
	const { file, view } = await params;
	return historyResponse(request, file, view, pictureMarkup);
}
