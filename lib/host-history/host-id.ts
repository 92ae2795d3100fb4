/** The id of a host in the database. With the UUID one can find the host's rows; from the rows one cannot find the UUID. */
import { hash } from "node:crypto";
import type { Product } from "#lib/product";

/** 128 bits of SHA-256 over product and UUID, written as a UUID. `uuid` in lower case without braces. */
export function hostIdOf(product: Product, uuid: string): string {
	const hex = hash("sha256", `${product}:${uuid}`);
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
