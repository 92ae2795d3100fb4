import { factResponse } from "#lib/badge/answer";

export { preflight as OPTIONS } from "#lib/http/answer";

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	return factResponse(request, (await params).file);
}
