/** `/data/pages/{page}.pptx`: a whole page to take away. */
import { addresses } from "#lib/address/addresses";
import { hrefOf, pagePath } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import { fileName } from "#lib/export/file-name";
import { answer, kept } from "#lib/http/answer";
import { madeInTurn } from "#lib/http/made-files";
import { mediaTypes } from "#lib/http/media-types";
import { siteAddress } from "#lib/http/site-address";
import { splitName } from "#lib/http/split-name";
import { presentationOfPage } from "#lib/office/pptx/index";
import { pinnedAddress } from "#lib/query/pinned-address";
import { parametersOf, publishedRange, requestedDay } from "#lib/query/request";
import { isSimulation } from "#lib/simulation";
import { published } from "#lib/store/daily-rows";
import { pageAt, readPage, requestedPage } from "./page";

const formats = new Map([["pptx", { type: mediaTypes.pptx, write: presentationOfPage }]]);

export function pageResponse(request: Request, file: string): Promise<Response> {
	return answer(request, async () => {
		const [slug, { type, write }, ending] = splitName(file, formats);
		const found = pageAt(slug);
		const values = readAll(parametersOf(request), addresses.pageData.parameters);
		const requested = requestedPage(found, values);
		const days = await published();
		const day = requestedDay(values, days);
		const { from: firstDay } = publishedRange(days);
		const { page, product, language } = requested;
		const site = siteAddress(request);
		const address = site + hrefOf({ language, product, day }, pagePath(page));
		const body = await madeInTurn([days?.revision, file, address], async () => {
			const statistics = (await readPage(requested, day, firstDay)).map((one) => ({
				...one,
				address: site + pinnedAddress({ ...requested, ...one }, day),
			}));
			return write({ ...requested, day, address, statistics, isSimulation: isSimulation() });
		});
		const name = fileName({ name: `page-${slug}`, product, days: { from: null, to: day } }, ending);
		return kept(request, type, body, { "content-disposition": `attachment; filename="${name}"` });
	});
}
