import type { Metadata } from "next";
import { ChartFigure } from "#components/chart/chart-figure";
import { JsonLd } from "#components/frame/head";
import { GeneralInfo } from "#components/overview/general-info";
import { HeadlineNumber } from "#components/overview/headline-number";
import { Static } from "#components/static";
import { ChartLinks, StatisticSection } from "#components/statistic/section";
import { UnbrokenRanges } from "#components/unbroken-ranges";
import { chartHrefOf, hrefOf, overviewPath, pagePath, statisticPath } from "#lib/address/links";
import type { Day } from "#lib/day";
import { formatDay, formatNumber } from "#lib/format";
import { type Growth, growthCharts, sharedGrowths } from "#lib/site/growth";
import { catalogOf } from "#lib/site/json-ld";
import { changeText, generalInfo, observedOverview, overviewHeadlines, pageFacts } from "#lib/site/overview";
import { pagesWith, statisticsWith } from "#lib/statistics/index";
import { pageLead, pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "./open-view";
import { PageFrame } from "./page-frame";
import { pageMetadata } from "./page-metadata";

export function generateMetadata(props: ViewProps): Promise<Metadata> {
	return pageMetadata(props, {});
}

const growths: readonly Growth[] = ["growth-active", "growth-ever"];

export default async function Overview(props: ViewProps) {
	const opened = await openView(props);
	const { view, shown, observed } = opened;
	const { language } = view;
	const t = translate(language);
	const [infos, headlines, drawn, ofPages, seen] = await Promise.all([
		generalInfo(view, shown?.day ?? null),
		shown ? overviewHeadlines(shown.day, shown.published) : [],
		shown ? growthCharts(growths, shown.day, language, shown.published) : [],
		shown ? pageFacts(shown.day, view.product, language, statisticsWith(observed)) : null,
		shown ? null : observedOverview(view, observed),
	]);
	const facts = ofPages ?? seen?.facts;
	const charts = growths.flatMap((name, i) => {
		const chart = drawn[i];
		return chart ? { name, specs: [chart("narrow"), chart("wide")] } : [];
	});
	const date = shown ? formatDay(shown.day, language) : "";
	const endOf = ({ day, value }: { day: Day; value: number }) => ({
		day: formatDay(day, language, "dayAndMonth"),
		value: formatNumber(value, language),
	});
	const note = shown ? t(view.day ? "generalInfo.livePast" : "generalInfo.live", { date }) : t("generalInfo.liveOnly");
	return (
		<PageFrame
			opened={opened}
			path={overviewPath}
			section=""
			heading={
				<header className="title">
					<h1>{t("site.tagline")}</h1>
				</header>
			}
		>
			<p className="lead">{t("overview.lead")}</p>
			<JsonLd data={catalogOf(view, observed)} />
			{seen?.sections.map((section) => (
				<StatisticSection key={section.statistic.slug} view={view} {...section} />
			))}
			{headlines.length > 0 && (
				<Static as="section" className="headlines" aria-label={t("overview.headlines")}>
					{headlines.map(({ statistic, product, total, course, began, change }) => (
						<HeadlineNumber
							key={`${statistic.slug} ${product}`}
							href={hrefOf({ ...view, product }, statisticPath(statistic))}
							title={t(`overview.headline.${total}`, { product: t(`product.${product}`) })}
							value={formatNumber(course.at(-1) ?? 0, language)}
							change={changeText(change, language)}
							course={course}
							ends={began && [endOf(began), endOf({ day: shown?.day ?? began.day, value: course.at(-1) ?? 0 })]}
						/>
					))}
				</Static>
			)}
			<GeneralInfo infos={infos} language={language} now={new Date()} note={note} growthHref="#growth" />
			{charts.length > 0 && (
				<section className="growth" id="growth" aria-labelledby="growth-title">
					<h2 id="growth-title">{t("overview.growth")}</h2>
					<div className="halves">
						{charts.map(({ name, specs }) => (
							<div key={name}>
								<h3>{specs[0]?.title}</h3>
								<ChartFigure
									specs={specs}
									interactiveHref={chartHrefOf(view, name)}
									controls={<ChartLinks view={view} {...sharedGrowths[name]} />}
								/>
							</div>
						))}
					</div>
				</section>
			)}
			<Static as="section" className="explore" aria-labelledby="explore">
				<h2 id="explore">{t("overview.explore")}</h2>
				<ul>
					{pagesWith(observed).map((page) => (
						<li key={page.slug}>
							<a href={hrefOf(view, pagePath(page))}>{pageTitle(page, language)}</a>
							{facts?.has(page.slug) && (
								<p className="fact">
									<UnbrokenRanges text={facts.get(page.slug) ?? ""} />
								</p>
							)}
							<p>{pageLead(page, language)}</p>
						</li>
					))}
				</ul>
			</Static>
		</PageFrame>
	);
}
