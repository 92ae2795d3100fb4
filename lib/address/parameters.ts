/**
 * Every parameter of every address, each defined once: its name, how its text is read, what is assumed without it, and what
 * it means. Reading, writing, the canonical form, the API description and the forms derive from this table.
 */
import { z } from "zod";
import type { Day } from "#lib/day";
import { languages, type Text } from "#lib/language";
import { defaultProduct, products } from "#lib/product";
import {
	axes,
	backgrounds,
	chartSizes,
	forms,
	labelCharactersMax,
	measures,
	type PictureSize,
	pictureBounds,
	pictureSizes,
	pictureThemes,
	rangeNames,
	searchMax,
	textSizes,
	themes,
} from "./values";

export interface Parameter<T = unknown> {
	name: string;
	/** What it means; absent where no program is meant to use it. */
	about?: Text;
	/** From the text in the address to the value. `String(value)` is the text again. */
	schema: z.ZodType<T>;
	/** All that it can be, where these are a few words. */
	words?: readonly string[];
	/** The problem with a wrong value, as the rest of a sentence: `date="x" is not a day like 2026-11-21`. */
	wrong: string;
	/** Of the answer to a wrong value; 400 where absent. */
	status?: number;
	/** The value that an absent parameter has. Without a default it is `null`. */
	default?: T;
	example?: string;
	isRepeatable?: boolean;
	isRequired?: boolean;
}

/** Keeps the exact type of an entry, which decides the type of the value that is read. */
const parameter = <const P extends Parameter>(given: P): P => given;

/** One of a few words. */
function word<const N extends string, const T extends string>(name: N, words: readonly T[], about?: Text) {
	const wrong =
		words.length === 2 ? `is neither ${words[0]} nor ${words[1]}` : `is none of ${words.slice().join(", ")}`;
	return { name, about, schema: z.enum(words), words, wrong };
}

function wholeNumber<const N extends "width" | "height" | "scale">(name: N, about: Text) {
	const { min, max } = pictureBounds[name];
	const schema = z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.pipe(z.number().int().min(min).max(max));
	return { name, about, schema, wrong: `is no whole number from ${min} to ${max}` };
}

const pixels = z
	.string()
	.regex(/^[1-9]\d{0,8}$/)
	.transform(Number);
const notPixels = "is no number of pixels";

const day = z.iso.date() as unknown as z.ZodType<Day>;
const notDay = "is not a day like 2026-11-21";

const bucketKey = z.string().regex(/^[a-z0-9.-]{1,64}$/);

/** No line breaks, no marks that turn the direction of text, no lone surrogates. */
const visibleText = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);

const within = (name: "width" | "height" | "scale") => `${pictureBounds[name].min}–${pictureBounds[name].max}`;
const { titleCharactersMax, pixelsMax } = pictureBounds;
const sizesText = Object.entries(pictureSizes)
	.map(([name, { width, height }]) => `${name} ${width} × ${height}`)
	.join(", ");

