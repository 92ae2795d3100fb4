/** The colours of pictures kept in the tests: those of the light page. */
import { coloursIn } from "#lib/series/palette";

const colours = {
	...coloursIn("light"),
	ink: "#14181d",
	muted: "#5b636e",
	grid: "#e3e6e4",
	axis: "#9aa19f",
	paper: "#ffffff",
};

export const paint = (token: keyof typeof colours) => colours[token];
