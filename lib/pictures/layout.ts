/** The layout of a picture. Large text is the same layout in fewer units, so that everything grows in proportion. */

import { dataLicence } from "#lib/data-licence";
import { formatDay } from "#lib/format";
import type { Language } from "#lib/language";
import { type ChartSpec, type Frame, type SizeName, wholeNote } from "#lib/series/chart-spec";
import { type TextWidth, wrapped } from "#lib/series/text-width";
import { translate } from "#lib/text/index";
import type { Draw, Picture, PictureCaption, PictureOptions, PictureText } from "./picture";

/** Units between the edge and everything. */
const pad = 18;
/** The last line of text has more space below it than a chart. */
const padBelow = 14;
const gap = 10;
const type = {
	title: { fontSize: 20, line: 25 },
	figure: { fontSize: 34, line: 42 },
	small: { fontSize: 12.5, line: 17 },
	tiny: { fontSize: 11, line: 15.5 },
};
const badge = { inset: 7, height: 20, gap: 5 };
const chartHeight = { min: 130, default: 300 };
/** Minimum sizes in units for large type, in landscape and portrait. */
const large = { landscape: { width: 640, height: 345 }, portrait: { width: 430, height: 560 } };

export function layOut(draw: Draw, caption: PictureCaption, options: PictureOptions, widthOf: TextWidth): Picture {
	const zoom = zoomOf(options);
	const width = options.width / zoom;
	const fixedHeight = options.height === null ? null : options.height / zoom;
	const frame = (height: number): Frame => ({
		width: width - 2 * pad,
		height,
		fontSize: type.small.fontSize,
		labelWidthMax: labelWidthMax(width - 2 * pad),
		like: likeOf(width),
		widthOf,
	});
	const room = { widthMax: width - 2 * pad, widthOf };
	// The words do not depend on the frame.
	const words = draw(frame(chartHeight.default), undefined);

	const foot = footOf(words, caption, room);
	const roomUnder = (top: number) =>
		fixedHeight === null ? undefined : Math.floor(fixedHeight - top - 2 * gap - foot.height - padBelow);
	const head = [4, 3, 2, 1]
		.map((titleLines) => headOf(words, caption, options.title, { ...room, titleLines }))
		// If the chart gets too low, the title is shortened, then the figure is left out, which the chart has too.
		.concat(headOf(words, { ...caption, figure: null }, options.title, { ...room, titleLines: 1 }))
		.find(({ bottom }, i) => i === 4 || (roomUnder(bottom) ?? chartHeight.min) >= chartHeight.min);
	const top = (head?.bottom ?? pad) + gap;
	const chartRoom = roomUnder(top - gap);
	const spec = draw(frame(chartRoom ?? chartHeight.default), chartRoom);
	const height = fixedHeight ?? top + spec.height + gap + foot.height + padBelow;
	const footTop = height - padBelow - foot.height;
	const lowered = <T extends { x: number; y: number }>(one: T): T => ({ ...one, y: rounded(one.y + footTop) });
	return {
		language: words.language,
		theme: options.theme,
		background: options.background,
		width: options.width,
		height: Math.round(height * zoom),
		units: { width: rounded(width), height: rounded(height) },
		texts: [...(head?.texts ?? []), ...foot.texts.map(lowered)],
		badge: foot.badge && lowered(foot.badge),
		chart: { spec, x: pad, y: rounded(top) },
	};
}

/** px of a unit. */
function zoomOf({ width, height, text }: PictureOptions): number {
	const fits = (least: { width: number; height: number }) =>
		Math.min(width / least.width, (height ?? width / 2) / least.height);
	return text === "normal" ? 1 : Math.max(1, fits(large.landscape), fits(large.portrait));
}

/** A share of the width, larger on narrow pictures: readable names matter more than long lines. */
function labelWidthMax(inside: number): number {
	return Math.min(Math.max(inside * 0.36, Math.min(inside * 0.44, 150)), 260);
}

