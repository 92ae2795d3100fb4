/** Numbers, days and times as people of each language write them. */
import { type Day, startOf } from "./day";
import { type Language, perLanguage, settingsOf } from "./language";

const numberFormats = (options: Intl.NumberFormatOptions) =>
	perLanguage((language) => new Intl.NumberFormat(settingsOf(language).locale, options));

const plain = numberFormats({ maximumFractionDigits: 2 });
const whole = numberFormats({ maximumFractionDigits: 0 });
const signed = numberFormats({ maximumFractionDigits: 2, signDisplay: "exceptZero" });
const compact = perLanguage(
	(language) =>
		new Intl.NumberFormat(settingsOf(language).compactLocale, { notation: "compact", maximumFractionDigits: 2 }),
);
/** The percent sign with the space before it, where the language has one. */
const percentSigns = perLanguage((language) =>
	new Intl.NumberFormat(settingsOf(language).locale, { style: "percent" }).format(1).replace(/^\d+/, ""),
);

/** At most two decimals, none from 100 on; thousands grouped. */
export function formatNumber(value: number, language: Language): string {
	return (Math.abs(value) < 100 ? plain : whole)[language].format(value);
}

/** A change, with its sign. */
export function formatChange(value: number, language: Language): string {
	return signed[language].format(value).replace("-", "\u2212");
}

/** A change of a count, and in percent of what it was: `+54 (+4%)`. */
export function formatChangeFrom(before: number, by: number, language: Language): string {
	const change = formatChange(by, language);
	return before > 0 ? `${change} (${formatPercentChangeOf((by / before) * 100, before, language)})` : change;
}

/** For axes: `1,500`, and from a million on `1.5M`. */
export function formatTick(value: number, language: Language): string {
	return (Math.abs(value) < 1_000_000 ? plain : compact)[language].format(value);
}

/**
 * A percentage that was not counted: a tick of an axis, a threshold. `percent` is 0 to 100; at most two decimals, without
 * trailing zeros. For what was counted, see `formatShareOf`.
 */
export function formatPercent(percent: number, language: Language): string {
	return formatNumber(percent, language) + percentSigns[language];
}

/** Whole percent below 1,000 hosts, one decimal below 10,000, else two: as many digits as a base of that size supports. */
export const decimalsFor = (baseHosts: number) => (baseHosts < 1000 ? 0 : baseHosts < 10_000 ? 1 : 2);

const byDecimals = [0, 1, 2].map((digits) => ({
	plain: numberFormats({ maximumFractionDigits: digits }),
	fixed: numberFormats({ minimumFractionDigits: digits, maximumFractionDigits: digits }),
	signed: numberFormats({ minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "exceptZero" }),
}));

/**
 * A share of a base of so many hosts, with at most as many digits as it supports: `14%`, `<1%`, `>99%`. In columns of numbers
 * they are always as many (`fixed`), so that the decimal points stand below each other.
 */
export function formatShareOf(
	percent: number,
	baseHosts: number,
	language: Language,
	style: "plain" | "fixed" = "plain",
) {
	const digits = decimalsFor(baseHosts);
	const least = 10 ** -digits;
	const format = (value: number) => byDecimals[digits]?.[style][language].format(value) + percentSigns[language];
	// What there is must not look like nothing, nor like all.
	if (percent > 0 && percent < least / 2) return `<${format(least)}`;
	if (percent < 100 && percent >= 100 - least / 2) return `>${format(100 - least)}`;
	return format(percent);
}

/** A change of a count in percent, with its sign and as many digits as the count before supports: `+5%`, `−1.2%`. */
export function formatPercentChangeOf(percent: number, before: number, language: Language): string {
	return formatPointsOf(percent, before, language) + percentSigns[language];
}

/** A difference of shares in points, with its sign and as many digits as the smaller base supports. */
export function formatPointsOf(points: number, baseHosts: number, language: Language): string {
	return `${byDecimals[decimalsFor(baseHosts)]?.signed[language].format(points)}`.replace("-", "\u2212");
}

export function percentSign(language: Language): string {
	return percentSigns[language];
}

const dateStyles = {
	/** `21 November 2026` */
	long: { day: "numeric", month: "long", year: "numeric" },
	/** `21 Nov 2026` */
	short: { day: "numeric", month: "short", year: "numeric" },
	/** `21 Nov` */
	dayAndMonth: { day: "numeric", month: "short" },
	/** `Nov 2026` */
	monthAndYear: { month: "short", year: "numeric" },
	/** `November 2026` */
	wholeMonth: { month: "long", year: "numeric" },
	/** `Nov` */
	month: { month: "short" },
	/** `2026` */
	year: { year: "numeric" },
	/** `Mon` */
	weekday: { weekday: "short" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;
export type DateStyle = keyof typeof dateStyles;

const dateFormats = perLanguage(
	(language) =>
		Object.fromEntries(
			Object.entries(dateStyles).map(([style, options]) => [
				style,
				new Intl.DateTimeFormat(settingsOf(language).locale, { ...options, timeZone: "UTC" }),
			]),
		) as Record<DateStyle, Intl.DateTimeFormat>,
);

/** Days as they were formatted: Intl takes a hundredth of a millisecond for each, and pages repeat theirs. */
const formattedDays = new Map<string, string>();
const formattedDaysMax = 5000;

export function formatDay(day: Day, language: Language, style: DateStyle = "long"): string {
	const key = `${language} ${style} ${day}`;
	const known = formattedDays.get(key);
	if (known !== undefined) return known;
	if (formattedDays.size >= formattedDaysMax) formattedDays.clear();
	const formatted = formattedDay(day, language, style);
	formattedDays.set(key, formatted);
	return formatted;
}

function formattedDay(day: Day, language: Language, style: DateStyle): string {
	return dateOfParts(dateFormats[language][style].formatToParts(startOf(day)));
}

/** `16–22 November 2026` */
export function formatDays(first: Day, last: Day, language: Language): string {
	const range = dateOfParts(dateFormats[language].long.formatRangeToParts(startOf(first), startOf(last)));
	// Between days of one month, thin spaces around the dash would only widen it.
	return range.replaceAll("\u2009", "");
}

function dateOfParts(parts: readonly { type: string; value: string }[]): string {
	// The Russian format ends in "г." for "year", which reads badly inside sentences and on axes.
	const end = parts.at(-1)?.type === "literal" ? -1 : parts.length;
	return parts
		.slice(0, end)
		.map(({ value }) => value)
		.join("")
		.replaceAll(" ", "\u00a0");
}

/** Time that has passed as `HH:MM:SS`; hours grow beyond 99. */
export function formatElapsed(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
		.map((part) => String(Math.floor(part)).padStart(2, "0"))
		.join(":");
}
