/** A sheet of a workbook as XML. Numbers are numbers, days are dates, and texts stay texts whatever they begin with. */
import { type Day, daysBetween } from "#lib/day";
import { markupOf, oneLine } from "#lib/export/markup";

/** In the order of their definitions in `styles`. */
const styleNames = ["text", "heading", "whole", "decimal", "share", "date", "prose", "numberHeading"] as const;
type StyleName = (typeof styleNames)[number];

export interface FilledCell {
	value: string | number;
	style: StyleName;
}
/** `null` is empty. */
export type Cell = FilledCell | null;

export const text = (value: string): FilledCell => ({ value: oneLine(value), style: "text" });
/** Wrapped into several lines if long. */
export const prose = (value: string): FilledCell => ({ value: oneLine(value), style: "prose" });
export const heading = (value: string): FilledCell => ({ value: oneLine(value), style: "heading" });
/** For columns of numbers, which are aligned right. */
export const numberHeading = (value: string): FilledCell => ({ value: oneLine(value), style: "numberHeading" });
export const whole = (value: number | null): Cell => (value === null ? null : { value, style: "whole" });
/** At most two decimals are shown. */
export const amount = (value: number | null): Cell =>
	value === null ? null : { value, style: Number.isInteger(value) ? "whole" : "decimal" };
/** `percent` is 0 to 100; a spreadsheet has shares of 1. */
export const share = (percent: number | null): Cell =>
	percent === null ? null : { value: Math.round(percent * 100) / 10_000, style: "share" };
/** Spreadsheets count days. From this first day on, their wrong leap year 1900 does not matter. */
export const serialOf = (day: Day): number => daysBetween("1899-12-30" as Day, day);
export const date = (day: Day): FilledCell => ({ value: serialOf(day), style: "date" });

const styleOf = (style: StyleName): number => styleNames.indexOf(style);

const isWrapped = (style: StyleName): boolean => /prose|heading/i.test(style);

const alignments = {
	left: '<alignment horizontal="left" vertical="top"/>',
	wrapped: '<alignment vertical="top" wrapText="1"/>',
	wrappedRight: '<alignment horizontal="right" vertical="top" wrapText="1"/>',
};

function style(format: number, isBold: boolean, alignment = ""): string {
	return `<xf numFmtId="${format}" fontId="${isBold ? 1 : 0}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${
		alignment ? ` applyAlignment="1">${alignment}</xf>` : "/>"
	}`;
}

const font = (isBold: boolean) =>
	`<font>${isBold ? "<b/>" : ""}<sz val="11"/><name val="Arial"/><family val="2"/></font>`;

/** The built-in formats 0, 3, 4 and 10 are: general, 1,234, 1,234.56 and 12.34%. */
export const styles = [
	'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
	'<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
	`<fonts count="2">${font(false)}${font(true)}</fonts>`,
	'<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
	'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
	'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
	`<cellXfs count="${styleNames.length}">`,
	style(0, false),
	style(0, true, alignments.wrapped),
	style(3, false),
	style(4, false),
	style(10, false),
	style(164, false, alignments.left),
	style(0, false, alignments.wrapped),
	style(0, true, alignments.wrappedRight),
	"</cellXfs>",
	'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
	"</styleSheet>",
].join("");

export interface Sheet {
	name: string;
	rows: readonly (readonly Cell[])[];
	/** For calculating: the first row and column stay visible. Other sheets are for reading. */
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

/** Not every program adjusts the height of rows itself. */
function heightOf(cells: readonly Cell[], widths: readonly number[]): string {
	const lines = cells.map((cell, i) =>
		cell && isWrapped(cell.style) ? Math.ceil((String(cell.value).length * 1.1) / (widths[i] ?? 1)) : 1,
	);
	const most = Math.max(...lines);
	return most > 1 ? ` ht="${most * lineHeight}" customHeight="1"` : "";
}
