export { preflight as OPTIONS } from "#lib/http/answer";
export { robotsResponse as GET } from "#lib/robots/answer";

export const dynamic = "force-dynamic";
