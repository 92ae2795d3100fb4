/** A native chart as DrawingML (ECMA-376, part 1, chapter 21.2). The schema fixes the order of the elements. */
import { markupOf } from "#lib/export/markup";
import { xmlHead } from "#lib/office/package";
import { columnName, serialOf } from "#lib/office/xlsx/sheet";
import { palette, size } from "./layout";
import type { NativeBars, NativeChart, NativeLines, NativePairs, NativeSeries } from "./native-chart";

/** The sheet of the chart's workbook, which formulas of the chart name. */
export const dataSheet = "Data";

/** The part `ppt/charts/chartN.xml`; its workbook is the relation `rId1`. */
export function chartXml(chart: NativeChart): string {
	return [
		`${xmlHead}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"`,
		' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
		' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
		'<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>',
		plotXml(chart),
		// Two bars of a pair need a key, lines and single bars carry their names.
		`</c:plotArea>${chart.kind === "pairs" ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${look}</c:legend>` : ""}`,
		'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>',
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${texts({ size: size.axis, colour: palette.ink })}`,
		'<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>',
	].join("");
}

function plotXml(chart: NativeChart): string {
	if (chart.kind === "bars") return barsXml(chart);
	if (chart.kind === "pairs") return pairsXml(chart);
	return chart.kind === "columns" ? columnsXml(chart) : linesXml(chart);
}

function linesXml(chart: NativeLines): string {
	const { kind } = chart;
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
	return `${layoutXml(chart)}${area}${lines}${dateAxis(chart)}${valueAxis(chart)}`;
}

function layoutXml({ plot }: NativeLines): string {
	const layout = Object.entries({ x: plot.x, y: plot.y, w: plot.width, h: plot.height });
	return [
		'<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>',
		...layout.map(([name, value]) => `<c:${name} val="${value}"/>`),
		"</c:manualLayout></c:layout>",
	].join("");
}

/** A bar for each week or month. On an axis of dates it would be as thin as a day, so the dates are names. */
function columnsXml(chart: NativeLines): string {
	const isStack = chart.series.length > 1;
	const series = chart.series.map((one, i) =>
		[
			`<c:ser>${head(i, i, one.name)}<c:spPr>${filled(one.colour)}</c:spPr><c:invertIfNegative val="0"/>`,
			isStack ? "" : `<c:dLbls>${columnLabel(one, chart)}${shown({})}</c:dLbls>`,
			`${data(chart, i, one.values)}</c:ser>`,
		].join(""),
	);
	const step = Math.max(1, Math.ceil(chart.days.length / 6));
	return [
		`${layoutXml(chart)}<c:barChart><c:barDir val="col"/><c:grouping val="${isStack ? "stacked" : "clustered"}"/>`,
		`<c:varyColors val="0"/>${series.join("")}<c:gapWidth val="20"/>${isStack ? '<c:overlap val="100"/>' : ""}`,
		'<c:axId val="1"/><c:axId val="2"/></c:barChart>',
		'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>',
		`<c:numFmt formatCode="${markupOf(chart.dates.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
		`<c:tickLblPos val="low"/><c:spPr>${line(palette.axis, 1)}</c:spPr>${look}`,
		'<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
		`<c:tickLblSkip val="${step}"/><c:noMultiLvlLbl val="1"/></c:catAx>${valueAxis({ ...chart, isBetween: true })}`,
	].join("");
}

/** The value above the last bar. */
function columnLabel({ labelShift, colour }: NativeSeries, { days, values }: NativeLines): string {
	if (labelShift === null) return "";
	return [
		`<c:dLbl><c:idx val="${days.length - 1}"/><c:layout/>`,
		`<c:numFmt formatCode="${markupOf(values.labelFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
		`${texts({ size: size.label, colour, bold: true, wrap: false })}<c:dLblPos val="outEnd"/>${shown({ value: true })}</c:dLbl>`,
	].join("");
}

function areaSeries(one: NativeSeries, place: number, chart: NativeLines): string {
	const look =
		chart.kind === "area"
			? `<c:spPr>${filled(one.colour, 18)}<a:ln><a:noFill/></a:ln></c:spPr>`
			: `<c:spPr>${filled(one.colour)}${line("FFFFFF", 0.75)}</c:spPr>`;
	return `<c:ser>${head(place, place, one.name)}${look}${data(chart, place, one.values)}</c:ser>`;
}

