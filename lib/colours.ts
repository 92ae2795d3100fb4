/**
 * Every colour of the project, in both schemes. Style sheets, charts, pictures, slides, badges and embedded documents all
 * take their colours from here. The eight categories were chosen by computation: at least 3:1 on their background, and apart from
 * each other and from grey in normal vision, protanopia, deuteranopia and tritanopia (tests/colours.test.ts).
 */

const schemes = ["light", "dark"] as const;
type Scheme = (typeof schemes)[number];

/** Name, on light paper, on dark paper. */
const table = [
	// Backgrounds, text and lines.
	["paper", "#ffffff", "#15181d"],
	["ground", "#f4f6f5", "#1c2127"],
	["ink", "#14181d", "#e8eaed"],
	["muted", "#56606b", "#a3acb7"],
	["grid", "#e3e8e6", "#2b323a"],
	["axis", "#8b9592", "#707a85"],
	["accent", "#0b6158", "#5ccbb9"],
	["accent-ground", "#e2f0ed", "#17322f"],
	["warn-ground", "#fdf1d4", "#3a2f12"],
	["warn-ink", "#5c4300", "#f3dc9c"],
	["shadow", "#000000", "#000000"],
	// Categories, which have no order.
	["c0", "#1971c1", "#577fc8"],
	["c1", "#c8834f", "#e38039"],
	["c2", "#1a644c", "#30c492"],
	["c3", "#b52886", "#f9a4d2"],
	["c4", "#57008f", "#bd91f5"],
	["c5", "#6f1100", "#ab564a"],
	["c6", "#9a6a09", "#efe263"],
	["c7", "#032d49", "#c6ebfe"],
	// Steps from little to much.
	["s0", "#b9e9e5", "#333962"],
	["s1", "#9dd4d6", "#3b4d74"],
	["s2", "#82bfc7", "#446187"],
	["s3", "#69aaba", "#4e7698"],
	["s4", "#5295ac", "#598ba8"],
	["s5", "#3d7f9f", "#66a1b8"],
	["s6", "#2b6991", "#76b7c6"],
	["s7", "#1d5483", "#88ccd4"],
	["s8", "#153e74", "#9ce2e1"],
	["s9", "#122864", "#b3f8ee"],
	// Everything without a colour of its own: "other", "unknown", "none".
	["rest", "#868c96", "#868d98"],
] as const;

/**
 * Shades of the eight categories, for the versions of one thing: from the oldest, next to the paper, to the newest. Light, dark.
 * Equal steps of lightness in OKLCH, from 3:1 on their background.
 */
const shadeTable = [
	["#3a93ee #2884de #1275ce #0267ba #0159a3 #004c8c", "#006ec6 #2481db #3b95f0 #59a9fe #82bdfe #a8d0fe"],
	["#d37517 #c06805 #ac5c00 #995101 #854602 #733b00", "#a25700 #bc6603 #d47719 #e98a35 #ff9e4c #ffbc89"],
	["#33a875 #1c9967 #028a5a #007a4f #026a44 #005b39", "#048254 #159664 #34aa76 #4cbe88 #62d29b #77e6af"],
	["#df55a5 #ce4696 #be3587 #ad2379 #9d086b #88015c", "#b52c80 #cb4293 #e157a6 #f76bba #ff8dca #feb1d8"],
	["#a76eef #995edf #8a4fce #7c40be #6f30ae #611e9f", "#8348c6 #965bdb #a96ff1 #ba87fe #c8a3ff #d7beff"],
	["#e65d60 #d54e52 #c43e44 #b32d37 #a31a29 #91001d", "#bc363e #d14b4f #e75f61 #fd7373 #ff9694 #ffb7b4"],
	["#ad8d12 #9d7f01 #8c7101 #7c6402 #6c5602 #5c4a02", "#846a05 #997c00 #ae8e15 #c2a233 #d6b54a #ebc960"],
	["#2ea2ae #15939f #08848e #06747e #04656e #03565e", "#077c86 #0c909c #30a3af #49b7c3 #5fcbd7 #74dfeb"],
] as const;

