/** Cells of a workbook: numbers as numbers, days as dates, and texts that stay texts whatever they begin with. */
import { type Day, daysBetween } from "#lib/day";
import { oneLine } from "#lib/export/one-line";

/** In the order of their definitions in `styles`. */
const styleNames = ["text", "heading", "whole", "decimal", "share", "date", "prose", "numberHeading"] as const;
export type StyleName = (typeof styleNames)[number];

export interface FilledCell {
	value: string | number;
	style: StyleName;
}
/** `null` is empty. */
export type Cell = FilledCell | null;

export const text = (value: string): FilledCell => ({ value: oneLine(value), style: "text" });
/** Of several lines, where it is long. */
export const prose = (value: string): FilledCell => ({ value: oneLine(value), style: "prose" });
export const heading = (value: string): FilledCell => ({ value: oneLine(value), style: "heading" });
/** Above numbers, which stand on the right. */
export const numberHeading = (value: string): FilledCell => ({ value: oneLine(value), style: "numberHeading" });
export const whole = (value: number | null): Cell => (value === null ? null : { value, style: "whole" });
/** At most two decimals are shown. */
export const amount = (value: number | null): Cell =>
	value === null ? null : { value, style: Number.isInteger(value) ? "whole" : "decimal" };
/** `percent` is 0 to 100; a spreadsheet has shares of 1. */
export const share = (percent: number | null): Cell =>
	percent === null ? null : { value: Math.round(percent * 100) / 10_000, style: "share" };
/** Spreadsheets count days; theirs began so that the error of a leap year 1900 does no harm since. */
export const serialOf = (day: Day): number => daysBetween("1899-12-30" as Day, day);
export const date = (day: Day): FilledCell => ({ value: serialOf(day), style: "date" });

export const styleOf = (style: StyleName): number => styleNames.indexOf(style);

export const isWrapped = (style: StyleName): boolean => /prose|heading/i.test(style);

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

/** Formats 0, 3, 4 and 10 are those of every spreadsheet: as it is, 1,234, 1,234.56 and 12.34%. */
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
