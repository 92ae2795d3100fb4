/** How often installation images are downloaded. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "iso-downloads",
	every: "day",
	unit: "downloads",
	page: "activity",
	place: 1,
	labels: (bucket) => (/^[6-9]\.\d(\.\d{1,2})?$/.test(bucket) ? `OpenVZ ${bucket}` : undefined),
});
