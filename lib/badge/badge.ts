/** A flat badge as on shields.io: its texts have their width written down, so that it looks right in any font. */
import { makeBadge } from "badge-maker";
import { badgeColours } from "#lib/colours";

export interface BadgeText {
	label: string;
	message: string;
}

export function badgeSvg(text: BadgeText, kind: "fact" | "problem" = "fact"): string {
	return makeBadge({ ...text, style: "flat", color: badgeColours[kind], labelColor: badgeColours.label });
}
