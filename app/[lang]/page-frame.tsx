import type { ReactNode } from "react";
import { Frame } from "#components/frame/frame";
import { EmptyNotice, HistoricNotice } from "#components/frame/notices";
import type { QueryParts } from "#lib/address/query";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { isSimulation } from "#lib/simulation";
import type { PageView } from "#lib/site/page-view";
import { overviewPreview, previewOf } from "#lib/site/preview";

interface Props {
	/** What `openView` returned. */
	opened: PageView;
	/** The path of the English page. */
	path: string;
	/** The entry of the navigation that is marked. */
	section?: string;
	/** Parameters that links for other days, products and languages keep. */
	keep?: QueryParts;
	/**
	 * What the page offers to choose: product and date (`view`, the default), only the product because the page has fields for
	 * its days (`product`), only the date because its numbers are those of all products (`date`), or nothing.
	 */
	choice?: "view" | "product" | "date" | "none";
	/** Whether the page says which day it shows, or that there is none yet. Default: where a date can be chosen. */
	saysDay?: boolean;
	/** The page's title. Product and date stand beside it, or below it where there is no room. */
	heading?: ReactNode;
	/** The page's chart, for the picture that other sites show; `null` if there is none. Default: the first one of the overview. */
	chart?: ShownStatistic | null;
	children: ReactNode;
}

/** What all pages have: the frame, the notices about the day, and the picture for other sites. */
export function PageFrame({
	opened,
	choice = "view",
	saysDay = choice === "view" || choice === "date",
	chart,
	children,
	...rest
}: Props) {
	const { view, shown, observed } = opened;
	const published = choice === "product" ? null : (shown?.published ?? null);
	return (
		<Frame {...{ view, choice, published, observed }} simulated={isSimulation()} {...rest}>
			<PreviewTags {...{ view, shown, chart }} />
			{saysDay && shown && (
				<HistoricNotice view={view} path={rest.path} keep={rest.keep} lastDay={shown.published.lastDay} />
			)}
			{saysDay && !shown && <EmptyNotice view={view} />}
			{children}
		</Frame>
	);
}

/**
 * The picture that other sites show for a shared address: the page's chart, or the first one of the overview. React moves the
 * tags into the head. Next's own metadata would invent a host; without PUBLIC_URL, the addresses here are relative.
 */
async function PreviewTags({ view, shown, chart }: Pick<PageView, "view" | "shown"> & Pick<Props, "chart">) {
	const preview = chart === undefined ? shown && (await overviewPreview(view, shown)) : chart && previewOf(view, chart);
	if (!preview) return null;
	return (
		<>
			<meta property="og:image" content={preview.url} />
			<meta property="og:image:width" content={`${preview.width}`} />
			<meta property="og:image:height" content={`${preview.height}`} />
			<meta property="og:image:alt" content={preview.alt} />
			<meta name="twitter:image" content={preview.url} />
			<link rel="image_src" href={preview.url} />
		</>
	);
}
