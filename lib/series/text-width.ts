/**
 * The width of texts. On a page it is an estimate that leaves enough room, since the fonts are the reader's. Pictures use
 * the exact widths of their own font.
 */

// No digits here: in charts all have the same width.
const narrow = /[ \u00a0.,:;'|!()[\]ijlIft-]/;
const wide = /[MWmw@%ЖШЩЮФМЫжшщюфмы…]/;
const upper = /[A-ZА-ЯЁ]/;

export type TextWidth = (text: string, fontSize: number) => number;

/** In px, of a proportional sans-serif; rather too wide than too narrow. */
export function textWidth(text: string, fontSize: number): number {
	let ems = 0;
	for (const char of text) ems += narrow.test(char) ? 0.4 : wide.test(char) ? 0.98 : upper.test(char) ? 0.74 : 0.64;
	return Math.ceil(ems * fontSize);
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function shortened(text: string, fontSize: number, widthMax: number, widthOf: TextWidth = textWidth): string {
	if (widthOf(text, fontSize) <= widthMax) return text;
	const chars = [...text];
	while (chars.length > 1 && widthOf(`${chars.join("").trimEnd()}…`, fontSize) > widthMax) chars.pop();
	return `${chars.join("").trimEnd()}…`;
}

/** Shortens texts that stand beside each other. If the shortened text is also the beginning of another one, its end is kept instead. */
export function shortenedApart(
	texts: readonly { text: string; widthMax: number }[],
	fontSize: number,
	widthOf: TextWidth = textWidth,
): string[] {
	return texts.map(({ text, widthMax }, i) => {
		const short = shortened(text, fontSize, widthMax, widthOf);
		const beginning = short.slice(0, -1);
		const isShared = short !== text && texts.some((other, j) => j !== i && other.text.startsWith(beginning));
		return isShared ? endOf(text, fontSize, widthMax, widthOf) : short;
	});
}

/** From a word on, where that leaves enough of it. */
function endOf(text: string, fontSize: number, widthMax: number, widthOf: TextWidth): string {
	const chars = [...text];
	while (chars.length > 1 && widthOf(`…${chars.join("")}`, fontSize) > widthMax) chars.shift();
	const end = chars.join("");
	const word = end.indexOf(" ") + 1;
	return `…${(word > 0 && end.length - word > 3 ? end.slice(word) : end).trimStart()}`;
}

export interface Room {
	fontSize: number;
	widthMax: number;
	linesMax: number;
	widthOf: TextWidth;
}

/** Lines broken between words. What does not fit, and a word that is wider than a line, ends in an ellipsis. */
export function wrapped(text: string, { fontSize, widthMax, linesMax, widthOf }: Room): string[] {
	const lines: string[] = [];
	const words = text.split(/ +/).filter(Boolean);
	while (words.length > 0 && lines.length < linesMax) {
		let line = words.shift() ?? "";
		if (lines.length === linesMax - 1) line = [line, ...words.splice(0)].join(" ");
		while (words.length > 0 && widthOf(`${line} ${words[0]}`, fontSize) <= widthMax) line += ` ${words.shift()}`;
		lines.push(shortened(line, fontSize, widthMax, widthOf));
	}
	return lines;
}
