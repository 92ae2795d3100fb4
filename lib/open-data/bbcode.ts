/** A table as BBCode, for forums. BBCode has no way to escape, so brackets of labels become round ones. */
import { oneLine } from "#lib/export/one-line";
import type { TextTable } from "./text-table";

export function bbcodeOf({ title, details, columns, rows, sum, note, ...caption }: TextTable): string {
	const row = (cells: readonly string[], cell: "th" | "td") =>
		`[tr]${cells.map((text) => `[${cell}]${escaped(text)}[/${cell}]`).join("")}[/tr]`;
	return [
		`[b]${escaped(title)}[/b]${details.map((text) => ` · ${escaped(text)}`).join("")}`,
		"[table]",
		row(columns, "th"),
		...rows.map((cells) => row(cells, "td")),
		...(sum ? [row(sum, "th")] : []),
		"[/table]",
		`${escaped(note)}. [url=${caption.address}]${escaped(caption.source)}[/url], ${escaped(caption.licence)}`,
		...(caption.simulation ? [`[i]${escaped(caption.simulation)}[/i]`] : []),
		"",
	].join("\n");
}

function escaped(text: string): string {
	return oneLine(text).replace(/\[/g, "(").replace(/\]/g, ")");
}
