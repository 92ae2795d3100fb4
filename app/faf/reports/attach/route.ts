export {
	attachment as POST,
	postOptions as OPTIONS,
	wrongMethod as DELETE,
	wrongMethod as GET,
	wrongMethod as PATCH,
	wrongMethod as PUT,
} from "#lib/crashes/answer";
