import { pageResponse } from "#lib/office/page-presentation";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	return pageResponse(request, (await params).file);
}
