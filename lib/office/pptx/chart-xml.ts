/** A native chart as DrawingML (ECMA-376, part 1, chapter 21.2): the elements stand in the order the schema wants. */
import { markupOf } from "#lib/export/markup";
import { xmlHead } from "#lib/office/package";
import { serialOf } from "#lib/office/xlsx/cells";
import { columnName } from "#lib/office/xlsx/sheet";
import { dateAxis, nameAxis, valueAxis } from "./axis-xml";
import { dataSheet } from "./chart-workbook";
import { filled, line, texts } from "./drawing-xml";
import { palette, size } from "./layout";
import type { NativeBars, NativeChart, NativeLines, NativeSeries } from "./native-chart";

/** The part `ppt/charts/chartN.xml`; its workbook is the relation `rId1`. */
export function chartXml(chart: NativeChart): string {
	return [
		`${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`,
		' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
		' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
		'<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
		chart.kind === "bars" ? barsXml(chart) : linesXml(chart),
		'</c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${texts({ size: size.axis, colour: palette.ink })}`,
		'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
	].join("");
}

function linesXml(chart: NativeLines): string {
	const { plot, kind } = chart;
	const layout = Object.entries({ x: plot.x, y: plot.y, w: plot.width, h: plot.height });
	const axes = '<c:axId val="1"/><c:axId val="2"/>';
	const grouping = kind === "stack" ? "stacked" : "standard";
	// One number is an area under a line: the line carries the label, and both read the same cells.
	const area =
		kind === "lines"
			? ""
			: `<c:areaChart><c:grouping val="${grouping}"/><c:varyColors val="0"/>${chart.series
					.map((one, i) => areaSeries(one, i, chart))
					.join("")}${axes}</c:areaChart>`;
	const first = kind === "area" ? chart.series.length : 0;
	const lines =
		kind === "stack"
			? ""
			: `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${chart.series
					.map((one, i) => lineSeries(one, i, first + i, chart))
					.join("")}<c:marker val="1"/>${axes}</c:lineChart>`;
	return [
		'<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
		...layout.map(([name, value]) => `<c:${name} val="${value}"/>`),
		`</c:manualLayout></c:layout>${area}${lines}${dateAxis(chart)}${valueAxis(chart)}`,
	].join("");
}

function areaSeries(one: NativeSeries, place: number, chart: NativeLines): string {
	const look =
		chart.kind === "area"
			? `<c:spPr>${filled(one.colour, 18)}<a:ln><a:noFill/></a:ln></c:spPr>`
			: `<c:spPr>${filled(one.colour)}${line("FFFFFF", 0.75)}</c:spPr>`;
	return `<c:ser>${head(place, place, one.name)}${look}${data(chart, place, one.values)}</c:ser>`;
}

/** Some programs connect a label that was moved with its point, unless they are told not to. */
const noLeaders = [
	'<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"',
	' xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:showLeaderLines val="0"/></c:ext></c:extLst>',
].join("");

function lineSeries(one: NativeSeries, place: number, index: number, chart: NativeLines): string {
	// A line of one day is a point.
	const symbol = chart.days.length === 1 ? '<c:symbol val="circle"/><c:size val="12"/>' : '<c:symbol val="none"/>';
	return [
		`<c:ser>${head(index, place, one.name)}<c:spPr>${line(one.colour, 3)}</c:spPr>`,
		`<c:marker>${symbol}<c:spPr>${filled(one.colour)}<a:ln><a:noFill/></a:ln></c:spPr></c:marker>`,
		`<c:dLbls>${endLabel(one, chart)}${shown({})}${noLeaders}</c:dLbls>`,
		`${data(chart, place, one.values)}<c:smooth val="0"/></c:ser>`,
	].join("");
}

