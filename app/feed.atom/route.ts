export { feedResponse as GET } from "#lib/feed/feed";
export { preflight as OPTIONS } from "#lib/http/answer";

export const dynamic = "force-dynamic";
