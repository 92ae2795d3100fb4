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

/** Where each line ends, and where its label stands: thin bands of a stack have none, the table names them. */
export function endsOf(
	lines: readonly { values: readonly (number | null)[] }[],
	texts: readonly (EndText | null)[],
	frame: Pick<LineSpec, "kind" | "axis" | "yMin" | "yMax" | "margin" | "height" | "fontSize">,
): ((EndText & { y: number; from: number }) | null)[] {
	const { kind, margin, height, fontSize } = frame;
	const y = yOf(frame);
	const heightOf = ({ above }: EndText) => fontSize * (above ? lineStep + secondLine : lineStep);
	let below = 0;
	const ends = lines.map(({ values }, i) => {
		const last = values.at(-1) ?? 0;
		const from = kind === "stack" ? y(below + last / 2) : y(last);
		const thin = kind === "stack" && y(below) - y(below + last) < fontSize * 0.4;
		if (kind === "stack") below += last;
		const text = texts[i];
		return text && !thin ? { ...text, from: Math.round(from * 10) / 10, last } : null;
	});
	// Labels may reach half a line beyond the plot.
	const [top, bottom] = [margin.top - (fontSize * lineStep) / 2, height - margin.bottom + (fontSize * lineStep) / 2];
	const known = ends.filter((end) => end !== null);
	// Of more labels than there is room for, those of the largest stay.
	let left = bottom - top;
	const shown = new Set(
		[...known]
			.sort((a, b) => b.last - a.last)
			.filter((end, i) => {
				left -= heightOf(end);
				return i === 0 || left >= -0.01;
			}),
	);
	const standing = known.filter((end) => shown.has(end));
	const places = spread(
		standing.map(({ from }) => from),
		standing.map(heightOf),
		top,
		bottom,
	);
	return ends.map((end) => {
		if (end === null || !shown.has(end)) return null;
		const { last: _, ...label } = end;
		return { ...label, y: Math.round((places[standing.indexOf(end)] ?? end.from) * 10) / 10 };
	});
}
