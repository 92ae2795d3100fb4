import { apiParts } from "#lib/api/routes";
import { sitemapResponse } from "#lib/robots/sitemap";

export { preflight as OPTIONS } from "#lib/http/answer";

export const dynamic = "force-dynamic";

export const GET = (request: Request) => sitemapResponse(request, apiParts);
