/**
 * Every parameter of every address, each defined once: its name, how its text is read, what is assumed without it, and what
 * it means. Reading, writing, the canonical form, the API description and the forms derive from this table.
 */

import { z } from "zod";
import type { Day } from "#lib/day";
import { defaultLanguage, languages } from "#lib/language";
import { defaultProduct, products } from "#lib/product";
import type { ApiTextKey } from "#lib/text/server";
import {
	axes,
	backgrounds,
	chartSizes,
	counts,
	crashSorts,
	crashTypes,
	forms,
	labelCharactersMax,
	measures,
	type PictureSize,
	pictureBounds,
	pictureSizes,
	pictureThemes,
	rangeNames,
	searchMax,
	sorts,
	textSizes,
	themes,
} from "./values";

export interface Parameter<T = unknown> {
	name: string;
	/** What it means; absent where no program is meant to use it. */
	about?: ApiTextKey;
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
function word<const N extends string, const T extends string>(name: N, words: readonly T[], about?: ApiTextKey) {
	const wrong =
		words.length === 2 ? `is neither ${words[0]} nor ${words[1]}` : `is none of ${words.slice().join(", ")}`;
	return { name, about, schema: z.enum(words), words, wrong };
}

function wholeNumber<const N extends "width" | "height" | "scale">(name: N, about: ApiTextKey) {
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

const side = z.string().refine((text) => {
	const [date, product, ...more] = text.split(":");
	const isProduct = product === undefined || products.some((one) => one === product);
	return day.safeParse(date).success && isProduct && more.length === 0;
});
const notSide = "is not a day like 2026-11-21, alone or with a product like 2026-11-21:legacy";

const bucketKey = z.string().regex(/^[a-z0-9.-]{1,64}$/);

/** No line breaks, no marks that turn the direction of text, no standalone surrogates. */
const visibleText = z.string().regex(/^[^\p{C}\p{Zl}\p{Zp}]*$/u);

const { titleCharactersMax } = pictureBounds;

export const parameters = {
	product: parameter({
		...word("product", products, "parameter.product"),
		default: defaultProduct,
	}),
	date: parameter({
		name: "date",
		about: "parameter.date",
		schema: day,
		wrong: notDay,
	}),
	lang: parameter({
		...word("lang", languages, "parameter.lang"),
		default: defaultLanguage,
	}),
	show: parameter(word("show", measures, "parameter.show")),
	count: parameter(word("count", counts, "parameter.count")),
	axis: parameter({
		...word("axis", axes, "parameter.axis"),
		default: "linear",
	}),
	range: parameter({
		...word("range", rangeNames, "parameter.range"),
		default: "all",
	}),
	/** Of data, which have every day unless a range is named: `all` ends on the date, like any other. */
	dataRange: parameter(word("range", rangeNames, "parameter.dataRange")),
	from: parameter({
		name: "from",
		about: "parameter.from",
		schema: day,
		wrong: notDay,
	}),
	to: parameter({
		name: "to",
		about: "parameter.to",
		schema: day,
		wrong: notDay,
	}),
	bucket: parameter({
		name: "bucket",
		about: "parameter.buckets",
		schema: bucketKey,
		wrong: "is no bucket",
		isRepeatable: true,
	}),
	oneBucket: parameter({
		name: "bucket",
		about: "parameter.bucket",
		schema: bucketKey,
		wrong: "is no bucket",
	}),
	/** Of what happened to the hosts of one bucket. */
	bucketOfHosts: parameter({
		name: "bucket",
		about: "parameter.bucketOfHosts",
		schema: bucketKey,
		wrong: "is no bucket",
	}),
	requiredBucket: parameter({
		name: "bucket",
		about: "parameter.requiredBucket",
		schema: bucketKey,
		wrong: "is no bucket",
		example: "intel",
		isRequired: true,
	}),
	/** The two sides of a comparison. */
	a: parameter({ name: "a", about: "parameter.a", schema: day, wrong: notDay }),
	b: parameter({ name: "b", about: "parameter.b", schema: day, wrong: notDay }),
	/** Of a page: a day, with the product if it is another one. */
	sideA: parameter({ name: "a", schema: side, wrong: notSide }),
	sideB: parameter({ name: "b", schema: side, wrong: notSide }),
	aProduct: parameter(word("aProduct", products, "parameter.aProduct")),
	bProduct: parameter(word("bProduct", products, "parameter.bProduct")),
	since: parameter({ name: "from", about: "parameter.since", schema: day, wrong: notDay }),
	until: parameter({ name: "to", about: "parameter.until", schema: day, wrong: notDay }),
	by: parameter({
		name: "by",
		about: "parameter.by",
		schema: z.string(),
		wrong: "is no statistic",
		example: "country",
		isRequired: true,
	}),
	events: parameter({
		...word("events", ["on", "off"], "parameter.events"),
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
	/** Of the table on a statistic's page. */
	sort: parameter(word("sort", sorts)),
	crashSort: parameter({ ...word("sort", crashSorts), default: "reports" }),
	crashType: parameter(word("type", crashTypes)),
	crashComponent: parameter({
		name: "component",
		schema: z.string().regex(/^[\w.+-]{1,64}$/),
		wrong: "is no package",
	}),
	crashRelease: parameter({ name: "release", schema: bucketKey, wrong: "is no release" }),
	form: parameter({ ...word("form", forms), default: "history" }),
	theme: parameter({ ...word("theme", themes), default: "auto" }),
	chartSize: parameter({ ...word("size", chartSizes), default: "wide" }),
	size: parameter(word("size", Object.keys(pictureSizes) as PictureSize[], "parameter.size")),
	width: parameter(wholeNumber("width", "parameter.width")),
	height: parameter(wholeNumber("height", "parameter.height")),
	text: parameter(word("text", textSizes, "parameter.text")),
	pictureTheme: parameter({
		...word("theme", pictureThemes, "parameter.theme"),
		default: "light",
	}),
	background: parameter({
		...word("background", backgrounds, "parameter.background"),
		default: "opaque",
	}),
	title: parameter({
		name: "title",
		about: "parameter.title",
		schema: visibleText.refine((text) => [...text].length <= titleCharactersMax).transform((text) => text.trim()),
		wrong: `is longer than ${titleCharactersMax} characters, or has some that cannot be seen`,
	}),
	scale: parameter({
		...wholeNumber("scale", "parameter.scale"),
		default: 1,
	}),
	label: parameter({
		name: "label",
		about: "parameter.label",
		schema: visibleText.max(labelCharactersMax),
		wrong: `is longer than ${labelCharactersMax} characters, or has some that cannot be seen`,
	}),
	url: parameter({
		name: "url",
		about: "parameter.url",
		schema: z.string(),
		wrong: "is no chart",
		example: "/statistics/cpu-vendor",
		isRequired: true,
	}),
	format: parameter({
		...word("format", ["json", "xml"], "parameter.format"),
		status: 501,
		default: "json",
	}),
	maxwidth: parameter({
		name: "maxwidth",
		about: "parameter.maxwidth",
		schema: pixels,
		wrong: notPixels,
	}),
	maxheight: parameter({
		name: "maxheight",
		about: "parameter.maxheight",
		schema: pixels,
		wrong: notPixels,
	}),
};
