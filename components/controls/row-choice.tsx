import { pageState } from "#lib/address/addresses";
import { stateParameters } from "#lib/address/chart-view";
import { hrefOf } from "#lib/address/links";
import { bucketsMax, searchMax } from "#lib/address/values";
import { defaultProduct } from "#lib/product";
import { translate } from "#lib/text/index";
import type { ControlProps } from "./chart-toolbar";
import { HiddenInputs } from "./hidden-inputs";

interface Props extends ControlProps {
	/** How many rows match the search, and how many there are. */
	found: number;
	count: number;
}

/** Finds rows of a long table: on the server, and with JavaScript while somebody types. */
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
					name={pageState.q.name}
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

interface BarProps extends ControlProps {
	/** In the chart, each with the token of its colour and the way to the chart without it. */
	picked: readonly { bucket: string; label: string; colour: string; href: string }[];
	/** Stays in sight while somebody scrolls through a long table. */
	sticks: boolean;
}

/** The buckets in the chart, above the table in which they are chosen. */
export function PickedBar({ view, path, state, picked, sticks }: BarProps) {
	const t = translate(view.language);
	const { chart } = state;
	const unchosen = { ...state, chart: { ...chart, buckets: [] } };
	return (
		<div className={sticks ? "picked-bar sticks" : "picked-bar"}>
			<p>
				<a href="#history">{t("state.picked", { count: `${picked.length}`, max: `${bucketsMax}` })}</a>
			</p>
			<ul>
				{picked.map(({ bucket, label, colour, href }) => (
					<li key={bucket} data-bucket={bucket}>
						<a data-soft={`without ${bucket}`} href={href} aria-label={t("state.remove", { label })}>
							<i style={{ background: `var(--${colour})` }} />
							{label} <span aria-hidden="true">×</span>
						</a>
					</li>
				))}
			</ul>
			{chart.buckets.length > 0 && (
				<a className="reset" data-soft="usual" href={hrefOf(view, path, stateParameters(unchosen))}>
					{t("state.reset")}
				</a>
			)}
		</div>
	);
}
