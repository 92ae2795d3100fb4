import type { Metadata } from "next";
import { ChartFigure } from "#components/chart/chart-figure";
import { AsJson, QuestionTitle } from "#components/questions/asked";
import { FlowTable } from "#components/questions/moves";
import { AffectedTable, YearTable } from "#components/questions/retirement";
import { Share } from "#components/share/share";
import { plainChart } from "#lib/address/chart-view";
import { dataPathOf, dataViewParameters, retirePath } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { formatDay, formatNumber } from "#lib/format";
import { paceText, readHostCourse, readRetirement, retirementSentence, retirementTitle } from "#lib/query/retirement";
import { openRetirement } from "#lib/site/questions";
import { translate } from "#lib/text/index";
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
	const { endOfLife } = course;
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
				{endOfLife && (
					<>
						{t(endOfLife.day <= day ? "questions.retire.ended" : "questions.retire.ends", {
							label: retirement.label,
							date: formatDay(endOfLife.day, language),
						})}{" "}
						<a href={endOfLife.source} rel="external">
							{t("questions.retire.source")}
						</a>
					</>
				)}
			</p>
			<div className="pair">
				<section aria-labelledby="course">
					<div className="heading">
						<h2 id="course">{t("questions.retire.course")}</h2>
						<Share {...{ view, statistic }} form="retire" chart={{ ...plainChart, buckets: [bucket] }} />
					</div>
					<ChartFigure specs={[course.chart("narrow"), course.chart("wide")]} />
				</section>
				<div className="numbers">
					<AffectedTable {...{ retirement, language }} />
					<YearTable
						{...{ retirement, language }}
						title={t("questions.retire.year", { date: formatDay(year.from, language) })}
					/>
					<FlowTable title={t("questions.why.to5")} flows={year.flows} language={language} />
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
