import { plainTextPageResponse } from "#lib/open-data/answer";

/** Clients that ask for a statistic's page as text are rewritten to this address. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
	return plainTextPageResponse(request, (await params).slug);
}
