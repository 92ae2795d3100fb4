/** `/feed.atom`: what moved in each published month. */
import { parameters as known } from "#lib/answers/parameters";
import { asked } from "#lib/answers/query";
import { atomXml } from "#lib/export/atom";
import { feedIn } from "#lib/site/feed";
import { published } from "#lib/store/daily-rows";
import { answer, kept } from "./answer";
import { askedParameters } from "./asked-parameters";
import { mediaTypes } from "./media-types";
import { siteAddress } from "./site-address";

export function feedResponse(request: Request): Promise<Response> {
	return answer(request, async () => {
		const language = asked(askedParameters(request), known.lang) ?? "en";
		const feed = await feedIn(language, await published());
		return kept(request, mediaTypes.atom, atomXml(feed, siteAddress(request)));
	});
}
