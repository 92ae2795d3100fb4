export {
	legacyNotPosted as DELETE,
	legacyNotPosted as GET,
	legacyNotPosted as PATCH,
	legacyNotPosted as PUT,
	postOptions as OPTIONS,
	submitLegacy as POST,
} from "#lib/http/receive";
