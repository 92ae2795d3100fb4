export { preflight as OPTIONS } from "#lib/http/answer";
export { openApiResponse as GET } from "#lib/http/api/document";

export const dynamic = "force-dynamic";
