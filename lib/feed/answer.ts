/** `/feed.atom`: what moved in each published month. */
import { parameters } from "#lib/address/parameters";
import { read } from "#lib/address/query";
import { answer, kept } from "#lib/http/answer";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { parametersOf } from "#lib/query/request";
import { published } from "#lib/store/daily-rows";
import { atomXml } from "./atom";
import { feedIn } from "./feed";

export function feedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const language = read(parametersOf(request), parameters.lang);
		const feed = await feedIn(language, await published());
		return kept(request, mediaTypes.atom, atomXml(feed, siteAddress(request)));
	});
}
