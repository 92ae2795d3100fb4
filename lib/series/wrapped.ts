/** Breaks a text into lines between its words. */
import { shortened, type TextWidth } from "./text-width";

export interface Room {
	fontSize: number;
	widthMax: number;
	linesMax: number;
	widthOf: TextWidth;
}

/** What does not fit, and a word that is wider than a line, ends in an ellipsis. */
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
