/** How options are read that several commands take. */
import { InvalidArgumentError } from "commander";
import { type Day, parseDay } from "#lib/day";

export function day(text: string): Day {
	const parsed = parseDay(text);
	if (!parsed) throw new InvalidArgumentError("It must be a day like 2026-11-21.");
	return parsed;
}

export function count(text: string): number {
	if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("It must be a whole number.");
	return Number(text);
}
