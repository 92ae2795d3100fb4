/** A table as HTML that can be pasted into an article: it carries its title and source within, and no style but alignment. */
import { markupOf } from "#lib/export/markup";
import type { TextTable } from "./text-table";

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
