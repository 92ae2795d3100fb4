// Other methods are refused in one line, too.
export {
	newUuid as DELETE,
	newUuid as GET,
	newUuid as PATCH,
	newUuid as POST,
	newUuid as PUT,
} from "#lib/receipt/answer";
