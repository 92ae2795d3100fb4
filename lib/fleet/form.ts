/**
 * Texts with holes, by which every member of a report is written. `$name` is replaced by the value as it is, `"$name"`,
 * quotes included, by the value as JSON.
 */

export type Values = Readonly<Record<string, unknown>>;
export type Form = (values: Values) => string;

export function form(text: string): Form {
	const [start = "", ...rest] = text.split(/"\$\w+"|\$\w+/);
	const holes = (text.match(/"\$\w+"|\$\w+/g) ?? []).map((hole, i) => {
		return { name: hole.replace(/\W/g, ""), isJson: hole.startsWith('"'), tail: rest[i] ?? "" };
	});
	return (values) => {
		let filled = start;
		for (const { name, isJson, tail } of holes) {
			const value = values[name];
			if (value === undefined) throw new Error(`nothing fills the hole $${name}`);
			filled += (isJson ? JSON.stringify(value) : value) + tail;
		}
		return filled;
	};
}

/** A form of JSON: may be written on several lines, and must be JSON itself, so all its holes are in strings. */
export function jsonForm(text: string): Form {
	return form(JSON.stringify(JSON.parse(text)));
}

/** Objects of which only some lists are written: one text for each item. */
export function jsonList<T>(items: readonly T[], write: (item: T, index: number) => string): string {
	return `[${items.map(write).join(",")}]`;
}
