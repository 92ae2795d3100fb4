/** The fields of a report's file as paths, and the file with one of them changed. */

const lsblk = "lsblk_P_b";

/** Of JSON its leaves, of `key : value` its keys, of any other text the whole. */
export function pathsIn(file: string, text: string): Set<string> {
	if (file.endsWith(".json")) return new Set(leaves(JSON.parse(text), []));
	if (!isKeyed(file)) return new Set(["text"]);
	return new Set([...text.matchAll(/^([^:\n]+?)\s*:/gm)].map(([, key = ""]) => key));
}

export function changedAt(file: string, text: string, path: string): string {
	if (file.endsWith(".json")) return JSON.stringify(changed(JSON.parse(text), [], path));
	if (!isKeyed(file)) return "private-text\n";
	return text.replace(/^([^:\n]+?)(\s*:).*$/gm, (line, key, colon) => (key === path ? `${key}${colon} 77777` : line));
}

const isKeyed = (file: string) => file === "cpuinfo" || file === "meminfo";

function* leaves(value: unknown, path: string[]): Generator<string> {
	if (path.join("/") === lsblk) {
		for (const [, name] of JSON.stringify(value).matchAll(/([A-Z]+)=\\"/g)) yield `${lsblk}/${name}`;
	} else if (Array.isArray(value) && value.some((item) => typeof item === "object")) {
		for (const item of value) yield* leaves(item, path);
	} else if (typeof value === "object" && value !== null && Object.keys(value).length > 0 && !Array.isArray(value)) {
		for (const [name, inner] of Object.entries(value)) yield* leaves(inner, [...path, name]);
	} else yield path.join("/");
}

function changed(value: unknown, path: string[], at: string): unknown {
	const here = path.join("/");
	if (here === lsblk && at.startsWith(`${lsblk}/`) && Array.isArray(value)) {
		const column = at.slice(lsblk.length + 1);
		return value.map((line: string) => line.replace(new RegExp(`(^| )${column}="[^"]*"`), `$1${column}="private"`));
	}
	if (here === at && !(Array.isArray(value) && value.some((item) => typeof item === "object"))) return "private-text";
	if (Array.isArray(value)) return value.map((item) => changed(item, path, at));
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, [...path, name], at)]));
}

/** Whether a path (`system/vendor`) is what a line speaks of. */
export function speaksOf(field: string, path: string): boolean {
	const said = field.split("/");
	const parts = path.split("/");
	return said.every((name, i) => (name.endsWith("*") ? parts[i]?.startsWith(name.slice(0, -1)) : parts[i] === name));
}
