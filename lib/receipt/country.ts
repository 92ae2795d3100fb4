/** The country of a sender's address, looked up in memory; the address goes no further. */
import { join } from "node:path";
import ipaddr from "ipaddr.js";
import { type CountryResponse, open } from "maxmind";
import { env } from "#lib/env";
import { errorLine, OperatorError } from "#lib/operator-error";

/** Both layouts of country databases: ip-location-db's flat one and MaxMind's own. */
interface CountryRecord {
	country_code?: string;
	country?: { iso_code?: string };
}

export type CountryOf = (address: string | null) => string;

/** The database that is shipped, unless GEOIP_DB names another. */
export function countriesPath(): string {
	const shipped = "node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb";
	return env().GEOIP_DB ?? join(process.cwd(), shipped);
}

/**
 * Opens an MMDB. The answer is an ISO 3166-1 alpha-2 code in lower case, or `unknown`. Throws an `OperatorError` when the
 * file cannot be read as one.
 */
export async function openCountries(path: string): Promise<CountryOf> {
	const database = await open<CountryResponse>(path).catch((error) => {
		throw new OperatorError(`the country database ${path} cannot be read (GEOIP_DB): ${errorLine(error)}`);
	});
	const lookUp: CountryOf = (address) => {
		const unicast = address === null ? null : unicastAddress(address);
		const record = unicast === null ? null : (database.get(unicast) as unknown as CountryRecord | null);
		const code = (record?.country_code ?? record?.country?.iso_code ?? "").toLowerCase();
		return /^[a-z]{2}$/.test(code) ? code : "unknown";
	};
	// An import asks for a host's reports one after the other.
	let last: { address: string | null; country: string } = { address: null, country: "unknown" };
	return (address) => {
		if (address !== last.address) last = { address, country: lookUp(address) };
		return last.country;
	};
}

/** Special-purpose ranges have no country, whatever a database says about them. An IPv4 address in IPv6 is an IPv4 address. */
function unicastAddress(address: string): string | null {
	if (!ipaddr.isValid(address)) return null;
	const parsed = ipaddr.process(address);
	return parsed.range() === "unicast" ? parsed.toString() : null;
}
