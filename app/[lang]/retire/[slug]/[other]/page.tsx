import type { Metadata } from "next";
import { ChartFigure } from "#components/chart/chart-figure";
import { Frame } from "#components/frame/frame";
import { AsJson, QuestionTitle } from "#components/questions/asked";
import { FlowTable } from "#components/questions/moves";
import { AffectedTable, YearTable } from "#components/questions/retirement";
import { dataPathOf, dataViewParameters, retirePath } from "#lib/address/links";
import { queryOf } from "#lib/address/query";
import { formatDay, formatNumber, formatShareOf } from "#lib/format";
import type { Language } from "#lib/language";
import { readHostCourse, readRetirement } from "#lib/query/questions";
import { type Pace, retireBelow } from "#lib/questions/pace";
import { openRetirement } from "#lib/site/questions";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../../../open-view";
import { pageMetadata } from "../../../page-metadata";
import { PreviewTags } from "../../../preview-tags";
import { asked } from "../../../question-page";

type Props = ViewProps<{ slug: string; other: string }>;
type Retirement = Awaited<ReturnType<typeof readRetirement>>;

const open = (props: Props) =>
	asked(props, async ({ slug, other }, query, language) => {
		const { subject, day, published } = await openRetirement(slug, other, query, language);
		const retirement = await readRetirement(subject, day, other, published);
		return { subject, day, published, bucket: other, retirement };
	});

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { subject, retirement } = await open(props);
	return pageMetadata(props, {
		title: translate(subject.language)("questions.retire.title", { label: retirement.label }),
		description: answerOf(retirement, subject.language),
	});
}

/** What it would mean to drop support for a category. */
export default async function RetirePage(props: Props) {
	const { view, shown } = await openView(props);
	const { subject, day, published, bucket, retirement } = await open(props);
	const { statistic, language } = subject;
	const t = translate(language);
	const path = retirePath(statistic, bucket);
	const course = await readHostCourse(subject, published, day, bucket);
	const { only, year } = retirement;
	return (
		<Frame view={view} path={path} section={statistic.page} published={published} simulated={isSimulation()}>
			<PreviewTags view={view} shown={shown} />
			<QuestionTitle
				{...{ view, statistic }}
				title={t("questions.retire.title", { label: retirement.label })}
				answer={answerOf(retirement, language)}
			>
				<p className="lead">
					{only === null
						? t("questions.retire.onlyFew")
						: t("questions.retire.onlyText", { count: formatNumber(only, language) })}{" "}
					{paceText(course.pace, course.from, language)}{" "}
					{course.endOfLife &&
						t(course.endOfLife <= day ? "questions.retire.ended" : "questions.retire.ends", {
							label: retirement.label,
							date: formatDay(course.endOfLife, language),
						})}
				</p>
			</QuestionTitle>
			<div className="pair">
				<section aria-labelledby="course">
					<h2 id="course">{t("questions.retire.course")}</h2>
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
			<AsJson
				view={view}
				href={`${dataPathOf(statistic, "day")}/retire.json${queryOf(dataViewParameters(view), [["bucket", bucket]])}`}
			/>
		</Frame>
	);
}

function answerOf({ products, label, date }: Retirement, language: Language): string {
	const t = translate(language);
	return Object.entries(products)
		.filter(([, share]) => share.base > 0)
		.map(([product, { hosts, base, percent }]) =>
			t("questions.retire.lead", {
				product: t(`product.${product as "openvz7"}`),
				hosts: hosts === null ? t("questions.few") : formatNumber(hosts, language),
				base: t("questions.hosts", { count: base }),
				percent:
					percent === null
						? `<${formatShareOf(Math.max(1, 500 / base), base, language)}`
						: formatShareOf(percent, base, language),
				label,
				date: formatDay(date, language),
			}),
		)
		.join(" ");
}

function paceText(pace: Pace, from: Parameters<typeof formatDay>[0], language: Language): string {
	const t = translate(language);
	const threshold = formatShareOf(retireBelow, 0, language);
	const since = formatDay(from, language);
	if (pace.kind === "under") return t("questions.retire.under", { threshold });
	if (pace.kind === "unknown") return t("questions.retire.noPace", { since });
	const month = (day: typeof from) => formatDay(day, language, "wholeMonth");
	const values = { since, threshold, month: month(pace.day), first: month(pace.first) };
	if (pace.last === null) return t("questions.retire.paceOpen", values);
	return t("questions.retire.pace", { ...values, last: month(pace.last) });
}