export const shadeLetters = ["a", "b", "c", "d", "e", "f"] as const;
export type Shade = `c${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7}${(typeof shadeLetters)[number]}`;

const shades = shadeTable.flatMap(([light, dark], category) =>
	shadeLetters.map(
		(letter, place) =>
			[`c${category}${letter}` as Shade, light.split(" ")[place] ?? "", dark.split(" ")[place] ?? ""] as const,
	),
);

export type ColourName = (typeof table)[number][0] | Shade;

/** For readers who ask for more contrast. */
const moreContrast = [
	["muted", "#333b44", "#d3d9df"],
	["grid", "#aab3b0", "#58626d"],
	["axis", "#4a5350", "#b3bcc6"],
] as const satisfies readonly (readonly [ColourName, string, string])[];

function columnOf<Name extends string>(
	rows: readonly (readonly [Name, string, string])[],
	scheme: Scheme,
): Record<Name, string> {
	const column = 1 + schemes.indexOf(scheme);
	return Object.fromEntries(rows.map((row) => [row[0], row[column]])) as Record<Name, string>;
}

const all = [...table, ...shades];
export const colours = { light: columnOf(all, "light"), dark: columnOf(all, "dark") };

/** White text has at least 4.5:1 on the grounds of a badge. Most readers of QR codes want dark modules on a light ground. */
export const badgeColours = { fact: colours.light.accent, problem: "#a1321f", label: "#444444" } as const;
export const codeColours = { ground: "#ffffff", modules: "#000000" } as const;

/** `--paper:#ffffff;--ink:…` */
function declarationsOf(values: Readonly<Record<string, string>>): string {
	return Object.entries(values)
		.map(([name, value]) => `--${name}:${value}`)
		.join(";");
}

/**
 * The colours of a document that carries its own style; `auto` follows the reader's system, and paper is white. With `inUse`
 * it has of the colours of charts only these.
 */
export function schemeSheet(theme: Scheme | "auto", inUse?: ReadonlySet<string>): string {
	const isNeeded = ([name]: [string, string]) => !inUse || inUse.has(name) || !/^[cs]\d/.test(name);
	const [light, dark] = [colours.light, colours.dark].map(
		(values) => `:root{${declarationsOf(Object.fromEntries(Object.entries(values).filter(isNeeded)))}}`,
	);
	return theme === "auto"
		? `html{color-scheme:light dark}${light}@media screen and (prefers-color-scheme:dark){${dark}}`
		: `html{color-scheme:${theme}}${theme === "dark" ? dark : light}`;
}

/** A style sheet without comments and needless space. No sheet may have a comment or a run of spaces inside a string. */
export function minified(sheet: string): string {
	return sheet
		.replace(/\/\*.*?\*\//gs, "")
		.replace(/\s+/g, " ")
		.replace(/ ?([{};,]) ?/g, "$1");
}

/** The custom properties of the site's style sheet: `components/style/colours.css`, which a test writes and compares. */
export function colourSheet(): string {
	const block = (media: string | null, values: Readonly<Record<string, string>>) => {
		const indent = media ? "\t" : "";
		const lines = Object.entries(values).map(([name, value]) => `${indent}\t--${name}: ${value};`);
		const root = [`${indent}:root {`, ...lines, `${indent}}`].join("\n");
		return media ? `@media screen and ${media} {\n${root}\n}` : root;
	};
	const [dark, more] = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];
	return `${[
		"/* Generated from lib/colours.ts: `npx vitest run tests/colours.test.ts -u` writes it. */",
		`${block(null, colours.light)}`,
		block(dark, colours.dark),
		block(more, columnOf(moreContrast, "light")),
		block(`${more} and ${dark}`, columnOf(moreContrast, "dark")),
	].join("\n\n")}\n`;
}
