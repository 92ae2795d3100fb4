import { ChartFigure } from "#components/chart/chart-figure";
import { CoverageSection } from "#components/quality/coverage";
import { Limits } from "#components/quality/limits";
import { NewcomersSection } from "#components/quality/newcomers";
import { ObservedDays } from "#components/quality/observed-days";
import { RecognitionTable } from "#components/quality/recognition-table";
import { ReportsTable } from "#components/quality/reports-table";
import { WeightSection } from "#components/quality/weight-table";
import { ChangesOfMeaning } from "#components/statistic/day-list";
import { chartHrefOf, hrefOf, qualityPath, statisticPath } from "#lib/address/links";
import { formatDay } from "#lib/format";
import { windowDaysTexts } from "#lib/product";
import { shownStatistic } from "#lib/query/shown-statistic";
import { newcomersDays } from "#lib/site/quality/newcomers";
import { qualityOn } from "#lib/site/quality/quality";
import hostsNew from "#lib/statistics/hosts-new";
import { titleOf } from "#lib/statistics/labels";
import reports from "#lib/statistics/reports";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("quality");

export default async function QualityPage(props: ViewProps) {
	const opened = await openView(props);
	const { view, shown } = opened;
	const { language, product } = view;
	const t = translate(language);
	const [quality, history] = shown
		? await Promise.all([
				qualityOn(shown.day, product, language, shown.published),
				shownStatistic(reports, product, shown.day, language, shown.published),
			])
		: [null, null];
	const date = shown ? formatDay(shown.day, language) : "";
	return (
		<PageFrame
			opened={opened}
			path={qualityPath}
			chart={history ?? undefined}
			heading={
				<header className="title">
					<h1>{t("quality.title")}</h1>
				</header>
			}
		>
			{quality && quality.lead.length > 0 && <p className="own-numbers">{quality.lead.join(" ")}</p>}
			<p className="lead">{t("quality.lead")}</p>
			<nav className="contents" aria-label={t("quality.contents")}>
				{(shown
					? (["coverage", "recognition", "weight", "reports", "newcomers", "changes", "limits"] as const)
					: (["limits"] as const)
				).map((part) => (
					<a key={part} href={`#${part}`}>
						{t(`quality.${part}.title`)}
					</a>
				))}
			</nav>
			{shown && quality && history && (
				<>
					<CoverageSection
						view={view}
						coverage={quality.coverage}
						firstDay={shown.published.firstDay}
						day={shown.day}
					/>
					<section aria-labelledby="recognition">
						<h2 id="recognition">{t("quality.recognition.title")}</h2>
						<p className="about">{t("quality.recognition.about")}</p>
						<RecognitionTable view={view} recognised={quality.recognition} date={date} />
					</section>
					<WeightSection view={view} weights={quality.weights} date={date} />
					<section aria-labelledby="reports">
						<h2 id="reports">{t("quality.reports.title")}</h2>
						<p className="about">
							{t("quality.reports.about", {
								first: formatDay(shown.published.firstDay, language),
								date,
								...windowDaysTexts,
							})}
						</p>
						<div className="pair">
							{!history.isEmpty && (
								<ChartFigure
									specs={[history.lines("narrow"), history.lines("wide")]}
									interactiveHref={chartHrefOf(view, reports.slug)}
								/>
							)}
							<div className="numbers">
								<ReportsTable reports={quality.reports} date={date} language={language} />
								<p className="more">
									<a href={hrefOf(view, statisticPath(reports))}>{titleOf(reports, language)}</a>
								</p>
							</div>
						</div>
					</section>
					<NewcomersSection
						view={view}
						newcomers={quality.newcomers}
						statistic={hostsNew}
						date={date}
						days={newcomersDays}
					/>
					<ChangesOfMeaning view={view} changes={quality.changes} />
				</>
			)}
			{shown && shown.published.observed.size > 0 && <ObservedDays view={view} observed={shown.published.observed} />}
			<Limits view={view} newcomers={hostsNew} />
		</PageFrame>
	);
}
