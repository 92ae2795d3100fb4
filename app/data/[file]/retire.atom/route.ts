import { crossingsResponse } from "#lib/feed/crossings";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	return crossingsResponse(request, (await params).file);
}
