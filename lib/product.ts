/**
 * The products whose hosts report. Another product needs an entry here, its format in `lib/readers`, its replies in
 * `lib/receipt`, its texts, and its name in the statistics that it sends.
 */

interface ProductEntry {
	/**
	 * Days for which a report counts: one of day `r` is in the window of `D` when `D - windowDays < r <= D`. It is
	 * twice the time between two reports, so that a host that sends a little late still counts.
	 */
	windowDays: number;
	/** The HTTP status for a report that was stored. */
	acceptedStatus: 200 | 201;
	/** Its bucket in the statistic of versions. */
	versionBucket: string;
	/** Commands that show a host's UUID, and that stop its reports; run as root. */
	commands: { showUuid: string; switchOff: string };
}

/** In the order in which the site shows them. */
const table = {
	openvz7: {
		windowDays: 14,
		acceptedStatus: 201,
		versionBucket: "openvz-7",
		commands: {
			showUuid: "disp-helper status",
			switchOff: "disp-helper disable",
		},
	},
	legacy: {
		windowDays: 60,
		acceptedStatus: 200,
		versionBucket: "openvz-6",
		commands: { showUuid: "cat /etc/vz/.vzstats-uuid", switchOff: "touch /etc/vz/vzstats-disable" },
	},
} as const satisfies Record<string, ProductEntry>;

export type Product = keyof typeof table;

export const productTable: Readonly<Record<Product, ProductEntry>> = table;
export const products = Object.keys(table) as Product[];

/** The product of an address that names none. */
export const defaultProduct: Product = "openvz7";

/** Daily rows are published for a product, or for all products counted together. */
export type PublishedProduct = Product | "all";
export const publishedProducts: readonly PublishedProduct[] = [...products, "all"];

/** The product as part of file names and keys: empty for the default product, or for all together. */
export function productMark(product: PublishedProduct): Product[] {
	return product === defaultProduct || product === "all" ? [] : [product];
}

export function perProduct<T>(value: (product: Product) => T): Record<Product, T> {
	return Object.fromEntries(products.map((product) => [product, value(product)])) as Record<Product, T>;
}

export const windowDays = perProduct((product) => productTable[product].windowDays);
/** As parameters of texts. */
export const windowDaysTexts = perProduct((product) => String(windowDays[product]));
