import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StatisticMethod } from "#components/statistic/method";
import { hrefOf, methodologyPath, methodsPath } from "#lib/address/links";
import { defaultLanguage, isLanguage } from "#lib/language";
import { methodsOn } from "#lib/site/methodology";
import { pagesWith } from "#lib/statistics/index";
import { pageBySlug, pageTitle } from "#lib/statistics/pages";
import { translate } from "#lib/text/index";
import { translateOnServer } from "#lib/text/server";
import { openView, type ViewProps } from "../../open-view";
import { PageFrame } from "../../page-frame";
import { pageMetadata } from "../../page-metadata";

type Props = ViewProps<{ part: string }>;

export async function generateMetadata(props: Props): Promise<Metadata> {
	const { part, lang } = await props.params;
	const language = isLanguage(lang) ? lang : defaultLanguage;
	const page = pageBySlug(part);
	if (!page) return {};
	const about = translate(language);
	const t = translateOnServer(language);
	const title = t("method.ofPage", { page: pageTitle(page, language) });
	return pageMetadata(props, { title, description: about("methodology.lead") });
}

/** How the statistics of one page are counted. */
export default async function MethodologyPart(props: Props) {
	const opened = await openView(props);
	const { view, shown, observed } = opened;
	const page = pageBySlug((await props.params).part) ?? notFound();
	const { language, product } = view;
	const about = translate(language);
	const path = methodsPath(page);
	const methods = shown ? await methodsOn(page, shown, product, language) : [];
	return (
		<PageFrame
			opened={opened}
			path={path}
			section="methodology"
			choice="none"
			saysDay
			heading={
				<header className="title">
					<p className="crumb">
						<a href={hrefOf(view, methodologyPath)}>{about("methodology.title")}</a>
					</p>
					<h1>{pageTitle(page, language)}</h1>
					<p className="lead">{about("methodology.lead")}</p>
				</header>
			}
		>
			{methods.map(({ statistic, method, recipe }) => (
				<StatisticMethod key={statistic.slug} {...{ view, statistic, method, recipe }} />
			))}
			<nav className="contents" aria-label={about("methodology.title")}>
				<p>{about("methodology.title")}</p>
				{pagesWith(observed)
					.filter((one) => one !== page)
					.map((one) => (
						<a key={one.slug} href={hrefOf(view, methodsPath(one))}>
							{pageTitle(one, language)}
						</a>
					))}
			</nav>
		</PageFrame>
	);
}
