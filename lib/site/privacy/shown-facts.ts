/** The facts of a section in plain words: single values by name, and what comes several times as tables. */
import type { Facts, SectionName } from "#lib/facts/sections";
import type { Language } from "#lib/language";
import type { ShownFacts } from "#lib/shown-host";
import { names, translate } from "#lib/text/index";
import { keptSections } from "./kept-fields";
import { valueWords } from "./value-words";

/** Every field that can be kept of the section is in it. */
export function shownFacts<S extends SectionName>(section: S, facts: Facts[S], language: Language): ShownFacts {
	const fields = keptSections.find((one) => one.section === section)?.fields ?? [];
	const shown: ShownFacts = { values: [], lists: [] };
	const listed = new Set<string>();
	for (const field of fields) {
		const [list = "", ...rest] = field.slice(section.length + 1).split(".");
		const things = (facts as Record<string, unknown>)[list];
		if (!Array.isArray(things) || rest.length === 0) {
			shown.values.push({
				name: wordsOf(field, language),
				value: valueWords(field, valueAt(facts, [list, ...rest]), language),
			});
		} else if (!listed.has(list)) {
			listed.add(list);
			const path = `${section}.${list}`;
			const name = capital(textOf(names(language).reports.lists, path));
			const columns = fields.filter((one) => one.startsWith(`${path}.`));
			if (things.length > 0) shown.lists.push({ name, ...tableOf(columns, things, language) });
			else shown.values.push({ name, value: translate(language)("privacy.value.none") });
		}
	}
	return shown;
}

function tableOf(columns: readonly string[], things: readonly unknown[], language: Language) {
	const cellOf = (thing: unknown, column: string) => valueAt(thing, [column.slice(column.lastIndexOf(".") + 1)]);
	return {
		heads: columns.map((column) => wordsOf(column, language)),
		rows: things.map((thing) => columns.map((column) => valueWords(column, cellOf(thing, column), language))),
	};
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null)?.[name] ?? null, value);
}

function wordsOf(field: string, language: Language): string {
	return capital(textOf(names(language).reports.facts, field));
}

/** A test holds the names to the shapes of the facts. */
const textOf = (texts: Readonly<Record<string, string>>, path: string) => texts[path] ?? path;

/** For the beginning of a line. */
function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
