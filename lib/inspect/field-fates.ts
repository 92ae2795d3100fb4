/** The fields that a file of a report really has, line by line of the lists of fields, with what becomes of each. */

import type { Becomes, ReportField } from "#lib/site/privacy/report-field";
import type { ReportFieldName } from "#lib/text/index";
import { pathsIn, speaksOf } from "./field-paths";

export interface FieldFate {
	/** `null`: the program knows no such field. */
	what: ReportFieldName | null;
	becomes: Becomes;
	/** Paths as they stand in the file; none where the whole file is meant. */
	names: string[];
}

/** What no reader knows has no way into the facts. */
export function fatesOf(file: string, bytes: Uint8Array, lines: readonly ReportField[]): FieldFate[] {
	if (lines.length === 0) return [{ what: null, becomes: "dropped", names: [] }];
	const whole = lines.find(({ fields }) => fields.includes("*"));
	if (whole) return [{ what: whole.what, becomes: whole.becomes, names: [] }];
	const left = pathsIn(file, bytes);
	const fates = lines.map(({ fields, what, becomes }): FieldFate => {
		const names = [...left].filter((path) => fields.some((field) => speaksOf(field, path)));
		for (const name of names) left.delete(name);
		return { what, becomes, names };
	});
	return [...fates, { what: null, becomes: "dropped" as const, names: [...left] }].filter(
		({ names }) => names.length > 0,
	);
}