/** Without this, some programs draw a line from a moved label to its point. */
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

function pairsXml({ names, sides, max, labelFormat }: NativePairs): string {
	const at = (column: string) => `${dataSheet}!$${column}$2:$${column}$${Math.max(names.length, 1) + 1}`;
	const points = names.map((name, i) => `<c:pt idx="${i}"><c:v>${markupOf(name)}</c:v></c:pt>`).join("");
	const categories = `<c:cat><c:strRef><c:f>${at("A")}</c:f><c:strCache><c:ptCount val="${names.length}"/>${points}</c:strCache></c:strRef></c:cat>`;
	const series = sides.map(({ name, colour, values }, i) =>
		[
			`<c:ser>${head(i, i, name)}<c:spPr>${filled(colour)}</c:spPr><c:invertIfNegative val="0"/>`,
			`<c:dLbls><c:numFmt formatCode="${markupOf(labelFormat)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`,
			`${texts({ size: size.axis, colour: palette.ink, wrap: false })}<c:dLblPos val="outEnd"/>${shown({ value: true })}</c:dLbls>`,
			`${categories}<c:val>${numbers(at(columnName(i + 1)), values, labelFormat)}</c:val></c:ser>`,
		].join(""),
	);
	return [
		`<c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join("")}`,
		`<c:gapWidth val="60"/><c:axId val="1"/><c:axId val="2"/></c:barChart>${nameAxis()}`,
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

// Axis 1 is below, or to the left of bars; axis 2 has the values.
const look = texts({ size: size.axis, colour: palette.muted });
const lineless = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";

function dateAxis({ dates: { step, unit, format } }: Pick<NativeLines, "dates">): string {
	return [
		'<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>',
		`<c:numFmt formatCode="${markupOf(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>`,
		`<c:tickLblPos val="low"/><c:spPr>${line(palette.axis, 1)}</c:spPr>${look}`,
		'<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>',
		`<c:majorUnit val="${step}"/><c:majorTimeUnit val="${unit}"/></c:dateAx>`,
	].join("");
}

function nameAxis(): string {
	return [
		'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>',
		'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>',
		`<c:tickLblPos val="low"/>${lineless}${texts({ size: size.axis, colour: palette.ink })}`,
		'<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
		'<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>',
	].join("");
}

interface Values {
	values: Pick<NativeLines["values"], "min" | "max" | "step" | "isLog" | "format">;
	/** Bars have their values beside them. */
	hidden?: boolean;
	/** Bars stand between the marks of their axis. */
	isBetween?: boolean;
}

function valueAxis({ values: { min, max, step, isLog, format }, hidden = false, isBetween = hidden }: Values): string {
	const grid = hidden ? "" : `<c:majorGridlines><c:spPr>${line(palette.grid, 1)}</c:spPr></c:majorGridlines>`;
	return [
		`<c:valAx><c:axId val="2"/><c:scaling>${isLog ? '<c:logBase val="10"/>' : ""}<c:orientation val="minMax"/>`,
		`<c:max val="${max}"/><c:min val="${min}"/></c:scaling>`,
		`<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${hidden ? "t" : "l"}"/>${grid}`,
		`<c:numFmt formatCode="${markupOf(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
		`<c:tickLblPos val="nextTo"/>${lineless}${look}<c:crossAx val="1"/><c:crosses val="autoZero"/>`,
		`<c:crossBetween val="${isBetween ? "between" : "midCat"}"/>${isLog ? "" : `<c:majorUnit val="${step}"/>`}</c:valAx>`,
	].join("");
}

// Fills, lines and texts, which every part of a chart uses. Sizes are in points, opacity in percent.

function filled(colour: string, percent = 100): string {
	const alpha = percent < 100 ? `<a:alpha val="${percent * 1000}"/>` : "";
	return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

function line(colour: string, points: number): string {
	return `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${filled(colour)}<a:round/></a:ln>`;
}

interface TextLook {
	size: number;
	colour: string;
	bold?: boolean;
	wrap?: boolean;
}

function texts({ size, colour, bold = false, wrap = true }: TextLook): string {
	return [
		// Where texts may be turned, LibreOffice leaves out every second one that is close to another.
		`<c:txPr><a:bodyPr rot="0" vert="horz"${wrap ? "" : ' wrap="none"'}/><a:lstStyle/><a:p><a:pPr>`,
		`<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${filled(colour)}</a:defRPr>`,
		'</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>',
	].join("");
}
