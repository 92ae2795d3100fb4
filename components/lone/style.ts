import type { LoneChart } from "#lib/lone-chart";
import type { Scheme } from "#lib/series/palette";
import { tokensIn } from "#lib/series/surface";

/** Of links: charts have none. */
const accents: Record<Scheme, string> = { light: "#0b6158", dark: "#5ccbb9" };

function declarationsIn(scheme: Scheme): string {
	const tokens = { ...tokensIn(scheme), accent: accents[scheme] };
	return `:root{${Object.entries(tokens)
		.map(([name, value]) => `--${name}:${value}`)
		.join(";")}}`;
}

/** The colours of a document in a scheme, or in that of the reader. Paper is white. */
export function schemeStyle(theme: LoneChart["theme"]): string {
	if (theme !== "auto") return `html{color-scheme:${theme}}${declarationsIn(theme)}${ofTheSystem}`;
	const dark = `@media screen and (prefers-color-scheme:dark){${declarationsIn("dark")}}`;
	return `html{color-scheme:light dark}${declarationsIn("light")}${dark}${ofTheSystem}`;
}

/** Whoever has the colours of the system forced on pages reads charts in them, too. */
const ofTheSystem =
	"@media (forced-colors:active){:root{--paper:Canvas;--ink:CanvasText;--muted:CanvasText;--grid:GrayText;--axis:CanvasText;--accent:LinkText;--warn-ground:Canvas;--warn-ink:CanvasText}}";

/** What both the frame and the slide begin with. */
export const baseStyle = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
h1,p{margin:0}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:3px}
svg text{font-variant-numeric:tabular-nums}
.simulation{background:var(--warn-ground);color:var(--warn-ink);font-weight:600;border-radius:.3em;padding:.1em .5em}
`;
