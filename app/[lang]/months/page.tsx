import type { Metadata } from "next";
import { hrefOf, monthPath, monthsPath } from "#lib/address/links";
import { monthOf, monthsOf } from "#lib/feed/months";
import { monthTitle, newsOf } from "#lib/feed/review";
import { defaultLanguage, isLanguage } from "#lib/language";
import { translate } from "#lib/text/index";
import { openView, type ViewProps } from "../open-view";
import { PageFrame } from "../page-frame";
import { pageMetadata } from "../page-metadata";

export async function generateMetadata(props: ViewProps): Promise<Metadata> {
	const { lang } = await props.params;
	const t = translate(isLanguage(lang) ? lang : defaultLanguage);
	return pageMetadata(props, { title: t("questions.months.title"), description: t("programs.feed.subtitle") });
}

/** The months that are published whole. */
export default async function MonthsPage(props: ViewProps) {
	const opened = await openView(props);
	const { view, shown } = opened;
	const { language } = view;
	const t = translate(language);
	const months = shown ? await monthsOf({ ...shown.published, lastDay: shown.day }) : [];
	return (
		<PageFrame
			opened={opened}
			path={monthsPath}
			section="months"
			heading={
				<header className="title">
					<h1>{t("questions.months.title")}</h1>
				</header>
			}
		>
			<p className="lead">{t("programs.feed.subtitle")}</p>
			{shown && months.length === 0 && <p className="nothing">{t("questions.months.none")}</p>}
			<ul className="months">
				{months.map((month) => (
					<li key={month.last}>
						<a href={hrefOf({ ...view, day: null }, monthPath(monthOf(month.last)))}>{monthTitle(month, language)}</a>{" "}
						{newsOf(month, language)}
					</li>
				))}
			</ul>
		</PageFrame>
	);
}
