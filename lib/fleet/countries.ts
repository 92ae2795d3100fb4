/**
 * Where the simulated hosts stand: the share of each country and its clock. The first four are figures of
 * the talk of 2019, the others are assumptions that fill up the rest.
 */

export interface Country {
	/** ISO 3166-1 alpha-2 in lower case, or `unknown`. */
	code: string;
	/** Percent of all hosts. */
	share: number;
	timezone: string;
	/** Hours that its clock is ahead of UTC, in winter: the fleet knows no summer time. */
	offsetHours: number;
}

const known: readonly [string, number, string, number][] = [
	["us", 23.15, "America/New_York", -5],
	["fr", 13.49, "Europe/Paris", 1],
	["ru", 10.2, "Europe/Moscow", 3],
	["de", 7.76, "Europe/Berlin", 1],
];

const assumed: readonly [string, number, string, number][] = [
	["nl", 4.2, "Europe/Amsterdam", 1],
	["gb", 3.6, "Europe/London", 0],
	["ca", 3.2, "America/Toronto", -5],
	["ua", 2.9, "Europe/Kiev", 2],
	["pl", 2.4, "Europe/Warsaw", 1],
	["sg", 2.0, "Asia/Singapore", 8],
	["it", 1.9, "Europe/Rome", 1],
	["br", 1.6, "America/Sao_Paulo", -3],
	["es", 1.5, "Europe/Madrid", 1],
	["za", 1.3, "Africa/Johannesburg", 2],
	["cz", 1.3, "Europe/Prague", 1],
	["au", 1.3, "Australia/Sydney", 10],
	["tr", 1.2, "Europe/Istanbul", 3],
	["id", 1.2, "Asia/Jakarta", 7],
	["vn", 1.1, "Asia/Ho_Chi_Minh", 7],
	["in", 1.1, "Asia/Kolkata", 5.5],
	["ch", 0.9, "Europe/Zurich", 1],
	["jp", 0.9, "Asia/Tokyo", 9],
	["ro", 0.9, "Europe/Bucharest", 2],
	["se", 0.9, "Europe/Stockholm", 1],
	["hk", 0.9, "Asia/Hong_Kong", 8],
	["bg", 0.8, "Europe/Sofia", 2],
	["fi", 0.7, "Europe/Helsinki", 2],
	["at", 0.7, "Europe/Vienna", 1],
	["kz", 0.6, "Asia/Almaty", 6],
	["lt", 0.6, "Europe/Vilnius", 2],
	["ir", 0.6, "Asia/Tehran", 3.5],
	["unknown", 0.6, "UTC", 0],
	["by", 0.5, "Europe/Minsk", 3],
	["lv", 0.5, "Europe/Riga", 2],
	["gr", 0.5, "Europe/Athens", 2],
	["hu", 0.5, "Europe/Budapest", 1],
	["ee", 0.4, "Europe/Tallinn", 2],
	["pt", 0.4, "Europe/Lisbon", 0],
	["mx", 0.4, "America/Mexico_City", -6],
	["ar", 0.4, "America/Argentina/Buenos_Aires", -3],
	["cl", 0.4, "America/Santiago", -4],
	["kr", 0.4, "Asia/Seoul", 9],
	["tw", 0.4, "Asia/Taipei", 8],
	["be", 0.4, "Europe/Brussels", 1],
	["il", 0.4, "Asia/Jerusalem", 2],
	["no", 0.3, "Europe/Oslo", 1],
	["dk", 0.3, "Europe/Copenhagen", 1],
	["sk", 0.3, "Europe/Bratislava", 1],
	["rs", 0.3, "Europe/Belgrade", 1],
	["md", 0.3, "Europe/Chisinau", 2],
	["my", 0.3, "Asia/Kuala_Lumpur", 8],
	["th", 0.3, "Asia/Bangkok", 7],
	["nz", 0.3, "Pacific/Auckland", 12],
];

const knownSum = known.reduce((sum, [, share]) => sum + share, 0);
const assumedSum = assumed.reduce((sum, [, share]) => sum + share, 0);

export const countries: readonly Country[] = [
	...known,
	...assumed.map(([code, weight, ...clock]) => [code, (weight * (100 - knownSum)) / assumedSum, ...clock] as const),
].map(([code, share, timezone, offsetHours]) => ({ code, share, timezone, offsetHours }));
