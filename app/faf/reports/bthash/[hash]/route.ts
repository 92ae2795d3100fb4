import { crashByHash } from "#lib/crashes/answer";

export async function GET(request: Request, { params }: { params: Promise<{ hash: string }> }): Promise<Response> {
	return crashByHash(request, (await params).hash);
}
