/**
 * The heavy half of pictures, in a thread of its own: both libraries compute without a pause, for up to seconds, in which
 * the server could answer nobody. Plain JavaScript, because threads start without the loader of TypeScript.
 */
import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";

/** @type {{ regular: string, bold: string }} */
const files = workerData;

// A drawing of many megabytes looks small to the collector, which would let ten of them pile up before it came.
setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

const jobs = {
	/** @param {{ svg: string, scale: number }} job */
	async png({ svg, scale }) {
		const { Resvg } = await import("@resvg/resvg-js");
		const font = { loadSystemFonts: false, fontFiles: Object.values(files), defaultFontFamily: "Inter" };
		return new Resvg(svg, { fitTo: { mode: "zoom", value: scale }, font }).render().asPng();
	},

	/** @param {{ text: string, weight: keyof typeof files }} job */
	async woff2({ text, weight }) {
		const { default: subset } = await import("subset-font");
		return subset(readFileSync(files[weight]), text, {
			targetFormat: "woff2",
			keepFeatures: ["kern"],
			noHinting: true,
		});
	},

	/** Of every character of the font, in thousandths of the text's height. */
	async widths() {
		const { Blob, Face, Font } = await import("harfbuzzjs");
		// Those of the bold one, which are wider, hold for both.
		const face = new Face(new Blob(readFileSync(files.bold)));
		const font = new Font(face);
		const widthOf = (/** @type {number} */ code) => font.glyphHAdvance(font.nominalGlyph(code) ?? 0);
		return Array.from(face.collectUnicodes(), (code) => [code, Math.ceil((widthOf(code) * 1000) / face.upem)]);
	},
};

parentPort?.on("message", async ({ id, name, job }) => {
	try {
		const done = await jobs[/** @type {keyof typeof jobs} */ (name)](job);
		parentPort?.postMessage({ id, done });
		if (name === "png") setImmediate(collect);
	} catch (error) {
		parentPort?.postMessage({ id, failed: String(error) });
	}
});
