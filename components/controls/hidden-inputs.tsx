import { type View, viewParameters } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";

/** What a form of this page must not lose: product, date, and how things are looked at. */
export function HiddenInputs({ view, parameters }: { view: View; parameters: QueryParts }) {
	return [...viewParameters(view), ...parameters].map(([name, value]) => (
		<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
	));
}
