export { preflight as OPTIONS } from "#lib/http/answer";
export { archiveResponse as GET } from "#lib/reporter/package";

export const dynamic = "force-dynamic";
