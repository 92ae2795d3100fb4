/** Texts of which no browser needs any, apart from the others, which what reads reports in the browser loads. */
import { type Language, perLanguage } from "#lib/language";
import * as en from "./en/server";
import * as ru from "./ru/server";
import type { Translation } from "./translation";
import { translatorsOf } from "./translators";

export type ServerMessages = typeof en.messages;
type Api = ServerMessages["api"];
/** `parameter.date`: a message about the API. */
export type ApiTextKey = { [Group in keyof Api]: `${Group}.${keyof Api[Group] & string}` }[keyof Api];

const catalogues: Readonly<Record<Language, Translation<typeof en>>> = { en, ru };

const translators = translatorsOf(perLanguage((language) => catalogues[language].messages as ServerMessages));

export const translateOnServer = (language: Language) => translators[language];

/** By which people look for what the site calls something else. */
export const searchWords = (language: Language) => catalogues[language].searchWords;
