import { plainTextPageResponse } from "#lib/open-data/answer";

/** Where the rewrites send who wants a statistic's page as text. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
	return plainTextPageResponse(request, (await params).slug);
}
