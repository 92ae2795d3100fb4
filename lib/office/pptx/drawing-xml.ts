/** The pieces of DrawingML that every part of a chart uses: fills, lines and texts. Points and percent. */

export function filled(colour: string, percent = 100): string {
	const alpha = percent < 100 ? `<a:alpha val="${percent * 1000}"/>` : "";
	return `<a:solidFill><a:srgbClr val="${colour}">${alpha}</a:srgbClr></a:solidFill>`;
}

export function line(colour: string, points: number): string {
	return `<a:ln w="${Math.round(points * 12_700)}" cap="rnd">${filled(colour)}<a:round/></a:ln>`;
}

interface TextLook {
	size: number;
	colour: string;
	bold?: boolean;
	wrap?: boolean;
}

export function texts({ size, colour, bold = false, wrap = true }: TextLook): string {
	return [
		`<c:txPr><a:bodyPr${wrap ? "" : ' wrap="none"'}/><a:lstStyle/><a:p><a:pPr>`,
		`<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}">${filled(colour)}</a:defRPr>`,
		'</a:pPr><a:endParaRPr lang="en-GB"/></a:p></c:txPr>',
	].join("");
}
