/** The last part of an address: a name and, after its first dot, one of the formats that there are. */
import { Problem } from "#lib/problem";

/** An ending may have a dot of its own, a name has none. */
export function splitName<T>(file: string, formats: ReadonlyMap<string, T>): [name: string, T, ending: string] {
	const dot = file.indexOf(".");
	const ending = file.slice(dot + 1);
	const format = formats.get(ending);
	if (dot < 0 || !format) throw notFound(file);
	return [file.slice(0, dot), format, ending];
}

export function notFound(file: string): Problem {
	const shown = JSON.stringify(file.slice(0, 60));
	return new Problem(
		404,
		"Unknown address",
		`There is nothing at ${shown}: /data/index.json lists the data addresses, /api describes them.`,
	);
}
