import { revalidatePath } from "next/cache";

/** Expires every page after a publication. Only whoever started the server knows its token. */
export function POST(request: Request): Response {
	const token = process.env.INTERNAL_TOKEN;
	if (!token || request.headers.get("x-internal-token") !== token) return new Response(null, { status: 404 });
	revalidatePath("/", "layout");
	return new Response(null, { status: 204 });
}
