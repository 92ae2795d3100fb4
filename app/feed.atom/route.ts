export { feedResponse as GET } from "#lib/feed/answer";
export { preflight as OPTIONS } from "#lib/http/answer";

export const dynamic = "force-dynamic";
