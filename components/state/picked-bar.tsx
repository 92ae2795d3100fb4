import { stateParameters } from "#lib/address/chart-view";
import { hrefOf } from "#lib/address/links";
import { bucketsMax } from "#lib/address/values";
import { translate } from "#lib/text/index";
import type { Looking } from "./chart-toolbar";

interface Props extends Looking {
	/** In the chart, each with the token of its colour and the way to the chart without it. */
	picked: readonly { bucket: string; label: string; colour: string; href: string }[];
	/** Stays in sight while somebody scrolls through a long table. */
	sticks: boolean;
}

/** What is in the chart, while somebody chooses in the table below it. */
export function PickedBar({ view, path, state, picked, sticks }: Props) {
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
