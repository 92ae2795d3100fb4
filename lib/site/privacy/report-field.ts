/** A group of fields in a file of a report, and what becomes of it. */
import type { ReportFieldName } from "#lib/text/index";

/** `kept`: by the rules of its section. `read`: looked at to tell what is kept. `dropped`: never looked at, or dropped. */
export type Becomes = "kept" | "read" | "dropped";

export interface ReportField {
	/** Paths as they stand in the file. What lies below a name belongs to it; `*` ends the beginning of one. */
	fields: readonly string[];
	/** Its key among the texts. */
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
