/** `/feed.atom`: what moved in each published month. */
import { parameters } from "#lib/address/parameters";
import { read } from "#lib/address/query";
import { parametersOf } from "#lib/answers/query";
import { atomXml } from "#lib/export/atom";
import { feedIn } from "#lib/site/feed";
import { published } from "#lib/store/daily-rows";
import { answer, kept } from "./answer";
import { mediaTypes } from "./media-types";
import { siteAddress } from "./site-address";

export function feedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const language = read(parametersOf(request), parameters.lang);
		const feed = await feedIn(language, await published());
		return kept(request, mediaTypes.atom, atomXml(feed, siteAddress(request)));
	});
}
