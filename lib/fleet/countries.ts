/**
 * Where the simulated hosts stand and from which networks (/24) they send. The shares of the first four countries are
 * those of the talk of 2019; the others are assumptions and fill up the rest. A test looks the networks up in the shipped
 * database of countries: where an update moved one, put another in its place. They say nothing of real hosts.
 */
import { between, oneOf, type Random } from "./chance";

export interface Country {
	/** ISO 3166-1 alpha-2 in lower case, or `unknown`. */
	code: string;
	/** Percent of all hosts. */
	share: number;
	timezone: string;
	/** Hours that its clock is ahead of UTC, in winter: the fleet knows no summer time. */
	offsetHours: number;
	/** First three bytes of addresses. */
	networks: readonly string[];
}

type Row = readonly [code: string, share: number, timezone: string, offsetHours: number, networks: string];

const known: readonly Row[] = [
	["us", 23.15, "America/New_York", -5, "3.118.0 9.188.0"],
	["fr", 13.49, "Europe/Paris", 1, "5.50.0 13.38.0"],
	["ru", 10.2, "Europe/Moscow", 3, "2.62.0 2.94.0"],
	["de", 7.76, "Europe/Berlin", 1, "5.6.0 18.158.0"],
];

/** Weights. */
const assumed: readonly Row[] = [
	["nl", 4.2, "Europe/Amsterdam", 1, "31.138.0 77.62.0"],
	["gb", 3.6, "Europe/London", 0, "3.10.0 13.42.0"],
	["ca", 3.2, "America/Toronto", -5, "3.98.0 24.202.0"],
	["ua", 2.9, "Europe/Kiev", 2, "37.54.0 176.38.0"],
	["pl", 2.4, "Europe/Warsaw", 1, "31.62.0 77.254.0"],
	["sg", 2, "Asia/Singapore", 8, "13.214.0 47.130.0"],
	["it", 1.9, "Europe/Rome", 1, "2.158.0 5.170.0"],
	["br", 1.6, "America/Sao_Paulo", -3, "18.230.0 177.206.0"],
	["es", 1.5, "Europe/Madrid", 1, "37.134.0 46.26.0"],
	["za", 1.3, "Africa/Johannesburg", 2, "13.246.0 41.134.0"],
	["cz", 1.3, "Europe/Prague", 1, "85.162.0 88.102.0"],
	["au", 1.3, "Australia/Sydney", 10, "3.26.0 3.106.0"],
	["tr", 1.2, "Europe/Istanbul", 3, "5.26.0 31.142.0"],
	["id", 1.2, "Asia/Jakarta", 7, "110.138.0 139.194.0"],
	["vn", 1.1, "Asia/Ho_Chi_Minh", 7, "1.54.0 118.70.0"],
	["in", 1.1, "Asia/Kolkata", 5.5, "3.110.0 13.234.0"],
	["ch", 0.9, "Europe/Zurich", 1, "77.58.0 83.78.0"],
	["jp", 0.9, "Asia/Tokyo", 9, "1.114.0 3.114.0"],
	["ro", 0.9, "Europe/Bucharest", 2, "5.14.0 82.78.0"],
	["se", 0.9, "Europe/Stockholm", 1, "13.50.0 13.62.0"],
	["hk", 0.9, "Asia/Hong_Kong", 8, "113.254.0 118.142.0"],
	["bg", 0.8, "Europe/Sofia", 2, "95.43.0 94.155.129"],
	["fi", 0.7, "Europe/Helsinki", 2, "80.222.0 84.250.0"],
	["at", 0.7, "Europe/Vienna", 1, "77.118.0 80.122.0"],
	["kz", 0.6, "Asia/Almaty", 6, "2.134.0 95.58.0"],
	["lt", 0.6, "Europe/Vilnius", 2, "5.243.0 88.119.0"],
	["ir", 0.6, "Asia/Tehran", 3.5, "2.146.0 83.122.0"],
	["unknown", 0.6, "UTC", 0, ""],
	["by", 0.5, "Europe/Minsk", 3, "37.214.0 93.85.0"],
	["lv", 0.5, "Europe/Riga", 2, "5.241.0 46.109.128"],
	["gr", 0.5, "Europe/Athens", 2, "2.86.0 79.130.0"],
	["hu", 0.5, "Europe/Budapest", 1, "89.134.0 84.1.24"],
	["ee", 0.4, "Europe/Tallinn", 2, "90.191.0 46.131.128"],
	["pt", 0.4, "Europe/Lisbon", 0, "2.82.0 89.154.0"],
	["mx", 0.4, "America/Mexico_City", -6, "78.14.0 187.253.96"],
	["ar", 0.4, "America/Argentina/Buenos_Aires", -3, "152.170.0 181.46.0"],
	["cl", 0.4, "America/Santiago", -4, "181.74.0 181.162.0"],
	["kr", 0.4, "Asia/Seoul", 9, "1.18.0 14.6.0"],
	["tw", 0.4, "Asia/Taipei", 8, "60.250.0 101.138.0"],
	["be", 0.4, "Europe/Brussels", 1, "34.78.0 57.6.0"],
	["il", 0.4, "Asia/Jerusalem", 2, "2.54.0 77.126.0"],
	["no", 0.3, "Europe/Oslo", 1, "2.150.0 77.18.0"],
	["dk", 0.3, "Europe/Copenhagen", 1, "2.130.0 77.214.0"],
	["sk", 0.3, "Europe/Bratislava", 1, "78.99.0 95.103.0"],
	["rs", 0.3, "Europe/Belgrade", 1, "178.222.0 93.87.0"],
	["md", 0.3, "Europe/Chisinau", 2, "92.115.64 93.116.128"],
	["my", 0.3, "Asia/Kuala_Lumpur", 8, "42.154.0 42.190.0"],
	["th", 0.3, "Asia/Bangkok", 7, "43.210.0 49.230.0"],
	["nz", 0.3, "Pacific/Auckland", 12, "49.226.0 121.74.0"],
];

const sum = (rows: readonly Row[]) => rows.reduce((total, [, share]) => total + share, 0);
const rest = (100 - sum(known)) / sum(assumed);

const country = ([code, share, timezone, offsetHours, networks]: Row): Country => {
	return { code, share, timezone, offsetHours, networks: networks.split(" ").filter(Boolean) };
};

export const countries: readonly Country[] = [
	...known.map(country),
	...assumed.map(country).map((one) => ({ ...one, share: one.share * rest })),
];

/** An address in the country. Of unknown senders none at all, or one that is not routed. */
export function addressIn({ networks }: Country, next: Random): string {
	const last = between(next(), 1, 254);
	if (networks.length > 0) return `${oneOf(next(), networks)}.${last}`;
	return oneOf(next(), ["", `192.0.2.${last}`, `10.3.0.${last}`, `100.64.1.${last}`]);
}
