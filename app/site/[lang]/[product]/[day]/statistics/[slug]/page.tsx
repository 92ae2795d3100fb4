import type { Metadata } from "next";
import { statisticPath } from "#lib/address/links";
import { defaultLanguage, isLanguage } from "#lib/language";
import { stateOfFolder } from "#lib/site/page-states";
import { statisticBySlug } from "#lib/statistics/index";
import { titleOf } from "#lib/statistics/labels";
import type { ViewParams } from "../../../../../open-view";
import { pageMetadata } from "../../../../../page-metadata";
import { StatisticView } from "./statistic-view";

interface Props {
	params: Promise<ViewParams & { slug: string; state?: string }>;
}

export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const asked = await params;
	const statistic = statisticBySlug(asked.slug);
	const language = isLanguage(asked.lang) ? asked.lang : defaultLanguage;
	return pageMetadata(asked, statistic ? statisticPath(statistic) : null, {
		title: statistic && titleOf(statistic, language),
		...(statistic ? { pictured: { statistic, chart: stateOfFolder(asked.state)?.chart } } : {}),
	});
}

export default function StatisticPage({ params }: Props) {
	return <StatisticView params={params} />;
}
