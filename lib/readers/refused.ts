/** The answer to a report that cannot be taken in: one line that says what is wrong with it and what to do. */
export class Refused extends Error {
	override readonly name = "Refused";

	constructor(
		/** The HTTP status: 413 over a limit, 400 for everything else. */
		readonly status: 400 | 413,
		message: string,
		options?: ErrorOptions,
	) {
		super(message, options);
	}
}
