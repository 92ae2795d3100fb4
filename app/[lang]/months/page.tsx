import type { Metadata } from "next";
import { Frame } from "#components/frame/frame";
import { EmptyNotice } from "#components/frame/notices";
import { hrefOf, monthPath, monthsPath } from "#lib/address/links";
import { monthOf, monthsOf } from "#lib/feed/months";
import { monthTitle, newsOf } from "#lib/feed/review";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { isSimulation, openView, type ViewProps } from "../open-view";
import { pageMetadata } from "../page-metadata";
import { PreviewTags } from "../preview-tags";

export async function generateMetadata(props: ViewProps): Promise<Metadata> {
	const { lang } = await props.params;
	const t = translate(isLanguage(lang) ? lang : defaultLanguage);
	return pageMetadata(props, { title: t("questions.months.title"), description: t("programs.feed.subtitle") });
}

/** The months that are published whole. */
export default async function MonthsPage(props: ViewProps) {
	const { view, shown, observed } = await openView(props);
	const { language } = view;
	const t = translate(language);
	const months = shown ? await monthsOf({ ...shown.published, lastDay: shown.day }) : [];
	return (
		<Frame
			view={view}
			path={monthsPath}
			section="months"
			published={shown?.published ?? null}
			observed={observed}
			simulated={isSimulation()}
			heading={
				<header className="title">
					<h1>{t("questions.months.title")}</h1>
				</header>
			}
		>
			<PreviewTags view={view} shown={shown} />
			<p className="lead">{t("programs.feed.subtitle")}</p>
			{!shown && <EmptyNotice view={view} />}
			{shown && months.length === 0 && <p className="nothing">{t("questions.months.none")}</p>}
			<ul className="months">
				{months.map((month) => (
					<li key={month.last}>
						<a href={hrefOf({ ...view, day: null }, monthPath(monthOf(month.last)))}>{monthTitle(month, language)}</a>{" "}
						{newsOf(month, language)}
					</li>
				))}
			</ul>
		</Frame>
	);
}