/** Name and value beside the last point: they follow when the numbers are edited. */
function endLabel({ labelShift, colour }: NativeSeries, { days, kind, values }: NativeLines): string {
	if (labelShift === null) return "";
	const layout = labelShift
		? `<c:layout><c:manualLayout><c:x val="0"/><c:y val="${labelShift}"/></c:manualLayout></c:layout>`
		: "<c:layout/>";
	return [
		`<c:dLbl><c:idx val="${days.length - 1}"/>${layout}`,
		`<c:numFmt formatCode="${markupOf(values.labelFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
		`${texts({ size: size.label, colour, bold: true, wrap: false })}<c:dLblPos val="r"/>`,
		`${shown({ value: true, series: kind === "lines" })}<c:separator> </c:separator></c:dLbl>`,
	].join("");
}

function barsXml({ name: measured, bars, max, labelFormat }: NativeBars): string {
	const points = bars.map(
		({ colour }, i) =>
			`<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${filled(colour)}</c:spPr></c:dPt>`,
	);
	// A range has a cell at least, also where nothing was counted.
	const at = (column: string) => `${dataSheet}!$${column}$2:$${column}$${Math.max(bars.length, 1) + 1}`;
	const names = bars.map(({ name }, i) => `<c:pt idx="${i}"><c:v>${markupOf(name)}</c:v></c:pt>`).join("");
	return [
		'<c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>',
		`<c:ser>${head(0, 0, measured)}`,
		`<c:spPr>${filled(bars[0]?.colour ?? palette.axis)}</c:spPr><c:invertIfNegative val="0"/>${points.join("")}`,
		`<c:dLbls><c:numFmt formatCode="${markupOf(labelFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
		`${texts({ size: size.axis, colour: palette.ink, bold: true, wrap: false })}<c:dLblPos val="outEnd"/>${shown({ value: true })}</c:dLbls>`,
		`<c:cat><c:strRef><c:f>${at("A")}</c:f><c:strCache><c:ptCount val="${bars.length}"/>${names}</c:strCache></c:strRef></c:cat>`,
		`<c:val>${numbers(
			at("B"),
			bars.map(({ value }) => value),
			labelFormat,
		)}</c:val></c:ser>`,
		`<c:gapWidth val="${Math.max(35, 180 - 30 * bars.length)}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${nameAxis()}`,
		valueAxis({ values: { min: 0, max, step: max, isLog: false, format: labelFormat }, hidden: true }),
	].join("");
}

function head(index: number, place: number, name: string): string {
	const cell = `${dataSheet}!$${columnName(place + 1)}$1`;
	const cache = `<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${markupOf(name)}</c:v></c:pt></c:strCache>`;
	return `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>${cell}</c:f>${cache}</c:strRef></c:tx>`;
}

/** The days, and a column of the workbook. */
function data({ days, values: { format } }: NativeLines, place: number, values: NativeSeries["values"]): string {
	const at = (column: string) => `${dataSheet}!$${column}$2:$${column}$${days.length + 1}`;
	return `<c:cat>${numbers(at("A"), days.map(serialOf), "yyyy\\-mm\\-dd")}</c:cat><c:val>${numbers(at(columnName(place + 1)), values, format)}</c:val>`;
}

/** A gap has no point. */
function numbers(formula: string, values: readonly (number | null)[], format: string): string {
	const points = values.map((value, i) => (value === null ? "" : `<c:pt idx="${i}"><c:v>${value}</c:v></c:pt>`));
	return [
		`<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>${markupOf(format)}</c:formatCode>`,
		`<c:ptCount val="${values.length}"/>${points.join("")}</c:numCache></c:numRef>`,
	].join("");
}

function shown({ value = false, series = false }: { value?: boolean; series?: boolean }): string {
	const flags = { LegendKey: false, Val: value, CatName: false, SerName: series, Percent: false, BubbleSize: false };
	return Object.entries(flags)
		.map(([name, is]) => `<c:show${name} val="${is ? 1 : 0}"/>`)
		.join("");
}
