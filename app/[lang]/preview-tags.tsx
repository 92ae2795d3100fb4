import type { View } from "#lib/address/links";
import type { ShownStatistic } from "#lib/query/shown-statistic";
import { overviewPreview, previewOf } from "#lib/site/preview";

/**
 * The picture of a page where its address is shared: of the chart that is shown, or of the overview's first one. The tags find their way into the head. Next would complete an address
 * with a host of its own making; a site that does not know its address has it without one, as all others in its head.
 */
export async function PreviewTags({ view, shown }: { view: View; shown?: ShownStatistic | null }) {
	const preview = shown === undefined ? await overviewPreview(view) : shown && previewOf(view, shown);
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
