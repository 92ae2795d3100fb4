import type { ViewParams } from "../../../../../../open-view";
import { generateMetadata } from "../page";
import { StatisticView } from "../statistic-view";

export { generateMetadata };

export const revalidate = 300;
export const generateStaticParams = () => [];

/** The same, looked at in another way: what bin/server/page-states.ts reads from the address. */
export default function StatisticPageInState({
	params,
}: {
	params: Promise<ViewParams & { slug: string; state: string }>;
}) {
	return <StatisticView params={params} />;
}
