/** Names of buckets for people: the catalog's own first, then what was stored with the counts, then the key itself. */
import type { Language, Text } from "#lib/language";
import { isOneNumber, type Statistic } from "./statistic";

export const yesNo = { yes: { en: "Yes", ru: "Да" }, no: { en: "No", ru: "Нет" } } as const;
export const unlimited = { en: "Unlimited", ru: "Без ограничений" };

const common: Readonly<Record<string, Text>> = {
	other: { en: "Other", ru: "Другие" },
	unknown: { en: "Unknown", ru: "Неизвестно" },
	all: { en: "All", ru: "Все" },
};

export function labelOf(
	statistic: Statistic,
	bucket: string,
	language: Language,
	stored?: ReadonlyMap<string, string>,
): string {
	const { labels } = statistic;
	const own = typeof labels === "function" ? labels(bucket, language) : lookUp(labels, bucket);
	return said(own, language) ?? said(lookUp(common, bucket), language) ?? stored?.get(bucket) ?? bucket;
}

/** Whether the catalog itself names the bucket, be anything in it or not. */
export function isNamed(statistic: Statistic, bucket: string): boolean {
	if (isOneNumber(statistic)) return bucket === "all";
	if (bucket === "other" || statistic.order?.includes(bucket)) return true;
	if (typeof statistic.labels === "function") {
		// Of an open list the function only says what a bucket would be called.
		return statistic.threshold === 1 && statistic.labels(bucket, "en") !== undefined;
	}
	return statistic.labels !== undefined && Object.hasOwn(statistic.labels, bucket);
}

// A bucket from an address may be called `constructor`.
function lookUp<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
	return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function said(label: Text | string | undefined, language: Language): string | undefined {
	return typeof label === "object" ? label[language] : label;
}
