/** The labels beside the ends of lines: a name that is too long for one line takes two, and all stand clear of each other. */
import { type LineSpec, yOf } from "./chart-spec";
import { spread } from "./spread";
import { shortened, shortenedApart, type TextWidth } from "./text-width";

export interface EndText {
	/** What of the name stands in a line of its own, above the rest and the value. */
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
/** With some air, so that the lines of one label are seen to belong together. */
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
	// The value is what must stay readable, so the name gives way.
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

/** Bold, and after a space. */
function valueWidth(value: string, fontSize: number, widthOf: TextWidth): number {
	return Math.ceil(widthOf(` ${value}`, fontSize) * 1.06);
}

/** As much as one line holds, up to the end of a word or a part of a version, and what is left. */
function inTwo({ name, value }: EndText, { fontSize, widthMax, widthOf }: Omit<Room, "linesMax">): EndText {
	const brokenAt = (places: RegExp) => {
		const parts = name.split(places);
		let count = parts.length;
		const first = () => parts.slice(0, count).join("").trimEnd();
		while (count > 1 && widthOf(first(), fontSize) > widthMax) count--;
		return { above: first(), name: parts.slice(count).join("") };
	};
	const betweenWords = brokenAt(/(?<=[ \u00a0])/);
	const isWhole = [betweenWords.above, `${betweenWords.name}${value}`].every(
		(line) => widthOf(line, fontSize) <= widthMax * 0.98,
	);
	const { above, name: rest } = isWhole ? betweenWords : brokenAt(/(?<=[ \u00a0\-–.])/);
	return { above: shortened(above, fontSize, widthMax, widthOf), name: rest, value };
}

type Frame = Pick<LineSpec, "kind" | "axis" | "yMin" | "yMax" | "margin" | "height" | "fontSize">;
type Lines = readonly { values: readonly (number | null)[] }[];

interface End extends EndText {
	/** Where the line, or the middle of a band, ends. */
	from: number;
	last: number;
}

/** Where each line ends, and where its label stands; `null` where it has none. */
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

/** Thin bands of a stack have no label, the table names them. */
function endsIn(lines: Lines, texts: readonly (EndText | null)[], frame: Frame): (End | null)[] {
	const y = yOf(frame);
	const isStack = frame.kind === "stack";
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

/** Of more labels than there is room for, those of the largest stay, in the order of the lines. */
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
