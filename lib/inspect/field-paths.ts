/** The fields of a report's file as paths, such as `system/vendor`, and whether a line of the lists of fields speaks of one. */
import { readJson } from "#lib/readers/json";
import { lines } from "#lib/readers/values";

const lsblk = "lsblk_P_b";
const keyed: readonly string[] = ["cpuinfo", "meminfo"];

/** Of JSON its leaves, of `key : value` its keys, of any other text the whole; nothing of JSON that is broken. */
export function pathsIn(file: string, bytes: Uint8Array): Set<string> {
	if (file.endsWith(".json")) return firstOf(leaves(readJson(bytes), []));
	if (!keyed.includes(file)) return new Set(["text"]);
	const keys = Array.from(lines(new TextDecoder().decode(bytes)), (line) => line.split(":", 2));
	return firstOf(keys.flatMap(([key = "", value]) => (value === undefined ? [] : [key.trim()])));
}

/** More than any file has: an invented one must not keep the browser busy. */
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

/** What lies below a name belongs to it; `*` ends the beginning of one, or is the whole file. */
export function speaksOf(field: string, path: string): boolean {
	const parts = path.split("/");
	return field.split("/").every((name, i) => {
		return name.endsWith("*") ? parts[i]?.startsWith(name.slice(0, -1)) : parts[i] === name;
	});
}
