/** Tables to paste elsewhere: HTML, Markdown and BBCode. Each carries its title and source. */
import { markupOf, oneLine } from "#lib/export/markup";
import type { TextTable } from "./text-table";

/** HTML for an article, without any style but alignment. */
export function htmlOf(table: TextTable): string {
	const { title, details, columns, rows, sum, note, source, licence, simulation, address, language } = table;
	const row = (cells: readonly string[]) =>
		`<tr>${cells.map((cell, i) => (i === 0 ? named(cell, "row") : `<td${right}>${markupOf(cell)}</td>`)).join("")}</tr>`;
	return [
		`<table lang="${language}">`,
		`<caption>${markupOf([title, ...details].join(" · "))}</caption>`,
		`<thead><tr>${columns.map((name, i) => named(name, "col", i > 0)).join("")}</tr></thead>`,
		"<tbody>",
		...rows.map(row),
		"</tbody>",
		"<tfoot>",
		...(sum ? [row(sum)] : []),
		`<tr><td colspan="${columns.length}"><small>${markupOf(note)}. <a href="${markupOf(address)}">${markupOf(source)}</a>, ${markupOf(licence)}${
			simulation ? `<br><em>${markupOf(simulation)}</em>` : ""
		}</small></td></tr>`,
		"</tfoot>",
		"</table>",
		"",
	].join("\n");
}

const right = ' style="text-align:right"';

function named(text: string, scope: "row" | "col", isNumber = false): string {
	return `<th scope="${scope}"${isNumber ? right : ' style="text-align:left"'}>${markupOf(text)}</th>`;
}

/** GitHub-flavoured Markdown. A label stays plain text: it becomes no link, code, markup or mention. */
export function markdownOf({ title, details, columns, rows, sum, note, ...caption }: TextTable): string {
	const row = (cells: readonly string[]) => `| ${cells.map(inMarkdown).join(" | ")} |`;
	return [
		`**${inMarkdown(title)}**${details.map((text) => ` · ${inMarkdown(text)}`).join("")}`,
		"",
		row(columns),
		`| ${columns.map((_, i) => (i === 0 ? ":---" : "---:")).join(" | ")} |`,
		...rows.map(row),
		...(sum ? [`| ${sum.map((cell) => `**${inMarkdown(cell)}**`).join(" | ")} |`] : []),
		"",
		`${inMarkdown(note)}. [${inMarkdown(caption.source)}](<${caption.address}>), ${inMarkdown(caption.licence)}`,
		...(caption.simulation ? ["", `*${inMarkdown(caption.simulation)}*`] : []),
		"",
	].join("\n");
}

function inMarkdown(text: string): string {
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

/** BBCode, for forums. It has no way to escape, so square brackets in labels become round ones. */
export function bbcodeOf({ title, details, columns, rows, sum, note, ...caption }: TextTable): string {
	const row = (cells: readonly string[], cell: "th" | "td") =>
		`[tr]${cells.map((text) => `[${cell}]${inBbcode(text)}[/${cell}]`).join("")}[/tr]`;
	return [
		`[b]${inBbcode(title)}[/b]${details.map((text) => ` · ${inBbcode(text)}`).join("")}`,
		"[table]",
		row(columns, "th"),
		...rows.map((cells) => row(cells, "td")),
		...(sum ? [row(sum, "th")] : []),
		"[/table]",
		`${inBbcode(note)}. [url=${caption.address}]${inBbcode(caption.source)}[/url], ${inBbcode(caption.licence)}`,
		...(caption.simulation ? [`[i]${inBbcode(caption.simulation)}[/i]`] : []),
		"",
	].join("\n");
}

function inBbcode(text: string): string {
	return oneLine(text).replace(/\[/g, "(").replace(/\]/g, ")");
}
