import { Frame } from "#components/frame/frame";
import { HistoricNotice } from "#components/frame/notices";
import { SearchExamples, SearchResults } from "#components/search/results";
import { SearchBox } from "#components/search/search-box";
import { pageState } from "#lib/address/addresses";
import { searchPath } from "#lib/address/links";
import { type QueryParts, read } from "#lib/address/query";
import { search } from "#lib/search/search";
import { siteIndex } from "#lib/search/site-index";
import { translate } from "#lib/text/index";
import { isSimulation, openView, queryOf, type ViewProps } from "../open-view";
import { metadataOf } from "../page-metadata";
import { PreviewTags } from "../preview-tags";

export const generateMetadata = metadataOf("search");

export default async function Search(props: ViewProps) {
	const { view, shown, observed } = await openView(props);
	const { language } = view;
	const t = translate(language);
	// `bin/server/checked-pages.ts` has answered where it is too long.
	const text = read(queryOf(await props.searchParams), pageState.q);
	const keep: QueryParts = text ? [[pageState.q.name, text]] : [];
	const results = text ? search(await siteIndex({ shown, observed }, language), text) : null;
	return (
		<Frame
			view={view}
			path={searchPath}
			keep={keep}
			published={shown?.published ?? null}
			observed={observed}
			simulated={isSimulation()}
		>
			<PreviewTags view={view} shown={shown} chart={null} />
			<header className="title">
				<h1>{t("search.title")}</h1>
				<p className="lead">{t("search.lead")}</p>
				<SearchBox view={view} text={text} />
				{!results && <SearchExamples view={view} examples={t("search.examples.texts").split(", ")} />}
			</header>
			{shown && <HistoricNotice view={view} path={searchPath} keep={keep} lastDay={shown.published.lastDay} />}
			{results && <SearchResults view={view} text={text} {...results} />}
		</Frame>
	);
}
