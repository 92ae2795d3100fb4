import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProblemSection } from "#components/crashes/problem-table";
import { TalkLinks } from "#components/share/share";
import { About, StatisticSection } from "#components/statistic/section";
import { WorldMap } from "#components/statistic/world-map";
import { UnbrokenRanges } from "#components/unbroken-ranges";
import { crashList } from "#lib/address/addresses";
import { crashesPath, hrefOf, pagePath } from "#lib/address/links";
import { readAll } from "#lib/address/query";
import { crashParameters, crashTable } from "#lib/crashes/table";
import { defaultLanguage, isLanguage } from "#lib/language";
import { products } from "#lib/product";
import { shownStatistics } from "#lib/query/shown-statistic";
import { leadOf } from "#lib/series/lead";
import { worldMap } from "#lib/series/world-map";
import country from "#lib/statistics/country";
import { statisticsWith } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import { pageBySlug, pageLead, pageTitle } from "#lib/statistics/pages";
import { isAcrossProducts, isSentBy } from "#lib/statistics/statistic";
import { translate } from "#lib/text/index";
import { openView, queryOf, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { pageMetadata } from "../page-metadata";

type Props = ViewProps<{ page: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { page: slug, lang } = await props.params;
	const page = pageBySlug(slug);
	if (!page) return {};
	const language = isLanguage(lang) ? lang : defaultLanguage;
	return pageMetadata(props, { title: pageTitle(page, language), description: pageLead(page, language) });
}

export default async function StatisticsPage(props: Props) {
	const page = pageBySlug((await props.params).page);
	if (!page) notFound();
	const opened = await openView(props);
	const { view, shown, observed } = opened;
	const { language, product } = view;
	const t = translate(language);
	const path = pagePath(page);
	const onPage = statisticsWith(observed).filter((statistic) => statistic.page === page.slug);
	const sent = onPage.filter((statistic) => isSentBy(statistic, product));
	const sections = shown ? await shownStatistics(sent, product, shown.day, language, shown.published) : [];
	const first = sections.find(({ isEmpty }) => !isEmpty);
	const numbers = leadOf(sections, language);
	const filters = path === crashesPath ? readAll(queryOf(await props.searchParams), crashList) : null;
	const problems = shown && filters && (await crashTable(shown.day, filters));
	const other = products.find(
		(one) => one !== product && onPage.some((statistic) => !isSentBy(statistic, product) && isSentBy(statistic, one)),
	);
	return (
		<PageFrame
			opened={opened}
			path={path}
			section={page.slug}
			keep={filters ? crashParameters(filters) : []}
			choice={onPage.length > 0 && onPage.every(isAcrossProducts) ? "date" : "view"}
			heading={
				<header className="title">
					<h1>{pageTitle(page, language)}</h1>
				</header>
			}
			chart={sent.length > 0 ? (sections[0] ?? null) : undefined}
		>
			{numbers.length > 0 && (
				<p className="own-numbers">
					<UnbrokenRanges text={numbers.join(" ")} />
				</p>
			)}
			<About title={t("statistic.aboutPage")}>{pageLead(page, language)}</About>
			{sections.length > 1 && (
				<nav className="contents" aria-label={t("statistic.contents")}>
					{problems && <a href="#problems">{t("crashes.title")}</a>}
					{sections.map(({ statistic }) => (
						<a key={statistic.slug} href={`#${statistic.slug}`}>
							{titleOf(statistic, language)}
						</a>
					))}
				</nav>
			)}
			{sections
				.filter(({ statistic, isEmpty }) => statistic === country && !isEmpty)
				.map(({ distribution, statistic }) => (
					<WorldMap key={statistic.slug} spec={worldMap(distribution, language)} {...{ view, statistic }} />
				))}
			{sections.map((section) => (
				<StatisticSection key={section.statistic.slug} view={view} {...section} />
			))}
			{problems && <ProblemSection view={view} {...problems} />}
			{first && <TalkLinks view={view} page={page.slug} first={first.statistic.slug} />}
			{other && (
				<p className="elsewhere">
					{t(sent.length === 0 ? "statistic.noneSent" : "statistic.notSent", { product: t(`product.${product}`) })}{" "}
					<a href={hrefOf({ ...view, product: other }, path)}>
						{t("statistic.toOther", { other: t(`product.${other}`) })}
					</a>
				</p>
			)}
		</PageFrame>
	);
}
