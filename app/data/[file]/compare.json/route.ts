import { compareResponse } from "#lib/open-data/questions";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	return compareResponse(request, (await params).file);
}
