import type { ReactNode } from "react";
import { chart as fields } from "#lib/address/addresses";
import { type ChartView, chartParameters, type PageState, plainChart, stateParameters } from "#lib/address/chart-view";
import { hrefOf, statisticPath, type View } from "#lib/address/links";
import { measures, rangeNames } from "#lib/address/values";
import type { Day } from "#lib/day";
import { formatDay } from "#lib/format";
import { defaultProduct } from "#lib/product";
import { chartKind, kindIn, usualMeasure } from "#lib/series/chart-kind";
import { countsHosts, hasUnits } from "#lib/series/counted";
import { hasEvents } from "#lib/statistics/events";
import { isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { HiddenInputs } from "./hidden-inputs";

export interface ControlProps {
	view: View;
	/** Of the statistic's English page. */
	path: string;
	statistic: Statistic;
	state: PageState;
}

interface Props extends ControlProps {
	published: { firstDay: Day; lastDay: Day };
	/** Further controls, at the end of the row. */
	children?: ReactNode;
}

/** How the chart is drawn. Each choice is a link: it needs no JavaScript and can be sent to somebody. */
export function ChartToolbar({ view, path, statistic, state, published, children }: Props) {
	const { language } = view;
	const t = translate(language);
	const { chart } = state;
	const to = (change: Partial<ChartView>) =>
		hrefOf(view, path, stateParameters({ ...state, chart: { ...chart, ...change } }));
	const isPlain = chartParameters(chart).length === 0;
	// A stack shows the whole, which a logarithmic axis cannot.
	const usual = usualMeasure(statistic);
	const isStack = kindIn(chartKind(statistic, chart), { ...chart, axis: "linear" }) === "stack";
	return (
		<nav className="toolbar" aria-label={t("state.toolbar")}>
			{hasUnits(statistic) && (
				<Segments label={t("state.count")}>
					<Segment
						name="hosts"
						href={to({ count: statistic.isPerHost ? null : "hosts" })}
						isOn={countsHosts(statistic, chart)}
					>
						{t("table.hosts")}
					</Segment>
					<Segment
						name="units"
						href={to({ count: statistic.isPerHost ? "units" : null })}
						isOn={!countsHosts(statistic, chart)}
					>
						{t(`table.total.${statistic.unit}`)}
					</Segment>
				</Segments>
			)}
			{!isOneNumber(statistic) && (
				<Segments label={t("state.measure")}>
					{measures.map((measure) => (
						<Segment
							key={measure}
							name={measure}
							href={to({ measure: measure === usual ? null : measure })}
							isOn={(chart.measure ?? usual) === measure}
						>
							{t(`state.${measure}`)}
						</Segment>
					))}
				</Segments>
			)}
			{(!isStack || chart.axis === "log") && (
				<Segments label={t("state.axis")}>
					<Segment name="linear" href={to({ axis: "linear" })} isOn={chart.axis === "linear"}>
						{t("state.linear")}
					</Segment>
					<Segment name="log" href={to({ axis: "log" })} isOn={chart.axis === "log"} title={t("state.logTitle")}>
						{t("state.log")}
					</Segment>
				</Segments>
			)}
			<Segments label={t("state.range")}>
				{rangeNames.map((range) => (
					<Segment key={range} name={range} href={to({ range })} isOn={chart.range === range}>
						{t(`state.${range}`)}
					</Segment>
				))}
				<OwnRange {...{ view, path, statistic, state, published }} />
			</Segments>
			{hasEvents(statistic) && (
				<a
					className="toggle"
					data-soft="events"
					href={to({ events: !chart.events })}
					data-on={chart.events || undefined}
				>
					{t(chart.events ? "statistic.eventsOff" : "statistic.eventsOn")}
				</a>
			)}
			{!isPlain && (
				<a
					className="reset"
					data-soft="reset"
					href={hrefOf(view, path, stateParameters({ ...state, chart: plainChart }))}
				>
					{t("state.reset")}
				</a>
			)}
			{children}
		</nav>
	);
}

function Segments({ label, children }: { label: string; children: ReactNode }) {
	return (
		// biome-ignore lint/a11y/useSemanticElements: links are no fields
		<div className="segments" role="group" aria-label={label}>
			{children}
		</div>
	);
}

interface SegmentProps {
	/** Identifies the link: after a change, the focus returns to it. */
	name: string;
	href: string;
	isOn: boolean;
	title?: string;
	children: string;
}

function Segment({ name, href, isOn, title, children }: SegmentProps) {
	return (
		<a data-soft={name} href={href} aria-current={isOn ? "true" : undefined} title={title}>
			{children}
		</a>
	);
}

/**
 * For the brush of a chart whose page has no form for a range: the days that are marked in it lead to the page of the
 * statistic, which shows them and says why the numbers changed.
 */
export function MarkedRange({
	view,
	statistic,
	chart,
}: Pick<ControlProps, "view" | "statistic"> & { chart: ChartView }) {
	const t = translate(view.language);
	return (
		<form
			className="marked-range"
			hidden
			action={hrefOf({ ...view, product: defaultProduct, day: null }, statisticPath(statistic))}
		>
			<HiddenInputs view={view} parameters={chartParameters({ ...chart, range: "all" })} />
			{([fields.from.name, fields.to.name] as const).map((name) => (
				<label key={name}>
					{t(`state.${name}`)}
					<input type="date" name={name} />
				</label>
			))}
		</form>
	);
}

/** Two days in a form that opens below its button. */
function OwnRange({ view, path, state, published: { firstDay, lastDay } }: Omit<Props, "children">) {
	const { language } = view;
	const t = translate(language);
	const { range } = state.chart;
	const own = typeof range === "string" ? null : range;
	const short = (day: Day | null) => (day ? formatDay(day, language, "short") : "");
	const last = view.day ?? lastDay;
	// The keys renew the inputs: a changed input would keep its value when Back leads to another range.
	const [from, to] = [own?.from ?? firstDay, own?.to ?? last];
	return (
		<details className="own-range">
			<summary data-after="own" aria-current={own ? "true" : undefined}>
				{own ? `${short(own.from)} – ${short(own.to)}` : t("state.own")}
			</summary>
			<form action={hrefOf({ ...view, product: defaultProduct, day: null }, path)} data-soft="own">
				<HiddenInputs view={view} parameters={stateParameters({ ...state, chart: { ...state.chart, range: "all" } })} />
				<label>
					{t("state.from")}
					<input key={from} type="date" name={fields.from.name} min={firstDay} max={last} defaultValue={from} />
				</label>
				<label>
					{t("state.to")}
					<input key={to} type="date" name={fields.to.name} min={firstDay} max={last} defaultValue={to} />
				</label>
				<button type="submit">{t("state.apply")}</button>
			</form>
		</details>
	);
}
