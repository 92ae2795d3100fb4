/** A group of fields in a file of a report, and what becomes of it. */
import type { ReportFieldName } from "#lib/text/index";

/** `kept`: by the rules of its section. `read`: only used to decide what is kept. `dropped`: not kept in any form. */
export type Becomes = "kept" | "read" | "dropped";

export interface ReportField {
	/** Paths in the file. A name stands for all below it; a name ending in `*` for all that begin so. */
	fields: readonly string[];
	/** The key of its text. */
	what: ReportFieldName;
	becomes: Becomes;
}

/** By file of the report. */
export type ReportFields = Readonly<Record<string, readonly ReportField[]>>;

const line =
	(becomes: Becomes) =>
	(what: ReportFieldName, ...fields: string[]): ReportField => ({ fields, what, becomes });

export const kept = line("kept");
export const read = line("read");
export const dropped = line("dropped");

/** The paths of what lies below a name. */
export const under = (name: string, ...parts: string[]) => parts.map((part) => `${name}/${part}`);
