import { line } from "#lib/http/answer";
import { isReachable } from "#lib/store/live";

export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
	return (await isReachable()) ? line(200, "ok") : line(503, "the database does not answer");
}
