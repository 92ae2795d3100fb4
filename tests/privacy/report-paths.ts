/** A file of a report with one of its fields changed. */

const lsblk = "lsblk_P_b";

export function changedAt(file: string, text: string, path: string): string {
	if (file.endsWith(".json")) return JSON.stringify(changed(JSON.parse(text), [], path));
	if (!isKeyed(file)) return "private-text\n";
	return text.replace(/^([^:\n]+?)(\s*:).*$/gm, (line, key, colon) => (key === path ? `${key}${colon} 77777` : line));
}

const isKeyed = (file: string) => file === "cpuinfo" || file === "meminfo";

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
