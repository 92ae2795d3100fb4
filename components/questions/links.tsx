import type { ReactNode } from "react";
import { HiddenInputs } from "#components/controls/hidden-inputs";
import { type ChartView, daysOf } from "#lib/address/chart-view";
import { comparePath, crossPath, hrefOf, retirePath, type View, whyPath } from "#lib/address/links";
import { type Day, later, plusDays } from "#lib/day";
import { formatDay } from "#lib/format";
import { defaultProduct } from "#lib/product";
import type { DistributionRow } from "#lib/series/distribution";
import { statistics } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { canCompare, canCross, hasShares } from "#lib/statistics/questions";
import { isAcrossProducts, isSentBy, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { ChoiceField, DayField, productChoices } from "./asked";

interface CompareProps {
	view: View;
	statistic: Statistic;
	day: Day;
	published: { firstDay: Day; lastDay: Day };
	/** The chart that is shown: a reader who marks a range asks why it changed in it. */
	chart: ChartView;
}

/** How many days back "why" looks where no range is chosen. */
const whyDays = 90;

/** Beside the date: a form for another day or product to compare with, and a link to why the numbers changed. */
export function CompareLinks({ view, statistic, day, published, chart }: CompareProps) {
	const t = translate(view.language);
	if (statistic.over !== "window" && !canCompare(statistic)) return null;
	const before = later(plusDays(day, -365), published.firstDay);
	const choices = isAcrossProducts(statistic) ? [] : productChoices(view, (one) => isSentBy(statistic, one));
	const isComparable = canCompare(statistic) && (before < day || choices.length > 1);
	return (
		<div className="compare-with">
			{isComparable && (
				<form action={hrefOf({ ...view, product: defaultProduct, day: null }, comparePath(statistic))}>
					<HiddenInputs view={{ ...view, day: null }} parameters={[["b", day]]} />
					<DayField label={t("questions.compare.withLabel")} name="a" day={before} published={published} />
					{choices.length > 1 && (
						<ChoiceField label={t("site.product")} name="aProduct" value={view.product} choices={choices} />
					)}
					<button type="submit">{t("questions.compare.act")}</button>
				</form>
			)}
			{statistic.over === "window" && <WhyLink {...{ view, statistic, day, published, chart }} />}
		</div>
	);
}

/** Why the numbers changed in the days that the chart shows. */
function WhyLink({ view, statistic, day, published, chart }: CompareProps) {
	const { from, to } =
		chart.range === "all"
			? { from: later(plusDays(day, -whyDays), published.firstDay), to: day }
			: daysOf(chart.range, day, published.firstDay);
	if (from >= to) return null;
	const [bucket, ...more] = chart.buckets;
	const href = hrefOf({ ...view, day: null }, whyPath(statistic), [
		["from", from],
		["to", to],
		...(bucket && more.length === 0 ? [["bucket", bucket] as const] : []),
	]);
	const short = (one: Day) => formatDay(one, view.language, "short");
	return <a href={href}>{translate(view.language)("questions.why.link", { from: short(from), to: short(to) })}</a>;
}

/** Beside the days that a reader marked in the chart, by brush or form: the first thing below it, for eyes and keys. */
export function WhyInRange(props: CompareProps) {
	if (props.statistic.over !== "window" || typeof props.chart.range === "string") return null;
	return (
		<p className="why">
			<WhyLink {...props} />
		</p>
	);
}

interface LinksProps {
	view: View;
	statistic: Statistic;
	rows: readonly DistributionRow[];
}

/** Below the numbers: what dropping one of the categories would mean, and the statistic by others. */
export function QuestionLinks({ view, statistic, rows }: LinksProps) {
	const t = translate(view.language);
	if (!hasShares(statistic)) return null;
	const others = statistics.filter((one) => canCross(statistic, one) && isSentBy(one, view.product));
	return (
		<>
			<Disclosed title={t("questions.retire.choose")}>
				{rows
					.filter(({ bucket }) => bucket !== "other")
					.map(({ bucket, label }) => (
						<a key={bucket} href={hrefOf(view, retirePath(statistic, bucket))}>
							{label}
						</a>
					))}
			</Disclosed>
			{others.length > 0 && (
				<Disclosed title={t("questions.cross.link")}>
					{others.map((one) => (
						<a key={one.slug} href={hrefOf(view, crossPath(statistic, one))}>
							{titleOf(one, view.language)}
						</a>
					))}
				</Disclosed>
			)}
		</>
	);
}

function Disclosed({ title, children }: { title: string; children: ReactNode }) {
	return (
		<details className="question-links">
			<summary>{title}</summary>
			<nav className="contents" aria-label={title}>
				{children}
			</nav>
		</details>
	);
}
