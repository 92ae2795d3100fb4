/** Numbers, days and times as people of each language write them. */
import { type Day, startOf } from "./day";
import type { Language } from "./language";

// British English: the day comes before the month, as it does in Russian, and no date can be read in two ways.
const locales: Record<Language, string> = { en: "en-GB", ru: "ru-RU" };

function perLanguage<T>(make: (locale: string) => T): Record<Language, T> {
	return { en: make(locales.en), ru: make(locales.ru) };
}

const plain = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const twoDecimals = perLanguage(
	(locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
// The British million is a small m, which people take for thousandths.
const short = { en: compact("en-US"), ru: compact(locales.ru) };
const signed = perLanguage(
	(locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: "exceptZero" }),
);

function compact(locale: string) {
	return new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 2 });
}

/** At most two decimals, thousands grouped. */
export function formatNumber(value: number, language: Language): string {
	return plain[language].format(value);
}

/** With its sign: a change. */
export function formatChange(value: number, language: Language): string {
	return signed[language].format(value).replace("-", "\u2212");
}

/** `+4.6%`, `−1.2%`. */
export function formatPercentChange(percent: number, language: Language): string {
	return `${formatChange(percent, language)}${language === "ru" ? "\u00a0" : ""}%`;
}

/** For axes: 1,500 stays as it is, from a million on it is `1.5M`. */
export function formatTick(value: number, language: Language): string {
	return (Math.abs(value) < 1_000_000 ? plain : short)[language].format(value);
}

/** `percent` is 0 to 100; at most two decimals, without trailing zeros. */
export function formatPercent(percent: number, language: Language): string {
	return language === "ru" ? `${formatNumber(percent, language)}\u00a0%` : `${formatNumber(percent, language)}%`;
}

/** The same for columns, where every number has its decimals under those of the others. */
export function formatShare(percent: number, language: Language): string {
	return `${twoDecimals[language].format(percent)}${language === "ru" ? "\u00a0" : ""}%`;
}

const dates = {
	/** `21 November 2026` */
	long: perLanguage(dateFormat({ day: "numeric", month: "long", year: "numeric" })),
	/** `21 Nov 2026` */
	short: perLanguage(dateFormat({ day: "numeric", month: "short", year: "numeric" })),
	/** `21 Nov` */
	dayAndMonth: perLanguage(dateFormat({ day: "numeric", month: "short" })),
	/** `Nov 2026` */
	monthAndYear: perLanguage(dateFormat({ month: "short", year: "numeric" })),
	/** `November 2026` */
	wholeMonth: perLanguage(dateFormat({ month: "long", year: "numeric" })),
	/** `Nov` */
	month: perLanguage(dateFormat({ month: "short" })),
	/** `2026` */
	year: perLanguage(dateFormat({ year: "numeric" })),
	/** `Mon` */
	weekday: perLanguage(dateFormat({ weekday: "short" })),
};
export type DateStyle = keyof typeof dates;

function dateFormat(options: Intl.DateTimeFormatOptions) {
	return (locale: string) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
}

export function formatDay(day: Day, language: Language, style: DateStyle = "long"): string {
	const text = dates[style][language].format(startOf(day));
	// The Russian format ends dates in "г.", which reads badly inside sentences and on axes.
	return text.replace(/\sг\.$/, "").replaceAll(" ", "\u00a0");
}

/** Time that has passed as `HH:MM:SS`; hours grow beyond 99. */
export function formatElapsed(milliseconds: number): string {
	const seconds = Math.max(0, Math.floor(milliseconds / 1000));
	return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
		.map((part) => String(Math.floor(part)).padStart(2, "0"))
		.join(":");
}
