export { preflight as OPTIONS } from "#lib/http/answer";
export { oembedResponse as GET } from "#lib/sharing/oembed";

export const dynamic = "force-dynamic";
