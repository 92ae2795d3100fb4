/** Limits of crash reports: by network, and by the network around it. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type CrashAdmission, crashAdmission } from "#lib/crashes/admission";
import { LimitExceeded } from "#lib/store/networks";

const now = new Date("2026-03-10T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const bthash = (n: number) => createHash("sha1").update(`${n}`).digest("hex");
/** Each report is of another problem. */
let problems = 0;

function report(admission: CrashAdmission, address: string, at = now) {
	return admission.count(admission.admit("crash reports", address, 10_000, at), bthash(++problems), at);
}

/** How many reports count, sent by the addresses in turn. */
function countedOf(admission: CrashAdmission, addresses: readonly string[], tries: number, at = now): number {
	let counted = 0;
	for (let n = 0; n < tries; n++)
		try {
			if (report(admission, addresses[n % addresses.length] ?? "", at).isCounted) counted++;
		} catch (error) {
			expect(error).toBeInstanceOf(LimitExceeded);
			expect((error as LimitExceeded).retryAfterSeconds).toBeLessThanOrEqual(86_400);
		}
	return counted;
}

const upTo = (count: number, address: (n: number) => string) => Array.from({ length: count }, (_, n) => address(n));

test.each([
	["a /24", upTo(200, (n) => `192.0.2.${n}`), 50],
	["a /48", upTo(200, (n) => `2001:db8:7:${n}::1`), 50],
	["a /16", upTo(200, (n) => `198.51.${n}.7`), 500],
	["a /32", upTo(200, (n) => `2001:db8:${n}::1`), 500],
	["two /16", upTo(200, (n) => `198.${50 + (n % 2)}.${n}.7`), 1000],
	["nobody knows where", ["", "unknown"], 50],
])("of %s, so many reports count in a day", (_, addresses, expected) => {
	const admission = crashAdmission();
	expect(countedOf(admission, addresses, expected + 60)).toBe(expected);
	expect(countedOf(admission, addresses, 10)).toBe(0);
	expect(countedOf(admission, addresses, 10, later(43_200))).toBe(10);
});

test("what could not be stored is not counted, for either network", () => {
	const admission = crashAdmission();
	const addresses = upTo(200, (n) => `198.51.${n}.7`);
	for (let n = 0; n < 600; n++) report(admission, addresses[n % 200] ?? "").undo();
	expect(countedOf(admission, addresses, 560)).toBe(500);
	report(admission, "203.0.113.1").undo();
	expect(countedOf(admission, ["203.0.113.1"], 60)).toBe(50);
});

test("requests of each kind are limited by the hour", () => {
	const admission = crashAdmission();
	const ask = (what: string, at = now) => admission.admit(what, "192.0.2.1", 3, at);
	for (let n = 0; n < 3; n++) ask("requests");
	expect(() => ask("requests")).toThrow("too many requests from your network: try again in 1200 s");
	expect(ask("crash reports")).toEqual(ask("crash reports"));
	expect(() => ask("requests", later(1199))).toThrow(LimitExceeded);
	ask("requests", later(1200));
});
