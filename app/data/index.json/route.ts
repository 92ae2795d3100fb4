export { preflight as OPTIONS } from "#lib/http/answer";
export { indexResponse as GET } from "#lib/http/data";

export const dynamic = "force-dynamic";
