/** One line of what the files of a report carry, and what becomes of it. */
import type { Text } from "#lib/language";

/** `kept`: by the rules of its section. `read`: looked at to tell what is kept. `dropped`: never looked at, or dropped. */
export type Becomes = "kept" | "read" | "dropped";

export interface ReportField {
	/** Paths as they stand in the file. What lies below a name belongs to it; `*` ends the beginning of one. */
	fields: readonly string[];
	what: Text;
	becomes: Becomes;
}

/** By file of the report. */
export type ReportFields = Readonly<Record<string, readonly ReportField[]>>;

const line =
	(becomes: Becomes) =>
	(en: string, ru: string, ...fields: string[]): ReportField => ({ fields, what: { en, ru }, becomes });

export const kept = line("kept");
export const read = line("read");
export const dropped = line("dropped");

/** The paths of what lies below a name. */
export const under = (name: string, ...parts: string[]) => parts.map((part) => `${name}/${part}`);
