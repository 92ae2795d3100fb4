import { SearchExamples, SearchResults } from "#components/search/results";
import { SearchBox } from "#components/search/search-box";
import { pageState } from "#lib/address/addresses";
import { searchPath } from "#lib/address/links";
import { type QueryParts, read } from "#lib/address/query";
import { search } from "#lib/search/search";
import { siteIndex } from "#lib/search/site-index";
import { translate } from "#lib/text/index";
import { openView, queryOf, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { metadataOf } from "../page-metadata";

export const generateMetadata = metadataOf("search");

export default async function Search(props: ViewProps) {
	const opened = await openView(props);
	const { view, shown, observed } = opened;
	const { language } = view;
	const t = translate(language);
	// `bin/server/checked-pages.ts` has answered where it is too long.
	const text = read(queryOf(await props.searchParams), pageState.q);
	const keep: QueryParts = text ? [[pageState.q.name, text]] : [];
	const results = text ? search(await siteIndex({ shown, observed }, language), text) : null;
	return (
		<PageFrame
			opened={opened}
			path={searchPath}
			keep={keep}
			choice="none"
			chart={null}
			saysDay
			heading={
				<header className="title">
					<h1>{t("search.title")}</h1>
					<p className="lead">{t("search.lead")}</p>
					<SearchBox view={view} text={text} />
					{!results && <SearchExamples view={view} examples={t("search.examples.texts").split(", ")} />}
				</header>
			}
		>
			{results && <SearchResults view={view} text={text} {...results} />}
		</PageFrame>
	);
}
