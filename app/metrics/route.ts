export { metricsResponse as GET } from "#lib/http/metrics";

export const dynamic = "force-dynamic";
