import { MovedAnchors } from "#components/controls/moved-anchors";
import { EventList } from "#components/statistic/day-list";
import { daysPath, hrefOf, methodologyPath, methodPath, methodsPath } from "#lib/address/links";
import { windowDaysTexts } from "#lib/product";
import { largestAmounts } from "#lib/site/methodology";
import { worldEvents } from "#lib/statistics/events";
import { pagesWith, statisticsWith } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("methodology");

export default async function Methodology(props: ViewProps) {
	const opened = await openView(props);
	const { view, observed } = opened;
	const { language } = view;
	const about = translate(language);
	const t = translateOnServer(language);
	return (
		<PageFrame
			opened={opened}
			path={methodologyPath}
			choice="none"
			saysDay
			heading={
				<header className="title">
					<h1>{about("methodology.title")}</h1>
					<p className="lead">{about("methodology.lead")}</p>
				</header>
			}
		>
			<section className="prose" aria-labelledby="in-general">
				<h2 id="in-general">{t("method.words.title")}</h2>
				<p>{t("method.words.day")}</p>
				<p>{t("method.words.host", windowDaysTexts)}</p>
				<p>{t("method.words.known")}</p>
				<p>{t("method.words.small")}</p>
				<p>{t("method.words.plausible", largestAmounts(language))}</p>
				<p>{t("method.words.observed")}</p>
				<p>{t("method.words.rounding")}</p>
				<p>{t("method.words.crashes")}</p>
			</section>
			<section className="parts" aria-labelledby="statistics">
				<h2 id="statistics">{t("method.statistics")}</h2>
				<div className="by-page">
					{pagesWith(observed).map((page) => (
						<div key={page.slug}>
							<h3 id={`page-${page.slug}`} data-moved="">
								<a href={hrefOf(view, methodsPath(page))}>{pageTitle(page, language)}</a>
							</h3>
							<ul>
								{statisticsWith(observed)
									.filter((one) => one.page === page.slug)
									.map((statistic) => (
										<li key={statistic.slug} id={statistic.slug} data-moved="">
											<a href={hrefOf(view, methodPath(statistic))}>{titleOf(statistic, language)}</a>
										</li>
									))}
							</ul>
						</div>
					))}
				</div>
			</section>
			<section className="prose" aria-labelledby="verify">
				<h2 id="verify">{t("method.verify.title")}</h2>
				<p>{t.rich("method.verify.log", { log: (words) => <a href={daysPath}>{words}</a> })}</p>
				<p>{t("method.verify.digest")}</p>
				<p>{t.rich("method.verify.operator", { command: (words) => <code>{words}</code> })}</p>
			</section>
			<section aria-labelledby="events">
				<h2 id="events">{t("method.events")}</h2>
				<p className="about">{t("method.eventsLead")}</p>
				<EventList events={worldEvents} language={language} />
			</section>
			<MovedAnchors />
		</PageFrame>
	);
}
