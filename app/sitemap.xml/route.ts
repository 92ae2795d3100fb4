export { preflight as OPTIONS } from "#lib/http/answer";
export { sitemapResponse as GET } from "#lib/http/for-robots";

export const dynamic = "force-dynamic";
