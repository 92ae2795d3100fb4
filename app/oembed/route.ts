export { preflight as OPTIONS } from "#lib/http/answer";
export { oembedResponse as GET } from "#lib/http/oembed";

export const dynamic = "force-dynamic";
