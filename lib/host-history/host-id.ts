/** Who a host is in the database: whoever holds the UUID can find the host's rows, whoever holds the rows cannot find the UUID. */
import { createHash } from "node:crypto";
import type { Product } from "#lib/product";

/** 128 bits of SHA-256 over product and UUID, written as a UUID. `uuid` in lower case without braces. */
export function hostIdOf(product: Product, uuid: string): string {
	const hex = createHash("sha256").update(`${product}:${uuid}`).digest("hex");
	return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
