import { notFound } from "next/navigation";
import { ChartFigure } from "#components/chart/chart-figure";
import { EventList, NoteList } from "#components/day-list";
import { Frame } from "#components/frame/frame";
import { EmptyNotice, HistoricNotice } from "#components/frame/notices";
import { JsonLd } from "#components/json-ld";
import { OembedLinks } from "#components/oembed-links";
import { Share } from "#components/share/share";
import { ChartToolbar } from "#components/state/chart-toolbar";
import { SoftLinks } from "#components/state/soft-links";
import { DataLinks } from "#components/statistic-section";
import { chartParameters, stateParameters } from "#lib/address/chart-view";
import { chartHrefOf, hrefOf, pagePath, statisticPath } from "#lib/address/links";
import { env } from "#lib/env";
import { formatDay } from "#lib/format";
import { products } from "#lib/product";
import { shownStatistic } from "#lib/query/shown-statistic";
import { isSentBy } from "#lib/series/described";
import { datasetOf } from "#lib/site/json-ld";
import { stateOfFolder } from "#lib/site/page-states";
import { statisticBySlug, statistics } from "#lib/statistics/index";
import { aboutOf, notesOf, titleOf } from "#lib/statistics/labels";
import { pageBySlug, pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewParams } from "../../../../../open-view";
import { PreviewTags } from "../../../../../preview-tags";
import { OnDate } from "./on-date";

interface Props {
	params: Promise<ViewParams & { slug: string; state?: string }>;
}

/** The page of one statistic. */
export async function StatisticView({ params }: Props) {
	const asked = await params;
	const statistic = statisticBySlug(asked.slug);
	const state = stateOfFolder(asked.state);
	if (!statistic || !state) notFound();
	const { view, shown } = await openView(asked);
	const { language, product } = view;
	const t = translate(language);
	const notes = statistic ? notesOf(statistic, language) : [];
	const path = statisticPath(statistic);
	const keep = stateParameters(state);
	const page = pageBySlug(statistic.page);
	const isSent = isSentBy(statistic, product);
	const other = products.find((one) => one !== product && isSentBy(statistic, one));
	const content =
		shown && isSent
			? await shownStatistic(statistic, product, shown.day, language, shown.published, state.chart)
			: null;
	const siblings = statistics.filter(
		(one) => one.page === statistic.page && one !== statistic && isSentBy(one, product),
	);
	return (
		<Frame
			view={view}
			path={path}
			keep={keep}
			section={statistic.page}
			published={shown?.published ?? null}
			simulated={isSimulation()}
		>
			{content && (
				<OembedLinks
					site={env().PUBLIC_URL ?? ""}
					page={hrefOf(view, path, keep)}
					title={titleOf(statistic, language)}
				/>
			)}
			<PreviewTags view={view} pictured={{ statistic, chart: state.chart }} />
			<header className="title">
				{page && (
					<p className="crumb">
						<a href={hrefOf(view, pagePath(page))}>{pageTitle(page, language)}</a>
					</p>
				)}
				<h1>{titleOf(statistic, language)}</h1>
				<p className="lead">{aboutOf(statistic, language)}</p>
			</header>
			{shown && isSent && <JsonLd data={datasetOf(statistic, view, shown)} />}
			{!shown && <EmptyNotice view={view} />}
			{shown && <HistoricNotice view={view} path={path} keep={keep} lastDay={shown.published.lastDay} />}
			{!isSent && other && (
				<p className="elsewhere">
					{t("statistic.noneSent", { product: t(`product.${product}`) })}{" "}
					<a href={hrefOf({ ...view, product: other }, path)}>
						{t("statistic.toOther", { other: t(`product.${other}`) })}
					</a>
				</p>
			)}
			{content?.isEmpty && (
				<p className="nothing">{t("statistic.empty", { date: formatDay(content.day, language) })}</p>
			)}
			{shown && content && !content.isEmpty && (
				<div className="alone" data-linked="">
					<section aria-labelledby="history">
						<div className="heading">
							<h2 id="history">{t("statistic.history")}</h2>
							<Share view={view} statistic={statistic} chart={state.chart} />
						</div>
						<ChartFigure
							specs={(["narrow", "wide", "full"] as const).map(content.lines)}
							interactiveHref={chartHrefOf(view, statistic.slug, chartParameters(state.chart))}
							toolbar={<ChartToolbar {...{ view, path, statistic, state }} published={shown.published} />}
						/>
						{content.events.length > 0 && <EventList events={content.events} language={language} />}
						{notes.length > 0 && <NoteList notes={notes} language={language} />}
					</section>
					<OnDate {...{ view, path, state, content }} published={shown.published} />
					<DataLinks view={view} statistic={statistic} />
				</div>
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
			<SoftLinks />
		</Frame>
	);
}
