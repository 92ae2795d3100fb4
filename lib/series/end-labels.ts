/** The labels beside the ends of lines. A name too long for one line takes two, and no label covers another. */
import { isStacked, type LineSpec, yOf } from "./chart-spec";
import { shortened, shortenedApart, type TextWidth } from "./text-width";

interface EndText {
	/** The first part of the name, in a line above the rest and the value. */
	above?: string;
	name: string;
	value: string;
}

interface Room {
	fontSize: number;
	widthMax: number;
	widthOf: TextWidth;
	/** Lines of text that the plot's height has room for. */
	linesMax: number;
}

/** Of the height of text. */
const lineStep = 1.25;
/** With extra space, so that the two lines of a label are seen to belong together. */
const secondLine = 1.1 + 0.3;

/** One for each name, `null` where a line has no value to end with. */
export function endTexts(
	ends: readonly ({ name: string; value: string } | null)[],
	{ fontSize, widthMax, widthOf, linesMax }: Room,
): (EndText | null)[] {
	const roomBeside = (value: string) => widthMax - valueWidth(value, fontSize, widthOf);
	const fits = ({ name, value }: EndText) => widthOf(name, fontSize) <= roomBeside(value);
	const known = ends.filter((end) => end !== null);
	const isRoomy = known.length + known.filter((end) => !fits(end)).length <= linesMax;
	const broken = ends.map((end) =>
		end === null || fits(end) || !isRoomy ? end : inTwo(end, { fontSize, widthMax, widthOf }),
	);
	// The value must stay readable, so the name is shortened.
	const names = shortenedApart(
		broken.map((end) => ({ text: end?.name ?? "", widthMax: roomBeside(end?.value ?? "") })),
		fontSize,
		widthOf,
	);
	return broken.map((end, i) => (end === null ? null : { ...end, name: names[i] ?? "" }));
}

export function endWidth({ above = "", name, value }: EndText, fontSize: number, widthOf: TextWidth): number {
	const last = widthOf(name, fontSize) + valueWidth(value, fontSize, widthOf);
	return Math.max(widthOf(above, fontSize), last);
}

/** The value is bold and follows a space. */
function valueWidth(value: string, fontSize: number, widthOf: TextWidth): number {
	return Math.ceil(widthOf(` ${value}`, fontSize) * 1.06);
}

/** Breaks a name after a word or a part of a version, as late as one line allows. */
function inTwo({ name, value }: EndText, { fontSize, widthMax, widthOf }: Omit<Room, "linesMax">): EndText {
	const brokenAt = (places: RegExp) => {
		const parts = name.split(places);
		let count = parts.length;
		const first = () => parts.slice(0, count).join("").trimEnd();
		while (count > 1 && widthOf(first(), fontSize) > widthMax) count--;
		return { above: first(), name: parts.slice(count).join("") };
	};
	const isWhole = ({ above, name: rest }: { above: string; name: string }) =>
		[above, `${rest}${value}`].every((line) => widthOf(line, fontSize) <= widthMax * 0.98);
	// A number stays with its unit, a word whole, where there is room.
	const { above, name: rest } =
		[/(?<= )/, /(?<=[ \u00a0])/].map(brokenAt).find(isWhole) ?? brokenAt(/(?<=[ \u00a0\-–.])/);
	return { above: shortened(above, fontSize, widthMax, widthOf), name: rest, value };
}

type Frame = Pick<LineSpec, "kind" | "axis" | "yMin" | "yMax" | "margin" | "height" | "fontSize">;
type Lines = readonly { values: readonly (number | null)[] }[];

interface End extends EndText {
	/** Where the line, or the middle of a band, ends. */
	from: number;
	last: number;
}

/** The end of each line and the place of its label; `null` if there is no label. */
export function endsOf(
	lines: Lines,
	texts: readonly (EndText | null)[],
	frame: Frame,
): ((EndText & { y: number; from: number }) | null)[] {
	const { margin, height, fontSize } = frame;
	const ends = endsIn(lines, texts, frame);
	const heightOf = ({ above }: End) => fontSize * (above ? lineStep + secondLine : lineStep);
	// Labels may reach half a line beyond the plot.
	const [top, bottom] = [margin.top - (fontSize * lineStep) / 2, height - margin.bottom + (fontSize * lineStep) / 2];
	const standing = largestWithin(
		bottom - top,
		ends.filter((end) => end !== null),
		heightOf,
	);
	const places = spread(
		standing.map(({ from }) => from),
		standing.map(heightOf),
		top,
		bottom,
	);
	return ends.map((end) => {
		if (end === null) return null;
		const place = places[standing.indexOf(end)];
		if (place === undefined) return null;
		const { last: _, ...label } = end;
		return { ...label, y: toTenths(place) };
	});
}

/** Thin bands of a stack have no label: the table names them. */
function endsIn(lines: Lines, texts: readonly (EndText | null)[], frame: Frame): (End | null)[] {
	const y = yOf(frame);
	const isStack = isStacked({ kind: frame.kind, lines });
	let below = 0;
	return lines.map(({ values }, i) => {
		const last = values.at(-1) ?? 0;
		const from = isStack ? y(below + last / 2) : y(last);
		const thin = isStack && y(below) - y(below + last) < frame.fontSize * 0.4;
		if (isStack) below += last;
		const text = texts[i];
		return text && !thin ? { ...text, from: toTenths(from), last } : null;
	});
}

/** If there is no room for all labels, those of the largest values stay, in the order of the lines. */
function largestWithin(room: number, ends: readonly End[], heightOf: (end: End) => number): End[] {
	let left = room;
	const largest = ends
		.toSorted((a, b) => b.last - a.last)
		.filter((end, i) => {
			left -= heightOf(end);
			return i === 0 || left >= -0.01;
		});
	return ends.filter((end) => largest.includes(end));
}

function toTenths(pixels: number): number {
	return Math.round(pixels * 10) / 10;
}

/** Keeps labels beside a chart from covering each other. */

/**
 * Moves wanted middles apart until neighbours of these heights do not overlap and all lie from `top` to `bottom`; as close
 * to where they belong as that allows. Order is kept. Middles come back in the order they were given.
 */
export function spread(wanted: readonly number[], heights: readonly number[], top: number, bottom: number): number[] {
	const heightOf = (place: number) => heights[place] ?? 0;
	const upper = (place: number) => (wanted[place] ?? 0) - heightOf(place) / 2;
	const order = [...wanted.keys()].sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
	const groups: { places: number[]; start: number; height: number }[] = [];
	const grouped = (places: number[]) => {
		let height = 0;
		let off = 0;
		for (const place of places) {
			off += upper(place) - height;
			height += heightOf(place);
		}
		// The group's own best start, kept inside.
		const start = Math.max(Math.min(Math.max(off / places.length, top), bottom - height), top);
		return { places, start, height };
	};
	for (const place of order) {
		let group = grouped([place]);
		for (let last = groups.at(-1); last && last.start + last.height > group.start; last = groups.at(-1)) {
			groups.pop();
			group = grouped([...last.places, ...group.places]);
		}
		groups.push(group);
	}
	const result = new Array<number>(wanted.length).fill(0);
	for (const { places, start } of groups) {
		let next = start;
		for (const place of places) {
			result[place] = next + heightOf(place) / 2;
			next += heightOf(place);
		}
	}
	return result;
}
