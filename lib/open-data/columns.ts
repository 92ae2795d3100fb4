/** Text in columns for a terminal: counts how wide each character is shown, so that any script stays aligned. */
import stringWidth from "string-width";

export type Side = "left" | "right";

export function padded(text: string, width: number, side: Side): string {
	const space = " ".repeat(Math.max(0, width - stringWidth(text)));
	return side === "left" ? text + space : space + text;
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function clipped(text: string, width: number): string {
	if (stringWidth(text) <= width) return text;
	let kept = "";
	for (const char of text) {
		if (stringWidth(kept + char) >= width) break;
		kept += char;
	}
	return `${kept.trimEnd()}…`;
}

export function widthOf(texts: readonly string[]): number {
	return Math.max(0, ...texts.map((text) => stringWidth(text)));
}

/** Breaks between words; a no-break space holds what belongs together. A word that is too long stands alone. */
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
