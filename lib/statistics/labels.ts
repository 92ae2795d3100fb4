/** What people call statistics and their buckets. */
import type { Day } from "#lib/day";
import { defaultLanguage, type Language } from "#lib/language";
import { type BucketGroup, names, type StatisticSlug } from "#lib/text/index";
import type { StatisticText } from "#lib/text/translation";
import { isOneNumber, type Label, type Statistic } from "./statistic";

const textOf = ({ slug }: Pick<Statistic, "slug">, language: Language): StatisticText =>
	names(language).statistics[slug as StatisticSlug];

export function titleOf(statistic: Pick<Statistic, "slug">, language: Language): string {
	return textOf(statistic, language).title;
}

/** How it is counted, in one to three sentences. */
export function aboutOf(statistic: Pick<Statistic, "slug">, language: Language): string {
	return textOf(statistic, language).about;
}

export interface Note {
	/** Since when. */
	day: Day;
	text: string;
}

/** What changed the meaning of its numbers: a rule, or a corrected mistake. In order of days. */
export function notesOf(statistic: Pick<Statistic, "slug">, language: Language): Note[] {
	return Object.entries(textOf(statistic, language).notes ?? {})
		.map(([day, text]) => ({ day: day as Day, text }))
		.sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Labels that several statistics share, for their `labels`. */
export function sharedLabels(group: BucketGroup): Readonly<Record<string, Label>> {
	return Object.fromEntries(
		Object.keys(names(defaultLanguage).buckets[group]).map((bucket) => [
			bucket,
			(language: Language) => sharedLabel(group, bucket, language) ?? bucket,
		]),
	);
}

export function sharedLabel(group: BucketGroup, bucket: string, language: Language): string | undefined {
	return lookUp<string>(names(language).buckets[group], bucket);
}

/** The catalog's own name of a bucket first, then the one that was stored with the counts, then the key itself. */
export function labelOf(
	statistic: Statistic,
	bucket: string,
	language: Language,
	stored?: ReadonlyMap<string, string>,
): string {
	return (
		ownLabel(statistic, bucket, language) ?? sharedLabel("common", bucket, language) ?? stored?.get(bucket) ?? bucket
	);
}

function ownLabel(statistic: Statistic, bucket: string, language: Language): string | undefined {
	const translated = lookUp(textOf(statistic, language).buckets, bucket);
	if (translated !== undefined) return translated;
	if (typeof statistic.labels === "function") return statistic.labels(bucket, language);
	const label = lookUp(statistic.labels, bucket);
	return typeof label === "function" ? label(language) : (label ?? undefined);
}

/** Whether the catalog itself names the bucket, even if nothing was ever counted in it. */
export function isNamed(statistic: Statistic, bucket: string): boolean {
	if (isOneNumber(statistic)) return bucket === "all";
	if (bucket === "other" || statistic.order?.includes(bucket)) return true;
	if (typeof statistic.labels === "function") {
		// Of an open list the function only says what a bucket would be called.
		return statistic.threshold === 1 && ownLabel(statistic, bucket, defaultLanguage) !== undefined;
	}
	return statistic.labels !== undefined && Object.hasOwn(statistic.labels, bucket);
}

// A bucket from an address may be called `constructor`.
function lookUp<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
	return record && Object.hasOwn(record, key) ? record[key] : undefined;
}
