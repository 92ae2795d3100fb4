/** Writes lib/fleet/addresses.ts: for each country of the simulated fleet, networks that the shipped MMDB places there. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type CountryResponse, open } from "maxmind";
import { countries } from "#lib/fleet/countries";

const database = createRequire(import.meta.url).resolve(
	"@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
);
const reader = await open<CountryResponse & { country_code?: string }>(database);
const countryOf = (network: number) => {
	const record = reader.get(`${network >> 16}.${(network >> 8) & 255}.${network & 255}.77`);
	return (record?.country_code ?? record?.country?.iso_code)?.toLowerCase();
};

/** The longest runs of /24 networks of each country: their middles move least when the data are renewed. */
const runs = new Map<string, { first: number; length: number }[]>();
let run = { first: 0, length: 0 };
let holder: string | undefined;
for (let network = 1 << 16; network <= 224 << 16; network++) {
	const country = network >> 16 === 224 ? undefined : countryOf(network);
	if (country === holder) {
		run.length++;
		continue;
	}
	// Longer ones are those of armies and of whole registries, where no server stands.
	if (holder && run.length <= 1024)
		runs.set(holder, [...(runs.get(holder) ?? []), run].sort((a, b) => b.length - a.length).slice(0, 2));
	run = { first: network, length: 1 };
	holder = country;
}
const lines = countries
	.filter(({ code }) => code !== "unknown")
	.map(({ code }) => {
		const networks = (runs.get(code) ?? []).map(({ first, length }) => first + (length >> 1));
		const prefixes = networks.map((network) => `"${network >> 16}.${(network >> 8) & 255}.${network & 255}"`);
		return `\t${code}: [${prefixes.join(", ")}],`;
	});
writeFileSync(
	new URL("../lib/fleet/addresses.ts", import.meta.url),
	`/**
 * Networks (/24) from which the simulated hosts of a country send, made by bin/build-fleet-addresses.ts out of
 * @ip-location-db/geo-whois-asn-country-mmdb. They say nothing of real hosts.
 */
export const networks: Readonly<Record<string, readonly string[]>> = {
${lines.join("\n")}
};
`,
);
