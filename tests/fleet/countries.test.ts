/** The networks from which simulated hosts send are in the countries that they stand for, says the shipped MMDB. */
import { createRequire } from "node:module";
import { type CountryResponse, open } from "maxmind";
import { expect, test } from "vitest";
import { countries } from "#lib/fleet/countries";

const database = createRequire(import.meta.url).resolve(
	"@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
);

test("each country has networks, in that country", async () => {
	const reader = await open<CountryResponse & { country_code?: string }>(database);
	for (const { code, networks } of countries.filter(({ code }) => code !== "unknown")) {
		expect(networks.length, code).toBeGreaterThanOrEqual(1);
		for (const prefix of networks) {
			for (const host of [1, 128, 254]) {
				expect(reader.get(`${prefix}.${host}`)?.country_code?.toLowerCase(), `${prefix}.${host}`).toBe(code);
			}
		}
	}
});

test("shares of the countries make a whole", () => {
	expect(countries.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 6);
});
