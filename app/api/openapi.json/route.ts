export { openApiResponse as GET } from "#lib/api/document";
export { preflight as OPTIONS } from "#lib/http/answer";

export const dynamic = "force-dynamic";
