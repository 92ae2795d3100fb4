/** The parameters of pictures: read by these, and described by them. */

import { z } from "zod";
import type { Text } from "#lib/language";
import {
	backgrounds,
	type PictureSize,
	pictureBounds,
	pictureSizes,
	pictureThemes,
	textSizes,
} from "#lib/picture-options";
import { type Parameter, word } from "./parameters";

function wholeNumber(name: "width" | "height" | "scale", about: Text, absent?: string): Parameter<number> {
	const { min, max } = pictureBounds[name];
	const schema = z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.pipe(z.number().int().min(min).max(max));
	return { name, about, schema, wrong: `is no whole number from ${min} to ${max}`, absent };
}

const within = (name: "width" | "height" | "scale") => `${pictureBounds[name].min}–${pictureBounds[name].max}`;
const { titleCharactersMax, pixelsMax } = pictureBounds;
const sizesText = Object.entries(pictureSizes)
	.map(([name, { width, height }]) => `${name} ${width} × ${height}`)
	.join(", ");

export const pictureParameters = {
	size: word("size", Object.keys(pictureSizes) as PictureSize[], {
		en: `Width, height and size of text at once: ${sizesText}.`,
		ru: `Ширина, высота и размер текста сразу: ${sizesText}.`,
	}),
	width: wholeNumber("width", {
		en: `The width in px, before the scale: ${within("width")}.`,
		ru: `Ширина в px, до увеличения: ${within("width")}.`,
	}),
	height: wholeNumber("height", {
		en: `The height in px, ${within("height")}; without it and without a size, as much as the chart needs.`,
		ru: `Высота в px, ${within("height")}; если не указана ни она, ни размер — сколько нужно графику.`,
	}),
	text: word("text", textSizes, {
		en: "large: for slides, and for pictures that are shown small.",
		ru: "large — для слайдов и для картинок, которые показывают уменьшенными.",
	}),
	theme: word("theme", pictureThemes, { en: "The colours.", ru: "Цвета." }, "light"),
	background: word("background", backgrounds, { en: "What is behind the chart.", ru: "Что за графиком." }, "opaque"),
	title: {
		name: "title",
		about: {
			en: `A title of your own: one line of at most ${titleCharactersMax} characters, Latin, Greek or Cyrillic.`,
			ru: `Свой заголовок: одна строка, не больше ${titleCharactersMax} знаков, латиница, греческий или кириллица.`,
		},
		// Line ends, marks that turn the direction of text and halves of characters are none of a title.
		schema: z
			.string()
			.refine((text) => [...text].length <= titleCharactersMax && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))
			.transform((text) => text.trim()),
		wrong: `is longer than ${titleCharactersMax} characters, or has some that cannot be seen`,
	},
	scale: wholeNumber(
		"scale",
		{
			en: `Pixels of a PNG for each px, ${within("scale")}: the whole may have ${pixelsMax / 1e6} million. An SVG has no pixels.`,
			ru: `Сколько пикселей PNG приходится на px, ${within("scale")}: всего не больше ${pixelsMax / 1e6} млн. У SVG пикселей нет.`,
		},
		"1",
	),
} as const satisfies Record<string, Parameter>;
