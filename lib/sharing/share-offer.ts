/** What the "Share" dialog of a chart offers: addresses, code and words, ready to be shown. */
import type { QueryParts } from "#lib/address/query";
import type { Day } from "#lib/day";
import type { ShareName } from "#lib/open-data/formats";
import type { StandaloneChart } from "./standalone-chart";

/** One format on a part of the page. */
interface Offered<Part extends string> {
	extension: string;
	/** In the catalogue of texts, below `share`. */
	name: ShareName<Part>;
	href: string;
}

export interface ShareOffer {
	lone: StandaloneChart;
	/** The day that is shown now. */
	day: Day;
	title: string;
	sentence: string;
	/** The page with this view, as a path and as a link to send. */
	page: string;
	link: string;
	slide: string;
	/** This dialog, for the newest data and for one day; for the history and for the day. */
	dated: { newest: string; pinned: string };
	forms: Record<StandaloneChart["form"], string>;
	embed: { code: string; href: string; height: number; title: string };
	/** Without an ending, and what its form must not lose. */
	picture: { path: string; parameters: QueryParts };
	files: readonly Offered<"data">[];
	texts: readonly Offered<"text">[];
	citations: readonly Offered<"cite">[];
}
