/**
 * The first step of every normalisation: texts and numbers of a report, made safe to compare. Nothing here knows what
 * they mean.
 */

/** Code points of the lengthMax text that is kept. */
const lengthMax = 64;
/** Nearly every text is clean already. */
const printable = /^[ -~]+$/;
const spaced = /^ | {2}| $/;
/** A report may hold thousands of characters in one field: only the beginning is read. */
const charactersRead = 256;

/** Trimmed, white space collapsed, without control and other invisible characters; `null` when nothing is left. */
export function cleanText(value: unknown): string | null {
	if (typeof value !== "string") return null;
	if (value.length <= lengthMax && printable.test(value) && !spaced.test(value)) return value;
	const visible = value
		.slice(0, charactersRead)
		.replace(/\s+/g, " ")
		.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, "")
		.replace(/ +/g, " ")
		.trim();
	const capped = Array.from(visible).slice(0, lengthMax).join("").trim();
	return capped === "" ? null : capped;
}

/** A count, from a number or a decimal string; `null` for everything else, and above `max`. */
export function wholeNumber(value: unknown, max: number = 2 ** 40): number | null {
	const number = typeof value === "string" ? decimal(value) : value;
	return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 && number <= max
		? Math.abs(number)
		: null;
}

function decimal(text: string): number | null {
	return text.length <= charactersRead && /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : null;
}

/** `SILVER` → `Silver`. */
export function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
