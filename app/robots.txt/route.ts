export { preflight as OPTIONS } from "#lib/http/answer";
export { robotsResponse as GET } from "#lib/robots/robots";

export const dynamic = "force-dynamic";
