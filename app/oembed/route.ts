export { preflight as OPTIONS } from "#lib/http/answer";
export { oembedResponse as GET } from "#lib/sharing/oembed-answer";

export const dynamic = "force-dynamic";
