/** A flat badge as on shields.io: its texts have their width written down, so that it looks right in any font. */
import { makeBadge } from "badge-maker";

export interface BadgeText {
	label: string;
	message: string;
}

/** White on both: at least 4.5:1. */
const colours = { fact: "#0b6158", problem: "#a1321f", label: "#444" } as const;

export function badgeSvg(text: BadgeText, kind: "fact" | "problem" = "fact"): string {
	return makeBadge({ ...text, style: "flat", color: colours[kind], labelColor: colours.label });
}