export const parameters = {
	product: parameter({
		...word("product", products, {
			en: "Whose hosts are counted: OpenVZ 7, or OpenVZ 6 and older.",
			ru: "Чьи серверы считать: OpenVZ 7 или OpenVZ 6 и ранее.",
		}),
		default: defaultProduct,
	}),
	date: parameter({
		name: "date",
		about: {
			en: "The day to show; absent: the last published one.",
			ru: "За какой день; если не указан — последний опубликованный.",
		},
		schema: day,
		wrong: notDay,
	}),
	lang: parameter({
		...word("lang", languages, {
			en: "The language of titles, labels and sentences. Addresses that begin with /ru are in Russian by themselves.",
			ru: "Язык заголовков, подписей и предложений. Адреса, начинающиеся с /ru, и без него отвечают по-русски.",
		}),
		default: "en",
	}),
	show: parameter(
		word("show", measures, {
			en: "What is drawn: shares of the base, or amounts; absent: what suits the statistic.",
			ru: "Что показать: доли или количество; если не указано — то, что подходит показателю.",
		}),
	),
	axis: parameter({
		...word("axis", axes, { en: "The kind of the axis of values.", ru: "Вид шкалы значений." }),
		default: "linear",
	}),
	range: parameter({
		...word("range", rangeNames, {
			en: "How many days up to the date are drawn.",
			ru: "За сколько дней до даты показать историю.",
		}),
		default: "all",
	}),
	/** Of data, which have every day unless a range is named: `all` ends on the date, like any other. */
	dataRange: parameter(
		word("range", rangeNames, {
			en: "How many days up to the date are given; absent: every published day, whatever the date.",
			ru: "За сколько дней до даты дать историю; если не указан — за все опубликованные дни, какой бы ни была дата.",
		}),
	),
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
		schema: bucketKey,
		wrong: "is no bucket",
		isRepeatable: true,
	}),
	oneBucket: parameter({
		name: "bucket",
		about: {
			en: "The bucket by its key, such as intel; absent: the largest one.",
			ru: "Категория по её ключу, например intel; если не указана — самая большая.",
		},
		schema: bucketKey,
		wrong: "is no bucket",
	}),
	events: parameter({
		...word("events", ["on", "off"], {
			en: "Whether events that explain curves are drawn.",
			ru: "Показывать ли события, объясняющие кривые.",
		}),
		default: "off",
	}),
	q: parameter({
		name: "q",
		schema: z
			.string()
			.transform((text) => text.trim().replace(/\s+/g, " "))
			.pipe(z.string().max(searchMax)),
		wrong: `is longer than ${searchMax} characters`,
		default: "",
	}),
	form: parameter({ ...word("form", forms), default: "history" }),
	theme: parameter({ ...word("theme", themes), default: "auto" }),
	chartSize: parameter({ ...word("size", chartSizes), default: "wide" }),
	size: parameter(
		word("size", Object.keys(pictureSizes) as PictureSize[], {
			en: `Width, height and size of text at once: ${sizesText}.`,
			ru: `Ширина, высота и размер текста сразу: ${sizesText}.`,
		}),
	),
	width: parameter(
		wholeNumber("width", {
			en: `The width in px, before the scale: ${within("width")}.`,
			ru: `Ширина в px, до увеличения: ${within("width")}.`,
		}),
	),
	height: parameter(
		wholeNumber("height", {
			en: `The height in px, ${within("height")}; without it and without a size, as much as the chart needs.`,
			ru: `Высота в px, ${within("height")}; если не указана ни она, ни размер — сколько нужно графику.`,
		}),
	),
	text: parameter(
		word("text", textSizes, {
			en: "large: for slides, and for pictures that are shown small.",
			ru: "large — для слайдов и для картинок, которые показывают уменьшенными.",
		}),
	),
	pictureTheme: parameter({
		...word("theme", pictureThemes, { en: "The colours.", ru: "Цвета." }),
		default: "light",
	}),
	background: parameter({
		...word("background", backgrounds, { en: "What is behind the chart.", ru: "Что за графиком." }),
		default: "opaque",
	}),
	title: parameter({
		name: "title",
		about: {
			en: `A title of your own: one line of at most ${titleCharactersMax} characters, Latin, Greek or Cyrillic.`,
			ru: `Свой заголовок: одна строка, не больше ${titleCharactersMax} знаков, латиница, греческий или кириллица.`,
		},
		schema: visibleText.refine((text) => [...text].length <= titleCharactersMax).transform((text) => text.trim()),
		wrong: `is longer than ${titleCharactersMax} characters, or has some that cannot be seen`,
	}),
	scale: parameter({
		...wholeNumber("scale", {
			en: `Pixels of a PNG for each px, ${within("scale")}: the whole may have ${pixelsMax / 1e6} million. An SVG has no pixels.`,
			ru: `Сколько пикселей PNG приходится на px, ${within("scale")}: всего не больше ${pixelsMax / 1e6} млн. У SVG пикселей нет.`,
		}),
		default: 1,
	}),
	label: parameter({
		name: "label",
		about: {
			en: `What stands on the left of the badge instead of the title: at most ${labelCharactersMax} characters.`,
			ru: `Что написать в левой части значка вместо названия: не больше ${labelCharactersMax} знаков.`,
		},
		schema: visibleText.max(labelCharactersMax),
		wrong: `is longer than ${labelCharactersMax} characters, or has some that cannot be seen`,
	}),
	url: parameter({
		name: "url",
		about: { en: "The address of a chart’s page.", ru: "Адрес страницы с диаграммой." },
		schema: z.string(),
		wrong: "is no chart",
		example: "/statistics/cpu-vendor",
		isRequired: true,
	}),
	format: parameter({
		...word("format", ["json", "xml"], { en: "How the answer is written.", ru: "Формат ответа." }),
		status: 501,
		default: "json",
	}),
	maxwidth: parameter({
		name: "maxwidth",
		about: { en: "The most pixels from left to right.", ru: "Наибольшая ширина в пикселях." },
		schema: pixels,
		wrong: notPixels,
	}),
	maxheight: parameter({
		name: "maxheight",
		about: { en: "The most pixels from top to bottom.", ru: "Наибольшая высота в пикселях." },
		schema: pixels,
		wrong: notPixels,
	}),
};
