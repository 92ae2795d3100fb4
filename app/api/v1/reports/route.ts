export {
	openvz7NotPosted as DELETE,
	openvz7NotPosted as GET,
	openvz7NotPosted as PATCH,
	openvz7NotPosted as PUT,
	postOptions as OPTIONS,
	submitOpenvz7 as POST,
} from "#lib/http/receive";
