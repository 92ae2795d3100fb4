/**
 * The parameters of the addresses for programs, each said once: `query.ts` reads them by these schemas, and the
 * description of the addresses shows them.
 */
import { z } from "zod";
import { axes, measures, type RangeName, ranges } from "#lib/chart-view";
import type { Day } from "#lib/day";
import { languages, type Text } from "#lib/language";
import { products } from "#lib/product";

export interface Parameter<T = unknown> {
	name: string;
	about: Text;
	schema: z.ZodType<T>;
	/** What is said of a wrong value, after it. */
	wrong: string;
	/** What is assumed where it is absent, if that is one value. */
	absent?: string;
	example?: string;
	isRepeatable?: boolean;
	isRequired?: boolean;
}

const parameter = <T>(given: Parameter<T>): Parameter<T> => given;

const day = z.iso.date() as unknown as z.ZodType<Day>;
const notDay = "is not a day like 2026-11-21";

export function word<T extends string>(name: string, words: readonly T[], about: Text, absent?: T): Parameter<T> {
	const wrong =
		words.length === 2 ? `is neither ${words[0]} nor ${words[1]}` : `is none of ${words.slice().join(", ")}`;
	return { name, about, schema: z.enum(words), wrong, absent };
}

/** Longer own labels would not fit on a badge. */
const labelCharactersMax = 60;

export const parameters = {
	product: word(
		"product",
		products,
		{
			en: "Whose hosts are counted: OpenVZ 7, or OpenVZ 6 and older.",
			ru: "Чьи серверы считать: OpenVZ 7 или OpenVZ 6 и ранее.",
		},
		"openvz7",
	),
	lang: word(
		"lang",
		languages,
		{
			en: "The language of titles, labels and sentences. Addresses that begin with /ru are in Russian by themselves.",
			ru: "Язык заголовков, подписей и предложений. Адреса, начинающиеся с /ru, и без него отвечают по-русски.",
		},
		"en",
	),
	date: parameter({
		name: "date",
		about: {
			en: "The day to show; absent: the last published one.",
			ru: "За какой день; если не указан — последний опубликованный.",
		},
		schema: day,
		wrong: notDay,
	}),
	from: parameter({
		name: "from",
		about: {
			en: "The first day; absent or too early: the first published one.",
			ru: "Первый день; если не указан или слишком ранний — первый опубликованный.",
		},
		schema: day,
		wrong: notDay,
	}),
	to: parameter({
		name: "to",
		about: {
			en: "The last day; absent or too late: the last published one.",
			ru: "Последний день; если не указан или слишком поздний — последний опубликованный.",
		},
		schema: day,
		wrong: notDay,
	}),
	bucket: parameter({
		name: "bucket",
		about: {
			en: "A bucket of the statistic by its key, such as intel; absent: all. Give it once for each bucket.",
			ru: "Категория показателя по её ключу, например intel; если не указана — все. Повторите для каждой категории.",
		},
		schema: z.string().regex(/^[a-z0-9.-]{1,64}$/),
		wrong: "is no bucket",
		isRepeatable: true,
	}),
	oneBucket: parameter({
		name: "bucket",
		about: {
			en: "The bucket by its key, such as intel; absent: the largest one.",
			ru: "Категория по её ключу, например intel; если не указана — самая большая.",
		},
		schema: z.string().regex(/^[a-z0-9.-]{1,64}$/),
		wrong: "is no bucket",
	}),
	label: parameter({
		name: "label",
		about: {
			en: `What stands on the left of the badge instead of the title: at most ${labelCharactersMax} characters.`,
			ru: `Что написать в левой части значка вместо названия: не больше ${labelCharactersMax} знаков.`,
		},
		schema: z
			.string()
			.max(labelCharactersMax)
			.regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u),
		wrong: `is longer than ${labelCharactersMax} characters, or has some that cannot be seen`,
	}),
	show: word("show", measures, {
		en: "What is drawn: shares of the base, or amounts; absent: what suits the statistic.",
		ru: "Что показать: доли или количество; если не указано — то, что подходит показателю.",
	}),
	axis: word("axis", axes, { en: "The kind of the axis of values.", ru: "Вид шкалы значений." }, "linear"),
	range: word(
		"range",
		Object.keys(ranges) as RangeName[],
		{ en: "How many days up to the date are drawn.", ru: "За сколько дней до даты показать историю." },
		"all",
	),
	events: word(
		"events",
		["on", "off"],
		{ en: "Whether events that explain curves are drawn.", ru: "Показывать ли события, объясняющие кривые." },
		"off",
	),
} as const;
