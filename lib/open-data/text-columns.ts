/** Text in columns for a terminal, and sparklines. Counts how wide each character is shown, so that any script stays aligned. */
import stringWidth from "string-width";

export type Side = "left" | "right";

function padded(text: string, width: number, side: Side): string {
	const space = " ".repeat(Math.max(0, width - stringWidth(text)));
	return side === "left" ? text + space : space + text;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function clipped(text: string, width: number): string {
	if (stringWidth(text) <= width) return text;
	let start = "";
	for (const char of text) {
		if (stringWidth(start + char) >= width) break;
		start += char;
	}
	return `${start.trimEnd()}…`;
}

export function widthOf(texts: readonly string[]): number {
	return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** Breaks between words, not at no-break spaces. A word that is too long gets a line of its own. */
export function wrapped(text: string, width: number): string[] {
	const lines: string[] = [];
	for (const word of text.split(" ")) {
		const last = lines.at(-1);
		if (last !== undefined && stringWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}

/** Rows of cells, two spaces apart; `sides` says where each column is aligned. */
export function aligned(rows: readonly (readonly string[])[], sides: readonly Side[]): string[] {
	const widths = sides.map((_, column) => widthOf(rows.map((row) => row[column] ?? "")));
	return rows.map((row) =>
		sides
			.map((side, column) => padded(row[column] ?? "", widths[column] ?? 0, side))
			.join("  ")
			.trimEnd(),
	);
}

const blocks = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/** Places of the days that are shown: evenly spread, the last among them. Nothing is averaged. */
export function spreadPlaces(days: number, most: number): number[] {
	const count = Math.min(days, most);
	return Array.from({ length: count }, (_, i) => (count === 1 ? days - 1 : Math.round((i * (days - 1)) / (count - 1))));
}

/** A history in one line of text, from zero to the largest value. A gap stays a gap. */
export function sparkline(values: readonly (number | null)[]): string {
	const most = Math.max(...values.map((value) => value ?? 0));
	return values
		.map((value) => {
			if (value === null) return " ";
			if (most === 0) return blocks[0];
			return blocks[Math.min(blocks.length - 1, Math.floor((value / most) * blocks.length))];
		})
		.join("");
}
