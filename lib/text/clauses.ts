/** Clauses of statistics, which charts say: apart from the other messages, so that no browser has to load them. */
import { type Language, perLanguage } from "#lib/language";
import * as en from "./en/clauses";
import * as ru from "./ru/clauses";
import type { Translation } from "./translation";
import { translatorsOf } from "./translators";

export type Clauses = typeof en.clauses;

const catalogues: Readonly<Record<Language, { clauses: Translation<Clauses> }>> = { en, ru };

export const clauses = perLanguage((language) => catalogues[language].clauses as Clauses);

const translators = translatorsOf(clauses);

export const translateClause = (language: Language) => translators[language];
