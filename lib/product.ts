/**
 * The table of the products whose hosts report. Another product is an entry here, its format in `lib/readers`, its door
 * in `lib/receipt`, its texts, and the statistics that say they are sent by it.
 */

interface ProductEntry {
	/**
	 * Days for which a report counts: one of day `r` is in the window of `D` when `D - windowDays < r <= D`. It holds two
	 * of the reporter's rounds, or a host that sends a little later would be lost.
	 */
	windowDays: number;
	/** Its door's HTTP status for a report that was stored. */
	acceptedStatus: 200 | 201;
	/** Its bucket in the statistic of versions. */
	versionBucket: string;
}

/** In the order in which the site shows them. */
const table = {
	openvz7: {
		windowDays: 14,
		acceptedStatus: 201,
		versionBucket: "openvz-7",
	},
	legacy: {
		windowDays: 60,
		acceptedStatus: 200,
		versionBucket: "openvz-6",
	},
} as const satisfies Record<string, ProductEntry>;

export type Product = keyof typeof table;

export const productTable: Readonly<Record<Product, ProductEntry>> = table;
export const products = Object.keys(table) as Product[];

/** The product of an address that names none. */
export const defaultProduct: Product = "openvz7";

/** What daily rows are published under: a product, or all of them counted together. */
export type PublishedProduct = Product | "all";
export const publishedProducts: readonly PublishedProduct[] = [...products, "all"];

/** Tells the product in names of files and keys: nothing for the default, or for all of them. */
export function productMark(product: PublishedProduct): Product[] {
	return product === defaultProduct || product === "all" ? [] : [product];
}

export function perProduct<T>(value: (product: Product) => T): Record<Product, T> {
	return Object.fromEntries(products.map((product) => [product, value(product)])) as Record<Product, T>;
}

export const windowDays = perProduct((product) => productTable[product].windowDays);
/** As parameters of texts. */
export const windowDaysTexts = perProduct((product) => String(windowDays[product]));
