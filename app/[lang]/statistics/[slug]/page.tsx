import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ChartFigure } from "#components/chart/chart-figure";
import { ChartToolbar } from "#components/controls/chart-toolbar";
import { CategoryChoice } from "#components/controls/row-choice";
import { SoftLinks } from "#components/controls/soft-links";
import { JsonLd, OembedLinks } from "#components/frame/head";
import { CompareLinks, QuestionLinks, WhyInRange } from "#components/questions/links";
import { Share } from "#components/share/share";
import { CourseTable } from "#components/statistic/course-table";
import { EventList, NoteList } from "#components/statistic/day-list";
import { About, CitedSources, DataLinks } from "#components/statistic/section";
import { chartParameters, stateParameters } from "#lib/address/chart-view";
import { chartHrefOf, hrefOf, pagePath, statisticPath } from "#lib/address/links";
import { env } from "#lib/env";
import { formatDay } from "#lib/format";
import { defaultLanguage, isLanguage } from "#lib/language";
import { products } from "#lib/product";
import { shownStatistic } from "#lib/query/shown-statistic";
import { restatementNotes } from "#lib/series/restated";
import { datasetOf } from "#lib/site/json-ld";
import { offeredRows } from "#lib/site/offered-rows";
import { loadView, parseView, readPageState } from "#lib/site/page-view";
import { statisticBySlug, statisticsWith } from "#lib/statistics/index";
import { aboutOf, notesOf, titleOf } from "#lib/statistics/labels";
import { pageBySlug, pageTitle } from "#lib/statistics/pages";
import { isAcrossProducts, isObserved, isOneNumber, isSentBy, type Statistic } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { queryOf, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";
import { OnDate } from "./on-date";

type Props = ViewProps<{ slug: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { slug, lang } = await props.params;
	const statistic = statisticBySlug(slug);
	if (!statistic) return {};
	const { content } = await openedStatistic(statistic, lang, queryOf(await props.searchParams).toString());
	return pageMetadata(props, {
		title: titleOf(statistic, isLanguage(lang) ? lang : defaultLanguage),
		...(content && !content.isEmpty ? { description: content.lines("wide").sentence } : {}),
	});
}

/** Read once for the page and its metadata. `bin/server/checked-pages.ts` has answered where the state is wrong. */
const openedStatistic = cache(async (statistic: Statistic, language: string, query: string) => {
	const searchParams = new URLSearchParams(query);
	const opened = isLanguage(language) ? await loadView(parseView(language, searchParams), [statistic]) : null;
	const state = await readPageState(statistic, searchParams, opened?.shown?.published ?? null);
	const { view, shown } = opened ?? {};
	const content =
		view && shown && isSentBy(statistic, view.product)
			? await shownStatistic(statistic, view.product, shown.day, view.language, shown.published, state.chart)
			: null;
	return { opened, state, content };
});

/** The page of one statistic. */
export default async function StatisticPage(props: Props) {
	const statistic = statisticBySlug((await props.params).slug);
	if (!statistic) notFound();
	const { lang } = await props.params;
	const query = queryOf(await props.searchParams).toString();
	const { state, content, ...found } = await openedStatistic(statistic, lang, query);
	const opened = found.opened ?? notFound();
	const { view, shown, observed } = opened;
	const { language, product } = view;
	const t = translate(language);
	const notes = [...notesOf(statistic, language), ...restatementNotes(content?.history.restated, language)];
	const path = statisticPath(statistic);
	const keep = stateParameters(state);
	const offered =
		shown && content && !content.isEmpty && !isOneNumber(statistic)
			? await offeredRows(content, view, state, shown.published.firstDay)
			: null;
	const page = pageBySlug(statistic.page);
	const isSent = isSentBy(statistic, product);
	const other = products.find((one) => one !== product && isSentBy(statistic, one));
	const siblings = statisticsWith(observed).filter(
		(one) => one.page === statistic.page && one !== statistic && isSentBy(one, product),
	);
	const onDate = content && offered && <OnDate {...{ view, state, content, offered }} />;
	const history = shown && content && !content.isEmpty && (
		<section aria-labelledby="history">
			<h2 id="history">{t("statistic.history")}</h2>
			<div className={offered ? "pair with-choice" : "pair"}>
				<ChartFigure
					specs={(["narrow", "wide", "large"] as const).map(content.lines)}
					interactiveHref={chartHrefOf(view, statistic.slug, chartParameters(state.chart))}
					controls={
						<>
							<WhyInRange {...{ view, statistic }} day={shown.day} published={shown.published} chart={state.chart} />
							<ChartToolbar {...{ view, path, statistic, state }} published={shown.published}>
								<Share view={view} statistic={statistic} chart={state.chart} />
							</ChartToolbar>
						</>
					}
				/>
				{offered ? (
					<CategoryChoice {...{ view, path, statistic, state }} {...offered} />
				) : (
					<div className="numbers">
						<CourseTable history={content.history} language={language} />
					</div>
				)}
			</div>
			{content.events.length > 0 && <EventList events={content.events} language={language} />}
			{notes.length > 0 && <NoteList notes={notes} language={language} />}
		</section>
	);
	return (
		<PageFrame
			opened={opened}
			path={path}
			keep={keep}
			section={statistic.page}
			choice={isAcrossProducts(statistic) ? "date" : "view"}
			heading={
				<header className="title">
					{page && (
						<p className="crumb">
							<a href={hrefOf(view, pagePath(page))}>{pageTitle(page, language)}</a>
						</p>
					)}
					<h1>{titleOf(statistic, language)}</h1>
				</header>
			}
			chart={content}
		>
			{content && (
				<OembedLinks
					site={env().PUBLIC_URL ?? ""}
					page={hrefOf(view, path, keep)}
					title={titleOf(statistic, language)}
				/>
			)}
			{shown && isSent && <JsonLd data={datasetOf(statistic, view, shown)} />}
			<div className="about-line">
				<About title={t("statistic.about")}>{aboutOf(statistic, language)}</About>
				{shown && content && !content.isEmpty && (
					<CompareLinks {...{ view, statistic }} day={shown.day} published={shown.published} chart={state.chart} />
				)}
			</div>
			{content && <CitedSources sources={content.sources} language={language} />}
			{!isSent && other && (
				<p className="elsewhere">
					{t("statistic.noneSent", { product: t(`product.${product}`) })}{" "}
					<a href={hrefOf({ ...view, product: other }, path)}>
						{t("statistic.toOther", { other: t(`product.${other}`) })}
					</a>
				</p>
			)}
			{content?.isEmpty && (
				<p className="nothing">
					{t(isObserved(statistic) ? "statistic.notObserved" : "statistic.empty", {
						date: formatDay(content.day, language),
					})}
				</p>
			)}
			{shown && content && !content.isEmpty && (
				<div className="alone" data-linked="">
					{statistic.hasSeveral && onDate}
					{history}
					{!statistic.hasSeveral && onDate}
					<DataLinks view={view} statistic={statistic} />
				</div>
			)}
			{shown && content && !content.isEmpty && (
				<QuestionLinks {...{ view, statistic }} rows={content.distribution.rows} />
			)}
			{siblings.length > 0 && (
				<nav className="contents" aria-label={t("statistic.page")}>
					<p>{t("statistic.page")}</p>
					{siblings.map((one) => (
						<a key={one.slug} href={hrefOf(view, statisticPath(one))}>
							{titleOf(one, language)}
						</a>
					))}
				</nav>
			)}
			<SoftLinks key={hrefOf(view, path, keep)} />
		</PageFrame>
	);
}
