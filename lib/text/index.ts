/**
 * What the site says, in each language. `translate` gives messages with arguments, `names` plain texts by the key of what
 * they name. English has the shape: a missing or surplus key in another language is a type error.
 */
import { type Language, perLanguage } from "#lib/language";
import * as en from "./en/catalogue";
import * as ru from "./ru/catalogue";
import type { Translation } from "./translation";
import { translatorsOf } from "./translators";

const catalogues: Readonly<Record<Language, Translation<typeof en>>> = { en, ru };

const translators = translatorsOf(perLanguage((language) => catalogues[language].messages as typeof en.messages));

export type Translate = (typeof translators)[Language];
export type StatisticSlug = keyof typeof en.names.statistics;
export type PageSlug = keyof typeof en.names.pages;
export type ReportFieldName = keyof typeof en.names.reports.fields;
export type SectionName = keyof typeof en.names.reports.sections;
export type BucketGroup = keyof typeof en.names.buckets;

export function translate(language: Language): Translate {
	return translators[language];
}

export function names(language: Language): Translation<typeof en.names> {
	return catalogues[language].names;
}
