export { preflight as OPTIONS } from "#lib/http/answer";
export { securityTxtResponse as GET } from "#lib/robots/security-txt";

export const dynamic = "force-dynamic";
