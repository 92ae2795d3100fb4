export { preflight as OPTIONS } from "#lib/http/answer";
export { feedResponse as GET } from "#lib/http/feed";

export const dynamic = "force-dynamic";
