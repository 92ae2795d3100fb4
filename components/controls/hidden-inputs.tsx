import { type View, viewParameters } from "#lib/address/links";
import type { QueryParts } from "#lib/address/query";

/** Makes a form keep product, date and the other parameters. */
export function HiddenInputs({ view, parameters }: { view: View; parameters: QueryParts }) {
	return [...viewParameters(view), ...parameters].map(([name, value]) => (
		<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
	));
}
