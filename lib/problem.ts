/** Why a request cannot be answered: RFC 9457 problem details. */

export class Problem extends Error {
	override readonly name = "Problem";

	constructor(
		readonly status: number,
		/** The kind of problem. */
		readonly title: string,
		/** What is wrong with this request, and what to do. */
		readonly detail: string,
		/** More for programs, such as the range of published days. */
		readonly more: Readonly<Record<string, unknown>> = {},
	) {
		super(detail);
	}

	toJSON(): Record<string, unknown> {
		return { type: "about:blank", title: this.title, status: this.status, detail: this.detail, ...this.more };
	}
}

/** Too much work is waiting: `detail` says which. */
export function tooBusy(detail: string): Problem {
	return new Problem(503, "Too busy", detail);
}
