export { preflight as OPTIONS } from "#lib/http/answer";
export { daysResponse as GET } from "#lib/open-data/answer";

export const dynamic = "force-dynamic";
