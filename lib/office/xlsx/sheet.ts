/** One sheet of a workbook as XML. */
import { markupOf } from "#lib/export/markup";
import { type Cell, isWrapped, styleOf } from "./cells";

export interface Sheet {
	name: string;
	rows: readonly (readonly Cell[])[];
	/** To be calculated with: its first row and column stay in sight. The other kind is for reading. */
	isTable: boolean;
}

export function sheetXml({ rows, isTable }: Sheet): string {
	const frozen = '<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>';
	const columns = widthsOf(rows);
	return [
		'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
		'<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
		`<sheetViews><sheetView workbookViewId="0">${isTable ? frozen : ""}</sheetView></sheetViews>`,
		`<cols>${columns.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
		"<sheetData>",
		...rows.map((cells, i) => `<row r="${i + 1}"${heightOf(cells, columns)}>${rowXml(cells, i + 1)}</row>`),
		"</sheetData>",
		'<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
		"</worksheet>",
	].join("");
}

function rowXml(cells: readonly Cell[], row: number): string {
	let xml = "";
	for (const [i, cell] of cells.entries()) {
		if (cell === null) continue;
		const at = `<c r="${columnName(i)}${row}" s="${styleOf(cell.style)}"`;
		xml +=
			typeof cell.value === "number"
				? `${at}><v>${cell.value}</v></c>`
				: `${at} t="inlineStr"><is><t xml:space="preserve">${markupOf(cell.value)}</t></is></c>`;
	}
	return xml;
}

/** A to Z, AA, AB ... */
export function columnName(place: number): string {
	const letter = String.fromCharCode(65 + (place % 26));
	return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter;
}

const widthMax = { heading: 22, text: 48, prose: 90 };
const lineHeight = 15;

/** Of columns, in characters, by the longest of each. */
function widthsOf(rows: Sheet["rows"]): number[] {
	const longest: number[] = [];
	for (const row of rows) {
		for (const [i, cell] of row.entries()) longest[i] = Math.max(longest[i] ?? 9, widthOf(cell));
	}
	return longest.map((width) => Math.ceil(width) + 2);
}

function widthOf(cell: Cell): number {
	if (cell === null || cell.style === "date") return 0;
	const { value, style } = cell;
	// Thousands are grouped, and shares have their sign.
	if (typeof value === "number") return String(Math.round(value)).length * 1.4;
	// Bold is wider.
	if (style === "prose" || style === "text") return Math.min(value.length, widthMax[style]);
	return Math.min(value.length * 1.15, widthMax.heading);
}

/** Not every program makes rows higher by itself. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
	const lines = cells.map((cell, i) =>
		cell && isWrapped(cell.style) ? Math.ceil((String(cell.value).length * 1.1) / (widths[i] ?? 1)) : 1,
	);
	const most = Math.max(...lines);
	return most > 1 ? ` ht="${most * lineHeight}" customHeight="1"` : "";
}
