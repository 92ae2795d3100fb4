/** Axes of a native chart: 1 is below or at the left of bars, 2 has the values. */
import { markupOf } from "#lib/export/markup";
import { line, texts } from "./drawing-xml";
import { palette, size } from "./layout";
import type { NativeLines } from "./native-chart";

const look = texts({ size: size.axis, colour: palette.muted });
const lineless = "<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>";

export function dateAxis({ dates: { step, unit, format } }: Pick<NativeLines, "dates">): string {
	return [
		'<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/>',
		`<c:numFmt formatCode="${markupOf(format)}" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/>`,
		`<c:tickLblPos val="low"/><c:spPr>${line(palette.axis, 1)}</c:spPr>${look}`,
		'<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/>',
		`<c:majorUnit val="${step}"/><c:majorTimeUnit val="${unit}"/></c:dateAx>`,
	].join("");
}

export function nameAxis(): string {
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
}

export function valueAxis({ values: { min, max, step, isLog, format }, hidden = false }: Values): string {
	const grid = hidden ? "" : `<c:majorGridlines><c:spPr>${line(palette.grid, 1)}</c:spPr></c:majorGridlines>`;
	return [
		`<c:valAx><c:axId val="2"/><c:scaling>${isLog ? '<c:logBase val="10"/>' : ""}<c:orientation val="minMax"/>`,
		`<c:max val="${max}"/><c:min val="${min}"/></c:scaling>`,
		`<c:delete val="${hidden ? 1 : 0}"/><c:axPos val="${hidden ? "t" : "l"}"/>${grid}`,
		`<c:numFmt formatCode="${markupOf(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>`,
		`<c:tickLblPos val="nextTo"/>${lineless}${look}<c:crossAx val="1"/><c:crosses val="autoZero"/>`,
		`<c:crossBetween val="${hidden ? "between" : "midCat"}"/>${isLog ? "" : `<c:majorUnit val="${step}"/>`}</c:valAx>`,
	].join("");
}
