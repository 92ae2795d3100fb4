import { pageState } from "#lib/address/addresses";
import { stateParameters } from "#lib/address/chart-view";
import { hrefOf } from "#lib/address/links";
import { bucketsMax, searchMax } from "#lib/address/values";
import { defaultProduct } from "#lib/product";
import type { Colour } from "#lib/series/palette";
import { translate } from "#lib/text/index";
import type { ControlProps } from "./chart-toolbar";
import { HiddenInputs } from "./hidden-inputs";

interface Choice {
	bucket: string;
	label: string;
	isPicked: boolean;
	colour: Colour;
	/** Link that adds the category to the chart or removes it; `null` if the chart is full. */
	href: string | null;
	/** The search does not match it. */
	isHidden: boolean;
}

interface Props extends SearchProps {
	/** Those in the chart first. */
	choices: readonly Choice[];
	canSearch: boolean;
}

/** Beside the chart: which categories are in it. Those that are come first. */
export function CategoryChoice({ view, path, statistic, state, choices, found, count, canSearch }: Props) {
	const t = translate(view.language);
	const { chart } = state;
	const inChart = choices.filter(({ isPicked }) => isPicked).length;
	return (
		<aside className="choice" aria-label={t("state.choice")}>
			{/* The search script hides rows without React: the key renders them anew for another search. */}
			<div key={state.search} className="choosing">
				{canSearch && <RowSearch {...{ view, path, statistic, state, found, count }} />}
				<p className="in-chart">
					{inChart > 0
						? t("state.picked", { count: `${inChart}`, max: `${bucketsMax}` })
						: t("state.choose", { max: `${bucketsMax}` })}{" "}
					{chart.buckets.length > 0 && (
						<a
							className="reset"
							data-soft="usual"
							href={hrefOf(view, path, stateParameters({ ...state, chart: { ...chart, buckets: [] } }))}
						>
							{t("state.reset")}
						</a>
					)}
				</p>
				{canSearch && (
					<p className="nothing" hidden={found > 0}>
						{t("state.none")}
					</p>
				)}
				<ul className="picks">
					{choices.map((choice) => (
						<li key={choice.bucket} data-bucket={choice.bucket} data-label={choice.label} hidden={choice.isHidden}>
							<Pick choice={choice} add={t("state.add", choice)} remove={t("state.remove", choice)} />
						</li>
					))}
				</ul>
			</div>
		</aside>
	);
}

interface PickProps {
	choice: Choice;
	add: string;
	remove: string;
}

/** A tick box that is a link; without a link where the chart has no room. */
function Pick({ choice: { bucket, label, isPicked, colour, href }, add, remove }: PickProps) {
	const box = <i className="box" data-on={isPicked || undefined} style={{ color: `var(--${colour})` }} />;
	if (href === null) {
		return (
			<span className="pick">
				{box} <span>{label}</span>
			</span>
		);
	}
	return (
		<a className="pick" data-soft={`pick ${bucket}`} href={href} aria-label={`${label}. ${isPicked ? remove : add}`}>
			{box} <span>{label}</span>
		</a>
	);
}

interface SearchProps extends ControlProps {
	/** How many rows match the search, and how many there are. */
	found: number;
	count: number;
}

/** Finds categories of a long list: on the server, and with JavaScript while somebody types. */
function RowSearch({ view, path, state, found, count }: SearchProps) {
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
