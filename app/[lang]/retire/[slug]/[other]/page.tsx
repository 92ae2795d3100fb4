import type { Metadata } from "next";
import { Fragment } from "react";
import { ChartFigure } from "#components/chart/chart-figure";
import { MarkedRange } from "#components/controls/chart-toolbar";
import { AsJson, QuestionTitle } from "#components/questions/asked";
import { FlowTable } from "#components/questions/moves";
import { AffectedTable, YearTable } from "#components/questions/retirement";
import { Share } from "#components/share/share";
import { chartParameters, plainChart } from "#lib/address/chart-view";
import {
	chartHrefOf,
	dataPathOf,
	dataViewParameters,
	hrefOf,
	retirementChartName,
	retirePath,
	whyPath,
} from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import type { Day } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import { paceText, readHostCourse, readRetirement, retirementSentence, retirementTitle } from "#lib/query/retirement";
import { usualMeasure } from "#lib/series/chart-kind";
import { hasUnits } from "#lib/series/counted";
import { openRetirement } from "#lib/site/questions";
import { familyOf } from "#lib/statistics/names/distributions";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { openView, type ViewProps } from "../../../open-view";
import { PageFrame } from "../../../page-frame";
import { pageMetadata } from "../../../page-metadata";
import { asked } from "../../../question-page";

type Props = ViewProps<{ slug: string; other: string }>;

const open = asked(async ({ slug, other }: { slug: string; other: string }, query, language) => {
	const { subject, day, published } = await openRetirement(slug, other, query, language);
	const retirement = await readRetirement(subject, day, other, published);
	return { subject, day, published, bucket: other, retirement };
});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, retirement } = await open(props);
	return pageMetadata(props, {
		title: retirementTitle(retirement, subject.language),
		description: retirementSentence(retirement, subject.language),
	});
}

/** What it would mean to drop support for a category. */
export default async function RetirePage(props: Props) {
	const opened = await openView(props);
	const { view } = opened;
	const { subject, day, published, bucket, retirement } = await open(props);
	const { statistic, language } = subject;
	const t = translate(language);
	const path = retirePath(statistic, bucket);
	const course = await readHostCourse(subject, published, day, bucket);
	const { only, year } = retirement;
	const chart = { ...plainChart, buckets: [bucket] };
	const inHosts = {
		...chart,
		measure: usualMeasure(statistic) === "share" ? null : ("share" as const),
		count: hasUnits(statistic) && !statistic.isPerHost ? ("hosts" as const) : null,
	};
	const why = hrefOf({ ...view, day: null }, whyPath(statistic), [
		["from", year.from],
		["to", day],
		["bucket", bucket],
	]);
	const short = (one: Day) => formatDay(one, language, "short");
	const onServer = translateOnServer(language);
	const isOtherVersion = (to: { bucket: string }) => familyOf(to.bucket) === familyOf(bucket);
	const flows = year.flows.some(isOtherVersion)
		? ([
				[onServer("places.versions"), year.flows.filter(isOtherVersion)],
				[onServer("places.others"), year.flows.filter((to) => !isOtherVersion(to))],
			] as const)
		: ([[t("questions.why.to5"), year.flows]] as const);
	const data = dataPathOf(statistic, "retire");
	const query = queryOf(dataViewParameters({ ...view, day: null }), [["bucket", bucket]]);
	return (
		<PageFrame
			{...{ opened, path }}
			section={statistic.page}
			heading={<QuestionTitle {...{ view, statistic }} title={retirementTitle(retirement, language)} />}
		>
			<p className="own-numbers">{retirementSentence(retirement, language)}</p>
			<p className="lead">
				{only === null
					? t("questions.retire.onlyFew")
					: t("questions.retire.onlyText", { count: formatNumber(only, language) })}{" "}
				{paceText(course, language)}{" "}
				{course.endsOfLife.map((end) => (
					<Fragment key={end.name}>
						{t(end.day <= day ? "questions.retire.ended" : "questions.retire.ends", {
							label: end.name,
							date: formatDay(end.day, language),
						})}{" "}
						<a href={end.source} rel="external">
							{t("questions.retire.source")}
						</a>{" "}
					</Fragment>
				))}
			</p>
			<div className="pair">
				<section aria-labelledby="course">
					<div className="heading">
						<h2 id="course">{t("questions.retire.course")}</h2>
						<Share {...{ view, statistic }} form="retire" chart={chart} />
					</div>
					<ChartFigure
						specs={(["narrow", "wide", "large"] as const).map(course.chart)}
						interactiveHref={chartHrefOf(view, retirementChartName(statistic.slug), chartParameters(chart))}
						controls={
							<>
								<p className="chart-links">
									<a href={why}>{t("questions.why.link", { from: short(year.from), to: short(day) })}</a>
								</p>
								<MarkedRange {...{ view, statistic }} chart={inHosts} />
							</>
						}
					/>
				</section>
				<div className="numbers">
					<AffectedTable {...{ retirement, language }} />
					<YearTable
						{...{ retirement, language }}
						title={t("questions.retire.year", { date: formatDay(year.from, language) })}
					/>
					{flows.map(([title, some]) => (
						<FlowTable key={title} title={title} flows={some} language={language} />
					))}
				</div>
			</div>
			<p className="note">
				{t("questions.certainty")} {(retirement.few || year.few) && t("questions.fewNote")}
			</p>
			<p className="note">
				<a href={`${data}.atom${query}`}>{t("questions.retire.feed")}</a>
			</p>
			<AsJson view={view} href={`${data}.json${queryOf(dataViewParameters(view), [["bucket", bucket]])}`} />
		</PageFrame>
	);
}
