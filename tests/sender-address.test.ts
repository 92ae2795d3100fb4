import { describe, expect, test } from "vitest";
import { readEnv } from "#lib/env";
import { senderAddress } from "#lib/sender-address";

const { TRUSTED_PROXIES: trusted } = readEnv({
	TRUSTED_PROXIES: "127.0.0.0/8, 10.0.0.0/8, fd00::/8",
	PUBLIC_URL: "https://stats.example.org",
});

describe("senderAddress", () => {
	test.each([
		["nobody in between", "198.51.100.7", undefined, "198.51.100.7"],
		["a stranger's word", "198.51.100.7", "203.0.113.9", "198.51.100.7"],
		["a trusted proxy", "127.0.0.1", "203.0.113.9", "203.0.113.9"],
		["a chain of trusted proxies", "10.0.0.1", "203.0.113.9, 10.1.1.1, 127.0.0.2", "203.0.113.9"],
		["what the sender itself wrote in front", "10.0.0.1", "1.2.3.4, 203.0.113.9, 10.1.1.1", "203.0.113.9"],
		["only trusted ones", "10.0.0.1", "10.2.2.2", "10.2.2.2"],
		["an empty header", "10.0.0.1", "", "10.0.0.1"],
		["no address", "10.0.0.1", "203.0.113.9, unknown", "10.0.0.1"],
		["IPv4 within IPv6", "::ffff:10.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"],
		["IPv6", "fd00::1", "2001:DB8:0::9", "2001:db8::9"],
		["ports", "10.0.0.1", "[2001:db8::9]:4711, 10.3.3.3:80", "2001:db8::9"],
		["a connection without an address", undefined, "203.0.113.9", null],
	])("%s", (_, connection, forwardedFor, sender) => {
		expect(senderAddress(connection, forwardedFor, trusted)).toBe(sender);
	});

	test("without trusted proxies the header is never believed", () => {
		expect(senderAddress("127.0.0.1", "203.0.113.9", [])).toBe("127.0.0.1");
	});
});
