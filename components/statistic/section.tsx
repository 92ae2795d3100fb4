import type { ReactNode } from "react";
import { ChartFigure } from "#components/chart/chart-figure";
import { MarkedRange } from "#components/controls/chart-toolbar";
import { Share } from "#components/share/share";
import { Static } from "#components/static";
import { type ChartView, chartParameters, plainChart } from "#lib/address/chart-view";
import { chartHrefOf, dataHrefOf, hrefOf, methodPath, statisticPath, type View } from "#lib/address/links";
import { formatDay, formatNumber } from "#lib/format";
import type { Language } from "#lib/language";
import type { BarSpec, LineSpec, SizeName } from "#lib/series/chart-spec";
import { type Distribution, telling } from "#lib/series/distribution";
import type { Colour } from "#lib/series/palette";
import type { Series } from "#lib/series/series";
import type { StandaloneChart } from "#lib/sharing/standalone-chart";
import { aboutOf, titleOf } from "#lib/statistics/labels";
import { isObserved, isOneNumber, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { CourseTable } from "./course-table";
import { DistributionTable } from "./distribution-table";

interface Props {
	view: View;
	statistic: Statistic;
	distribution: Distribution;
	/** In hosts or units, as the chart counts; of what happens on single days, the last whole week or month. */
	lately: Distribution;
	history: Series;
	isEmpty: boolean;
	sources: readonly string[];
	colours: ReadonlyMap<string, Colour>;
	lines(size: SizeName): LineSpec;
	bars(size: SizeName): BarSpec;
}

/** The statistic's own page has longer tables. */
const rowsMax = 10;

/** One statistic on its page: description, history, numbers and links to the data. */
export function StatisticSection(props: Props) {
	const { view, statistic, distribution } = props;
	const { language } = view;
	const t = translate(language);
	return (
		<section className="statistic" id={statistic.slug} aria-labelledby={`${statistic.slug}-title`}>
			<h2 id={`${statistic.slug}-title`}>
				<a href={hrefOf(view, statisticPath(statistic))}>{titleOf(statistic, language)}</a>
			</h2>
			<About title={t("statistic.about")}>{aboutOf(statistic, language)}</About>
			<CitedSources sources={props.sources} language={language} />
			{props.isEmpty ? (
				<p className="nothing">
					{t(isObserved(statistic) ? "statistic.notObserved" : "statistic.empty", {
						date: formatDay(distribution.date, language),
					})}
				</p>
			) : (
				<>
					<div className="pair" data-linked="">
						{statistic.hasSeveral ? (
							<ChartFigure
								specs={[props.bars("narrow"), props.bars("wide")]}
								controls={<ChartLinks view={view} statistic={statistic} form="day" />}
							/>
						) : (
							<ChartFigure
								specs={[props.lines("narrow"), props.lines("wide")]}
								interactiveHref={chartHrefOf(view, statistic.slug)}
								controls={<ChartLinks view={view} statistic={statistic} />}
							/>
						)}
						<Numbers {...props} />
					</div>
					<DataLinks view={view} statistic={statistic} />
				</>
			)}
		</section>
	);
}

function Numbers({ view, statistic, distribution, lately, history, colours }: Props) {
	const { language } = view;
	const { order, threshold } = statistic;
	const count = lately.rows.length;
	const several = statistic.hasSeveral && lately.statistic.unit;
	const shown = several ? { ...lately, rows: [...telling(lately.rows, { hasSeveral: true, unit: several })] } : lately;
	if (isOneNumber(statistic)) {
		return (
			<div className="numbers">
				<CourseTable history={history} language={language} />
			</div>
		);
	}
	return (
		<div className="numbers">
			<DistributionTable
				{...{ distribution, language, order, threshold }}
				// As its bars.
				colours={several ? new Map(shown.rows.map(({ bucket }) => [bucket, "c0"])) : colours}
				counted={shown}
				rowsMax={order ? undefined : rowsMax}
			/>
			{!order && count > rowsMax && (
				<p className="more">
					<a href={hrefOf(view, statisticPath(statistic))}>
						{translate(language)("statistic.all", { count: formatNumber(count, language) })}
					</a>
				</p>
			)}
		</div>
	);
}

/** A description that opens below its title: the chart comes first. */
export function About({ title, children }: { title: string; children: ReactNode }) {
	return (
		<details className="about">
			<summary>{title}</summary>
			<p>{children}</p>
		</details>
	);
}

interface LinksProps extends Pick<Props, "view" | "statistic"> {
	/** As the chart above is drawn. */
	chart?: ChartView;
	form?: StandaloneChart["form"];
}

/** Below a chart: to the page on which it can be changed, and to everything that can be taken of it. */
export function ChartLinks({ view, statistic, chart = plainChart, form }: LinksProps) {
	return (
		<>
			<p className="chart-links">
				<a className="explore-chart" href={hrefOf(view, statisticPath(statistic), chartParameters(chart))}>
					{translate(view.language)("statistic.explore")}
				</a>
				<Share view={view} statistic={statistic} chart={chart} form={form} />
			</p>
			{form !== "day" && <MarkedRange {...{ view, statistic, chart }} />}
		</>
	);
}

/** Links to the data of what is shown. */
export function DataLinks({ view, statistic }: Pick<Props, "view" | "statistic">) {
	const t = translate(view.language);
	const link = (what: "day" | "series", kind: "json" | "csv") => (
		<a href={dataHrefOf(view, statistic, what, kind)}>{kind.toUpperCase()}</a>
	);
	return (
		<Static as="p" className="data">
			<span>
				{t("statistic.ofDay")} {link("day", "csv")} {link("day", "json")}
			</span>
			<span>
				{t("statistic.series")} {link("series", "csv")} {link("series", "json")}
			</span>
			<span>
				<a href={hrefOf(view, methodPath(statistic))}>{t("statistic.method")}</a>
			</span>
		</Static>
	);
}

/** Where others published the numbers. */
export function CitedSources({ sources, language }: { sources: readonly string[]; language: Language }) {
	if (sources.length === 0) return null;
	return (
		<p className="about">
			{translate(language)("statistic.cited", { count: sources.length })}{" "}
			{sources.map((source, i) => (
				<span key={source}>
					{i > 0 && ", "}
					<a href={source} rel="nofollow noreferrer">
						{new URL(source).host}
					</a>
				</span>
			))}
		</p>
	);
}
