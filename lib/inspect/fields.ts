/** The fields that a file of a report really has, with what becomes of each by the lists of fields. */
import type { Becomes, ReportField } from "#lib/privacy/report-field";
import { readJson } from "#lib/readers/json";
import { lines } from "#lib/readers/values";
import type { ReportFieldName } from "#lib/text/index";

export interface FieldFate {
	/** `null` if the lists do not name the field. */
	what: ReportFieldName | null;
	becomes: Becomes;
	/** Their paths in the file; none if the whole file is meant. */
	names: string[];
}

/** No reader uses fields that the lists do not name, so those are dropped. */
export function fatesOf(file: string, bytes: Uint8Array, lines: readonly ReportField[]): FieldFate[] {
	if (lines.length === 0) return [{ what: null, becomes: "dropped", names: [] }];
	const whole = lines.find(({ fields }) => fields.includes("*"));
	if (whole) return [{ what: whole.what, becomes: whole.becomes, names: [] }];
	const left = pathsIn(file, bytes);
	const fates = lines.map(({ fields, what, becomes }): FieldFate => {
		const names = [...left].filter((path) => fields.some((field) => covers(field, path)));
		for (const name of names) left.delete(name);
		return { what, becomes, names };
	});
	return [...fates, { what: null, becomes: "dropped" as const, names: [...left] }].filter(
		({ names }) => names.length > 0,
	);
}

const lsblk = "lsblk_P_b";
const keyed: readonly string[] = ["cpuinfo", "meminfo"];

/** Paths, such as `system/vendor`: the leaves of JSON, the keys of `key : value`, any other text as a whole. Broken JSON has none. */
export function pathsIn(file: string, bytes: Uint8Array): Set<string> {
	if (file.endsWith(".json")) return firstOf(leaves(readJson(bytes), []));
	if (!keyed.includes(file)) return new Set(["text"]);
	const keys = Array.from(lines(new TextDecoder().decode(bytes)), (line) => line.split(":", 2));
	return firstOf(keys.flatMap(([key = "", value]) => (value === undefined ? [] : [key.trim()])));
}

/** More than any real file has: an invented one must not keep the browser busy. */
const pathsMax = 2000;

function firstOf(paths: Iterable<string>): Set<string> {
	const found = new Set<string>();
	for (const path of paths) {
		found.add(path);
		if (found.size === pathsMax) break;
	}
	return found;
}

/** A list of objects has the fields of all of them. */
function* leaves(value: unknown, path: readonly string[]): Generator<string> {
	if (path.join("/") === lsblk) {
		for (const [, name] of JSON.stringify(value).matchAll(/([A-Z]+)=\\"/g)) yield `${lsblk}/${name}`;
	} else if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
		for (const item of value) yield* leaves(item, path);
	} else if (typeof value === "object" && value !== null && Object.keys(value).length > 0 && !Array.isArray(value)) {
		for (const [name, inner] of Object.entries(value)) yield* leaves(inner, [...path, name]);
	} else if (path.length > 0) yield path.join("/");
}

/** Whether a line of the lists covers a path. A name covers all below it; `*` at the end of a name covers all that begin so. */
export function covers(field: string, path: string): boolean {
	const parts = path.split("/");
	return field.split("/").every((name, i) => {
		return name.endsWith("*") ? parts[i]?.startsWith(name.slice(0, -1)) : parts[i] === name;
	});
}
