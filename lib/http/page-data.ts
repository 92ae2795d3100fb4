/** `/data/pages/{page}.pptx`: a whole page to take away. */
import { hrefOf, pagePath } from "#lib/address";
import { askedPage, readPage } from "#lib/answers/asked-page";
import { askedDay, publishedRange } from "#lib/answers/query";
import { fileName } from "#lib/export/file-name";
import { presentationOfPage } from "#lib/export/pptx/index";
import { isSimulation } from "#lib/simulation";
import { published } from "#lib/store/daily-rows";
import { answer, kept } from "./answer";
import { askedParameters } from "./asked-parameters";
import { madeInTurn } from "./made-files";
import { mediaTypes } from "./media-types";
import { pinnedAddress } from "./pinned-address";
import { siteAddress } from "./site-address";
import { splitName } from "./split-name";

const formats = new Map([["pptx", { type: mediaTypes.pptx, write: presentationOfPage }]]);

export function pageResponse(request: Request, file: string): Promise<Response> {
	return answer(request, async () => {
		const [slug, { type, write }, ending] = splitName(file, formats);
		const parameters = askedParameters(request);
		const asked = askedPage(slug, parameters);
		const days = await published();
		const day = askedDay(parameters, days);
		const { from: firstDay } = publishedRange(days);
		const { page, product, language } = asked;
		const site = siteAddress(request);
		const address = site + hrefOf({ language, product, day }, pagePath(page));
		const body = await madeInTurn([days?.revision, file, address], async () => {
			const statistics = (await readPage(asked, day, firstDay)).map((one) => ({
				...one,
				address: site + pinnedAddress({ ...asked, ...one }, day),
			}));
			return write({ ...asked, day, address, statistics, isSimulation: isSimulation() });
		});
		const name = fileName({ name: `page-${slug}`, product, days: { from: null, to: day } }, ending);
		return kept(request, type, body, { "content-disposition": `attachment; filename="${name}"` });
	});
}
