/** How many reports one network may send: a bucket of tokens for each, refilled with time, in memory only. */
import ipaddr from "ipaddr.js";

export interface RateLimit {
	/** Takes one token. Answers 0, or the seconds after which to try again. */
	take(address: string | null, nowMs: number): number;
}

/** Beyond this number of networks the full buckets are dropped: they are as good as new. */
const networksMax = 10_000;

/** `burst` reports at once, and as many again in an hour. */
export function rateLimit(burst: number, refillMs = 3_600_000): RateLimit {
	const buckets = new Map<string, { tokens: number; atMs: number }>();
	const perMs = burst / refillMs;
	const tokensAt = (bucket: { tokens: number; atMs: number }, nowMs: number) =>
		Math.min(burst, bucket.tokens + Math.max(0, nowMs - bucket.atMs) * perMs);
	return {
		take(address, nowMs) {
			if (buckets.size > networksMax) {
				for (const [network, bucket] of buckets) if (tokensAt(bucket, nowMs) >= burst) buckets.delete(network);
			}
			const network = networkOf(address);
			const bucket = buckets.get(network);
			const tokens = bucket ? tokensAt(bucket, nowMs) : burst;
			if (tokens < 1) return Math.ceil((1 - tokens) / perMs / 1000);
			buckets.set(network, { tokens: tokens - 1, atMs: nowMs });
			return 0;
		},
	};
}

/** The /24 or /48 an address is in: what one owner usually has. */
function networkOf(address: string | null): string {
	if (address === null || !ipaddr.isValid(address)) return "unknown";
	const parsed = ipaddr.process(address);
	const bytes = parsed.toByteArray().slice(0, parsed.kind() === "ipv4" ? 3 : 6);
	return `${parsed.kind()} ${bytes.join(".")}`;
}