function likeOf(width: number): SizeName {
	return width < 480 ? "narrow" : width < 900 ? "wide" : "full";
}

interface Room {
	widthMax: number;
	widthOf: TextWidth;
}

function headOf(spec: ChartSpec, caption: PictureCaption, title: string | null, room: Room & { titleLines: number }) {
	const subtitle = subtitleOf(spec, caption);
	return stacked(pad, [
		...wrapped(title ?? spec.title, { ...room, ...type.title, linesMax: room.titleLines }).map((text) =>
			inType("title", text, "ink", true),
		),
		...wrapped(subtitle, { ...room, ...type.small, linesMax: 2 }).map((text) => inType("small", text, "muted")),
		...(caption.figure ? [fitted(inType("figure", caption.figure, "ink", true), room)] : []),
	]);
}

function subtitleOf({ subtitle, language }: ChartSpec, { product, day }: PictureCaption): string {
	const date = day && formatDay(day, language);
	return [product && translate(language)(`product.${product}`), date, subtitle].filter(Boolean).join(" · ");
}

/** Base, window and source, and whether the hosts are simulated; from 0 down. */
function footOf(spec: ChartSpec, caption: PictureCaption, room: Room) {
	const { language } = spec;
	const source = sourceOf(caption, language);
	const notes = wrapped(wholeNote(spec), { ...room, ...type.tiny, linesMax: 4 });
	const lines = (texts: string[]) => texts.map((text) => inType("tiny", text, "muted"));
	const sourceLine = wrapped(source, { ...room, ...type.tiny, linesMax: 2 });
	if (!caption.simulated) {
		const { texts, bottom } = stacked(0, lines([...notes, ...sourceLine]));
		return { texts, badge: null, height: bottom };
	}
	const words = translate(language)("picture.simulation");
	const length = rounded(room.widthOf(words, type.tiny.fontSize));
	const width = length + 2 * badge.inset;
	const beside = pad + width + 12;
	const isBeside = beside - pad + room.widthOf(source, type.tiny.fontSize) <= room.widthMax;
	const above = stacked(0, lines(isBeside ? notes : [...notes, ...sourceLine]));
	const y = above.bottom + badge.gap;
	const middle = rounded(y + badge.height / 2 + type.tiny.fontSize * 0.36);
	const { line: _, ...inBadge } = {
		...inType("tiny", words, "warn-ink", true),
		x: pad + badge.inset,
		y: middle,
		length,
	};
	const { line: __, ...besideIt } = { ...inType("tiny", source, "muted"), x: beside, y: middle };
	return {
		texts: [...above.texts, inBadge, ...(isBeside ? [besideIt] : [])],
		badge: { x: pad, y, width, height: badge.height },
		height: y + badge.height,
	};
}

/** Name, address and licence, so that a picture that was passed on still says where it is from and what is allowed. */
function sourceOf({ address }: PictureCaption, language: Language): string {
	const t = translate(language);
	return [t("picture.source", { name: t("site.name") }), address, dataLicence.name].filter(Boolean).join(" · ");
}

type Unplaced = PictureText & { line: number };

function inType(name: keyof typeof type, text: string, tone: PictureText["tone"], bold = false): Unplaced {
	return { x: pad, y: 0, text, ...type[name], tone, bold };
}

/** Reduces the font size until the text fits. */
function fitted(one: Unplaced, { widthMax, widthOf }: Room): Unplaced {
	const width = widthOf(one.text, one.fontSize);
	return width > widthMax ? { ...one, fontSize: Math.floor((one.fontSize * widthMax) / width) } : one;
}

/** Lines of text under each other. */
function stacked(from: number, lines: readonly Unplaced[]): { texts: PictureText[]; bottom: number } {
	let bottom = from;
	const texts = lines.map(({ line, ...text }) => {
		bottom += line;
		return { ...text, y: rounded(bottom - (line - text.fontSize * 0.72) / 2) };
	});
	return { texts, bottom };
}

function rounded(value: number): number {
	return Math.round(value * 100) / 100;
}
