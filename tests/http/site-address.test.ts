import { describe, expect, test } from "vitest";
import { siteAddress } from "#lib/http/site-address";

const called = (headers: Record<string, string>) =>
	siteAddress({ headers: new Headers(headers), url: "http://localhost:3000/api" });

describe("the site's own address", () => {
	test("is as the client called it", () => {
		expect(called({ host: "stats.example.org" })).toBe("http://stats.example.org");
		expect(called({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
		expect(called({ host: "inside", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" })).toBe(
			"http://inside",
		);
	});
	test.each(['e"><script>', "a b", "a/b", "a@b", "a:99999", "1.2.3.999", "[::zz]", ""])("is never %j", (host) =>
		expect(called({ host })).toBe("http://localhost:3000"),
	);
});
