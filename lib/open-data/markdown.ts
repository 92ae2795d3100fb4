/** A table as GitHub-flavoured Markdown. Whatever is in a label stays a label: no link, code, markup or mention of it. */
import { oneLine } from "#lib/export/one-line";
import type { TextTable } from "./text-table";

export function markdownOf({ title, details, columns, rows, sum, note, ...caption }: TextTable): string {
	const row = (cells: readonly string[]) => `| ${cells.map(escaped).join(" | ")} |`;
	return [
		`**${escaped(title)}**${details.map((text) => ` · ${escaped(text)}`).join("")}`,
		"",
		row(columns),
		`| ${columns.map((_, i) => (i === 0 ? ":---" : "---:")).join(" | ")} |`,
		...rows.map(row),
		...(sum ? [`| ${sum.map((cell) => `**${escaped(cell)}**`).join(" | ")} |`] : []),
		"",
		`${escaped(note)}. [${escaped(caption.source)}](<${caption.address}>), ${escaped(caption.licence)}`,
		...(caption.simulation ? ["", `*${escaped(caption.simulation)}*`] : []),
		"",
	].join("\n");
}

function escaped(text: string): string {
	return (
		oneLine(text)
			.replace(/[\\`*_[\]|~$@#{}]/g, "\\$&")
			.replace(/&/g, "&amp;")
			.replace(/</g, "&lt;")
			.replace(/>/g, "&gt;")
			// Renderers make links of bare addresses.
			.replace(/:(?=\/\/)/g, "\\:")
			.replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
	);
}
