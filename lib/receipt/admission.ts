/** Limits by the network of the sender. The address goes no further: what is stored is a keyed hash of its network. */
import { createHmac } from "node:crypto";
import ipaddr from "ipaddr.js";
import { dayOf, plusDays, startOf } from "#lib/day";
import { networkDays } from "#lib/sender-address";
import type { Store } from "#lib/store/client";
import { countRequest, networkKey, type SenderNetworks } from "#lib/store/networks";

type Pool = Store["pool"];

/** Leading bytes of an address that name its networks. */
const bytesOf = { ipv4: { narrow: 3, wide: 2 }, ipv6: { narrow: 6, wide: 4 } };

/** Few of a million networks share a hash of this length, and an operator can still type it. */
const digits = 12;

/** The networks of an address, hashed. Anything that is not an address counts as one network. */
export function hashedNetworks(address: string | null, key: Buffer): SenderNetworks {
	const parsed = address !== null && ipaddr.isValid(address) ? ipaddr.process(address) : null;
	const hashOf = (width: "narrow" | "wide") => {
		const prefix = parsed ? parsed.toByteArray().slice(0, bytesOf[parsed.kind()][width]).join(".") : "";
		const text = `${width} ${parsed?.kind() ?? "unknown"} ${prefix}`;
		return createHmac("sha256", key).update(text).digest("hex").slice(0, digits);
	};
	return { narrow: hashOf("narrow"), wide: hashOf("wide") };
}

/** A key read before is used for so long: a restored backup may bring another one. */
const keyMs = 60_000;
const keys = new WeakMap<Pool, { key: Buffer; readAt: number }>();

async function keyAt(pool: Pool, now: Date): Promise<Buffer> {
	const known = keys.get(pool);
	const age = now.getTime() - (known?.readAt ?? 0);
	if (known && age >= 0 && age < keyMs) return known.key;
	const key = await networkKey(pool, dayOf(now));
	keys.set(pool, { key, readAt: now.getTime() });
	return key;
}

/**
 * Counts one request of a sender against the limit of its network: `perHour` at once, and as many again within an hour.
 * `what` names the requests, in the plural. Throws `LimitExceeded`.
 */
export async function admit(
	pool: Pool,
	what: string,
	address: string | null,
	perHour: number,
	now = new Date(),
): Promise<SenderNetworks> {
	const networks = hashedNetworks(address, await keyAt(pool, now));
	await countRequest(pool, { network: `${what} ${networks.narrow}`, what, perHour, now });
	return networks;
}

/** Of imported reports: their networks, as far as an address is given and the first report of a host is so recent. */
export async function recentNetworks(
	pool: Pool,
	now: Date,
): Promise<(address: string | null, at: Date) => SenderNetworks | undefined> {
	const key = await networkKey(pool, dayOf(now));
	const since = startOf(plusDays(dayOf(now), 1 - networkDays));
	return (address, at) => (address !== null && at >= since ? hashedNetworks(address, key) : undefined);
}
