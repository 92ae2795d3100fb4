/** The colours of pictures kept in the tests: those of the light page. */
import { type ColourName, colours } from "#lib/colours";

export const paint = (name: ColourName) => colours.light[name];
