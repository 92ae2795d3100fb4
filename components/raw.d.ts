/** The text of a style sheet, for a document that has it inside (next.config.mjs; Vite does it by itself). */
declare module "*.css?raw" {
	const text: string;
	export default text;
}
