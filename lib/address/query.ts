/** The query of an address: reads the values of its parameters, and writes them again. */
import type { z } from "zod";
import { Problem } from "#lib/problem";
import type { Parameter } from "./parameters";

/** The parameters of an address by their names. Their order is the order in links. */
export type ParameterSet = Readonly<Record<string, Parameter>>;

type ValueOf<P extends Parameter> = P extends { isRepeatable: true }
	? readonly z.output<P["schema"]>[]
	: P extends { default: unknown } | { isRequired: true }
		? z.output<P["schema"]>
		: z.output<P["schema"]> | null;
export type Values<S extends ParameterSet> = { [K in keyof S]: ValueOf<S[K]> };

/** Names and texts of an address. A name may occur more than once. */
export type QueryParts = readonly (readonly [name: string, text: string])[];

/** The values of all parameters of a set. Other names are ignored. Throws a `Problem` where a value is wrong or repeated. */
export function readAll<S extends ParameterSet>(given: URLSearchParams, set: S): Values<S> {
	const texts = textsOf(given);
	return Object.fromEntries(Object.entries(set).map(([name, one]) => [name, valueFrom(texts, one)])) as Values<S>;
}

/** The value of one parameter. */
export function read<P extends Parameter>(given: URLSearchParams, parameter: P): ValueOf<P> {
	return valueFrom(textsOf(given), parameter);
}

/** What is left of a query in its canonical form. `sorted` are the parameters of the address, by name. */
export function canonicalParts(given: URLSearchParams, sorted: readonly Parameter[]): QueryParts {
	const texts = textsOf(given);
	return sorted
		.filter(({ name, isRequired }) => texts.has(name) || isRequired)
		.flatMap((one) => write({ one }, { one: valueFrom(texts, one) }));
}

/** By name. An empty text counts as absent. */
function textsOf(given: URLSearchParams): ReadonlyMap<string, readonly string[]> {
	const texts = new Map<string, string[]>();
	for (const [name, text] of given) {
		const known = texts.get(name);
		if (text === "") continue;
		if (known) known.push(text);
		else texts.set(name, [text]);
	}
	return texts;
}

function valueFrom<P extends Parameter>(given: ReturnType<typeof textsOf>, parameter: P): ValueOf<P> {
	const { name, isRepeatable, isRequired, example } = parameter;
	const texts = given.get(name) ?? [];
	if (isRepeatable) return [...new Set(texts)].map((text) => parse(text, parameter)) as ValueOf<P>;
	if (texts.length > 1) throw badParameter(name, `The parameter ${name} is given ${texts.length} times: give it once.`);
	const [text] = texts;
	if (text === undefined && isRequired)
		throw badParameter(name, `The parameter ${name} is missing: give it, such as ${name}=${example}`);
	const value = text === undefined ? "" : parse(text, parameter);
	return (value === "" ? (parameter.default ?? null) : value) as ValueOf<P>;
}

function parse(text: string, { name, schema, wrong, status }: Parameter): unknown {
	const { success, data } = schema.safeParse(text);
	if (!success) throw badValue(name, text, wrong, status);
	return data;
}

/** The parts of a query for some values of a set, in its order. Absent values and defaults are left out. */
export function write<S extends ParameterSet>(set: S, values: Partial<Values<S>>): [name: string, text: string][] {
	return Object.entries(set).flatMap(([key, parameter]) => {
		const value: unknown = values[key];
		const all = Array.isArray(value) ? value : [value];
		return all
			.filter((one) => one !== undefined && one !== null && one !== "" && one !== parameter.default)
			.map((one): [string, string] => [parameter.name, String(one)]);
	});
}

/** With its question mark; empty without parts. */
export function queryOf(...parts: readonly QueryParts[]): string {
	const text = new URLSearchParams(parts.flat().map(([name, value]) => [name, value])).toString();
	return text && `?${text}`;
}

/** `why` is the rest of the sentence. */
export function badValue(name: string, value: string, why: string, status?: number): Problem {
	return badParameter(name, `${name}=${quoted(value)} ${why}.`, status);
}

export function badParameter(name: string, detail: string, status = 400): Problem {
	return new Problem(status, status === 501 ? "Format not known" : "Bad parameter", detail, { parameter: name });
}

/** A text from outside, short enough for a message. */
export function quoted(text: string): string {
	return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
