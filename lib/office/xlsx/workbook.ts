/**
 * From sheets to the bytes of a workbook. A history of years has a million cells, for which the libraries took half a minute
 * without answering any request: so the XML is written here.
 */
import { setImmediate } from "node:timers/promises";
import type { Day } from "#lib/day";
import { markupOf } from "#lib/export/markup";
import { coreProperties, type Parts, xmlHead, zip } from "#lib/office/package";
import { type Sheet, sheetXml, styles } from "./sheet";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ofPackage = "http://schemas.openxmlformats.org/package/2006";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export async function workbook(
	sheets: readonly Sheet[],
	properties: { title: string; author: string; day: Day },
): Promise<Uint8Array<ArrayBuffer>> {
	const path = (i: number) => `worksheets/sheet${i + 1}.xml`;
	const parts: Parts = {
		"[Content_Types].xml": contentTypes([
			["/xl/workbook.xml", `${spreadsheet}.sheet.main+xml`],
			["/xl/styles.xml", `${spreadsheet}.styles+xml`],
			["/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"],
			...sheets.map((_, i): [string, string] => [`/xl/${path(i)}`, `${spreadsheet}.worksheet+xml`]),
		]),
		"_rels/.rels": relations([
			[`${office}/officeDocument`, "xl/workbook.xml"],
			[`${ofPackage}/relationships/metadata/core-properties`, "docProps/core.xml"],
		]),
		"docProps/core.xml": coreProperties(properties),
		"xl/workbook.xml": [
			`${xmlHead}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>`,
			...sheets.map(({ name }, i) => `<sheet name="${markupOf(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`),
			"</sheets></workbook>",
		].join(""),
		"xl/_rels/workbook.xml.rels": relations([
			...sheets.map((_, i): [string, string] => [`${office}/worksheet`, path(i)]),
			[`${office}/styles`, "styles.xml"],
		]),
		"xl/styles.xml": xmlHead + styles,
	};
	for (const [i, sheet] of sheets.entries()) {
		// A large sheet takes a while: other requests are answered before each.
		await setImmediate();
		parts[`xl/${path(i)}`] = xmlHead + sheetXml(sheet);
	}
	return zip(parts, properties.day);
}

function contentTypes(parts: readonly [name: string, type: string][]): string {
	return [
		`${xmlHead}<Types xmlns="${ofPackage}/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		...parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`),
		"</Types>",
	].join("");
}

function relations(targets: readonly [type: string, target: string][]): string {
	return [
		`${xmlHead}<Relationships xmlns="${ofPackage}/relationships">`,
		...targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`),
		"</Relationships>",
	].join("");
}
