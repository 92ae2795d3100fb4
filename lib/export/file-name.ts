/** What a file is called when it is kept: it must be found again, and told from the same of another day. */
import { type PublishedProduct, productMark } from "#lib/product";
import { dayOf, isSeries, type StatisticExport } from "./export";

interface Content {
	/** The slug of a statistic, or of a page. */
	name: string;
	product: PublishedProduct;
	/** The first is `null` where there is one day alone. */
	days: { from: string | null; to: string };
}

export function fileName({ name, product, days: { from, to } }: Content, ending: string): string {
	const of = ["openvz", name, ...productMark(product)];
	const dates = from === null ? [to] : ["series", from, "to", to];
	return `${[...of, ...dates].join("-")}.${ending}`;
}

export function fileNameOf(exported: StatisticExport, ending: string): string {
	const { statistic, shown } = exported;
	const days = isSeries(exported) ? exported.shown : { from: null, to: dayOf(exported) };
	return fileName({ name: statistic.slug, product: shown.product, days }, ending);
}
