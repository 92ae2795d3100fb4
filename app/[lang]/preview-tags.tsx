import type { ShownStatistic } from "#lib/query/shown-statistic";
import type { PageView } from "#lib/site/page-view";
import { overviewPreview, previewOf } from "#lib/site/preview";

interface Props extends Omit<PageView, "observed"> {
	/** The page's chart; `null` if it has nothing to show. Default: the first one of the overview. */
	chart?: ShownStatistic | null;
}

/**
 * The picture that other sites show for a shared address: the page's chart, or the first one of the overview. React moves the
 * tags into the head. Next's own metadata would invent a host; without PUBLIC_URL, the addresses here are relative.
 */
export async function PreviewTags({ view, shown, chart }: Props) {
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
