/** An error whose message is meant for the person at the terminal: one clear line that says what to do, no stack. */
export class OperatorError extends Error {
	override readonly name = "OperatorError";
}

/** The one line to print for any error. */
export function errorLine(error: unknown): string {
	const text = error instanceof Error ? error.message || error.name : String(error);
	return text.split("\n")[0] ?? text;
}
