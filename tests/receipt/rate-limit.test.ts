import { expect, test } from "vitest";
import { rateLimit } from "#lib/receipt/rate-limit";

test("one network may send its burst, then waits for the next token", () => {
	const limit = rateLimit(3, 3000);
	expect([1, 2, 3].map((host) => limit.take(`192.0.2.${host}`, 0))).toEqual([0, 0, 0]);
	expect(limit.take("192.0.2.200", 0)).toBe(1);
	expect(limit.take("192.0.2.200", 999)).toBe(1);
	expect(limit.take("192.0.2.200", 1000)).toBe(0);
	expect(limit.take("192.0.2.200", 1000)).toBe(1);
});

test("networks do not share tokens; addresses of one /48 do", () => {
	const limit = rateLimit(1);
	expect(limit.take("192.0.2.1", 0)).toBe(0);
	expect(limit.take("192.0.3.1", 0)).toBe(0);
	expect(limit.take("2001:db8:1::1", 0)).toBe(0);
	expect(limit.take("2001:db8:1:ffff::2", 0)).toBeGreaterThan(0);
	expect(limit.take("::ffff:192.0.2.9", 0)).toBeGreaterThan(0);
	expect(limit.take(null, 0)).toBe(0);
});

test("a clock that goes backwards gives nothing away and takes nothing", () => {
	const limit = rateLimit(1, 1000);
	expect(limit.take("192.0.2.1", 5000)).toBe(0);
	expect(limit.take("192.0.2.1", 0)).toBeGreaterThan(0);
});
