import { beforeAll, describe, expect, test } from "vitest";
import { type CountryOf, countriesPath, openCountries } from "#lib/receipt/country";

let countryOf: CountryOf;
beforeAll(async () => {
	countryOf = await openCountries(countriesPath());
});

describe("the country of a sender", () => {
	test.each([
		["8.8.8.8", "us"],
		["77.88.8.8", "ru"],
		["::ffff:8.8.8.8", "us"],
	])("%s is in %s", (address, country) => {
		expect(countryOf(address)).toBe(country);
	});

	// The shipped database has answers for some of these.
	test.each([
		["loopback", "127.0.0.1"],
		["loopback", "::1"],
		["private", "10.1.2.3"],
		["private", "192.168.0.1"],
		["carrier-grade NAT", "100.64.1.1"],
		["documentation", "192.0.2.1"],
		["documentation", "198.51.100.1"],
		["documentation", "203.0.113.5"],
		["documentation", "2001:db8::1"],
		["link-local", "fe80::1"],
		["unique local", "fd00::1"],
		["multicast", "224.0.0.1"],
		["private in IPv6", "::ffff:10.0.0.1"],
		["no address", "somewhere"],
		["nothing", null],
	])("a special address (%s: %s) is unknown", (_, address) => {
		expect(countryOf(address)).toBe("unknown");
	});

	test("a file that is no database is an error", async () => {
		await expect(openCountries("package.json")).rejects.toThrow(/^the country database package.json cannot be read/);
	});
});
