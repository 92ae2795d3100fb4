/** The sender of a request: the address of the connection, or what trusted proxies say about it. */
import ipaddr from "ipaddr.js";
import type { Env } from "./env";

/** For how many days the network of a new host is kept, as a keyed hash. The address itself is not kept at all. */
export const networkDays = 60;

type Networks = Env["TRUSTED_PROXIES"];

/** The header in which the server passes it to the site; the server drops this header of clients. */
export const senderHeader = "x-sender-address";

/** An address as text in its shortest form, IPv4 within IPv6 as IPv4; `null` when it is none. */
function normal(text: string): string | null {
	const bare = text
		.trim()
		.replace(/^\[(.*)\](?::\d+)?$/, "$1")
		.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
	return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : null;
}

/** Of a connection that forwards somebody else's request, from a network that is not public: it is hardly the host itself. */
export function isUndeclaredProxy(connection: string | undefined, trusted: Networks): boolean {
	if (!connection || !ipaddr.isValid(connection)) return false;
	return ipaddr.process(connection).range() !== "unicast" && !isTrusted(connection, trusted);
}

function isTrusted(address: string, trusted: Networks): boolean {
	const parsed = ipaddr.process(address);
	return trusted.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
}

/**
 * The sender's address, or `null` when the connection has none. `forwardedFor` is the header `X-Forwarded-For`: each
 * proxy wrote at its end whom it heard it from, so it is read from there, and only as far as the proxies are trusted.
 */
export function senderAddress(
	connection: string | undefined,
	forwardedFor: string | undefined,
	trusted: Networks,
): string | null {
	let sender = normal(connection ?? "");
	const hops = forwardedFor?.split(",") ?? [];
	while (sender !== null && hops.length > 0 && isTrusted(sender, trusted)) {
		const hop = normal(hops.pop() ?? "");
		if (hop === null) break;
		sender = hop;
	}
	return sender;
}
