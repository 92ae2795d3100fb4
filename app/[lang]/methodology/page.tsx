import { Frame } from "#components/frame/frame";
import { EmptyNotice, HistoricNotice } from "#components/frame/notices";
import { EventList } from "#components/statistic/day-list";
import { StatisticMethod } from "#components/statistic/method";
import { daysPath, methodologyPath } from "#lib/address/links";
import { windowDaysTexts } from "#lib/product";
import { largestAmounts, methodsOn } from "#lib/site/methodology";
import { worldEvents } from "#lib/statistics/events";
import { pages, pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../open-view";
import { metadataOf } from "../page-metadata";
import { PreviewTags } from "../preview-tags";

export const generateMetadata = metadataOf("methodology");

export default async function Methodology(props: ViewProps) {
	const { view, shown } = await openView(props);
	const { language, product } = view;
	const t = translate(language);
	const path = methodologyPath();
	const methods = shown ? await methodsOn(shown.day, product, language) : [];
	return (
		<Frame view={view} path={path} published={shown?.published ?? null} simulated={isSimulation()}>
			<PreviewTags view={view} shown={shown} />
			<header className="title">
				<h1>{t("methodology.title")}</h1>
				<p className="lead">{t("methodology.lead")}</p>
			</header>
			{!shown && <EmptyNotice view={view} />}
			{shown && <HistoricNotice view={view} path={path} lastDay={shown.published.lastDay} />}
			<nav className="contents" aria-label={t("statistic.contents")}>
				{pages.map((page) => (
					<a key={page.slug} href={`#page-${page.slug}`}>
						{pageTitle(page, language)}
					</a>
				))}
			</nav>
			<section className="prose" aria-labelledby="in-general">
				<h2 id="in-general">{t("methodology.words.title")}</h2>
				<p>{t("methodology.words.day")}</p>
				<p>{t("methodology.words.host", windowDaysTexts)}</p>
				<p>{t("methodology.words.known")}</p>
				<p>{t("methodology.words.small")}</p>
				<p>{t("methodology.words.plausible", largestAmounts(language))}</p>
				<p>{t("methodology.words.rounding")}</p>
			</section>
			{pages.map((page) => (
				<section key={page.slug} aria-labelledby={`page-${page.slug}`}>
					<h2 id={`page-${page.slug}`}>{pageTitle(page, language)}</h2>
					{methods
						.filter(({ statistic }) => statistic.page === page.slug)
						.map(({ statistic, method, recipe }) => (
							<StatisticMethod key={statistic.slug} {...{ view, statistic, method, recipe }} />
						))}
				</section>
			))}
			<section className="prose" aria-labelledby="verify">
				<h2 id="verify">{t("methodology.verify.title")}</h2>
				<p>{t.rich("methodology.verify.log", { log: (words) => <a href={daysPath}>{words}</a> })}</p>
				<p>{t("methodology.verify.digest")}</p>
				<p>{t.rich("methodology.verify.operator", { command: (words) => <code>{words}</code> })}</p>
			</section>
			<section aria-labelledby="events">
				<h2 id="events">{t("methodology.events")}</h2>
				<p className="about">{t("methodology.eventsLead")}</p>
				<EventList events={worldEvents} language={language} />
			</section>
		</Frame>
	);
}
