import { stateParameters } from "#lib/address/chart-view";
import { hrefOf } from "#lib/address/links";
import { searchMax } from "#lib/address/values";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";
import type { Looking } from "./chart-toolbar";
import { HiddenInputs } from "./hidden-inputs";

interface Props extends Looking {
	/** Rows that have what is searched for, and all. */
	found: number;
	count: number;
}

/** Finds rows of a long table: on the server, and with JavaScript while somebody writes. */
export function RowSearch({ view, path, state, found, count }: Props) {
	const t = translate(view.language);
	const others = stateParameters({ ...state, search: "" });
	return (
		<form
			className="row-search"
			action={hrefOf({ ...view, product: defaultProduct, day: null }, path)}
			data-soft="search"
			data-rows=""
		>
			<HiddenInputs view={view} parameters={others} />
			<label>
				<span>{t("state.search")}</span>
				<input
					type="search"
					name="q"
					data-after="all rows"
					maxLength={searchMax}
					defaultValue={state.search}
					autoComplete="off"
					spellCheck={false}
				/>
			</label>
			<button type="submit">{t("state.find")}</button>
			<p className="found">
				<output aria-live="polite" data-found={t("state.found", { found: "{found}", count })}>
					{state.search && t("state.found", { found: `${found}`, count })}
				</output>
				{state.search && (
					<a data-soft="all rows" href={hrefOf(view, path, others)}>
						{t("state.clear")}
					</a>
				)}
			</p>
		</form>
	);
}
