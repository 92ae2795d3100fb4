/** The two kinds of slides, so that titles are titles in outlines and for screen readers, and a design can be changed once. */
import type Presentation from "pptxgenjs";
import type { Deck } from "./deck";
import { lineWidth, palette, size, slide } from "./layout";

export const masters = { statistic: "STATISTIC", cover: "COVER" } as const;

type MasterObject = NonNullable<Presentation.SlideMasterProps["objects"]>[number];
interface Box {
	x: number;
	y: number;
	w: number;
	h: number;
}

const badgeWidth = 3.2;

/** What the badge leaves of the line. */
export const titleWidth = (simulation: string | null) => (simulation ? lineWidth - badgeWidth - 0.3 : lineWidth);

export function defineMasters(made: Presentation, { simulation }: Pick<Deck, "simulation">): void {
	const badges = simulation ? [badge(simulation)] : [];
	const background = { color: "FFFFFF" };
	made.defineSlideMaster({
		title: masters.statistic,
		background,
		objects: [title({ x: slide.edge, y: 0.32, w: titleWidth(simulation), h: 0.75 }, size.title), ...badges],
	});
	made.defineSlideMaster({
		title: masters.cover,
		background,
		objects: [
			{ rect: { x: 0, y: 0, w: 0.25, h: slide.height, fill: { color: palette.accent } } },
			title({ x: slide.edge + 0.3, y: 2, w: lineWidth - 0.3, h: 1.2 }, size.cover),
			...badges,
		],
	});
}

function title(box: Box, fontSize: number): MasterObject {
	const look = { fontSize, bold: true, color: palette.ink, align: "left", valign: "middle", margin: 0 } as const;
	return { placeholder: { options: { name: "title", type: "title", ...box, ...look }, text: "" } };
}

function badge(text: string): MasterObject {
	const box: Box = { x: slide.width - slide.edge - badgeWidth, y: 0.48, w: badgeWidth, h: 0.44 };
	const look = { fontSize: 16, bold: true, color: palette["warn-ink"], align: "center", valign: "middle" } as const;
	return { text: { text, options: { ...box, ...look, fill: { color: palette["warn-ground"] } } } };
}
