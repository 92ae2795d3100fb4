import { pictureMarkup } from "#components/picture/picture";
import { dayResponse } from "#lib/open-data/answer";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	return dayResponse(request, (await params).file, pictureMarkup);
}
