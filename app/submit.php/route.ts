import { reportHandlers } from "#lib/receipt/answer";

const { post, otherMethod } = reportHandlers("legacy");

export { postOptions as OPTIONS } from "#lib/receipt/answer";
export { otherMethod as DELETE, otherMethod as GET, otherMethod as PATCH, otherMethod as PUT, post as POST };
