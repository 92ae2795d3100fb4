export { preflight as OPTIONS } from "#lib/http/answer";
export { sitemapResponse as GET } from "#lib/robots/sitemap";

export const dynamic = "force-dynamic";
