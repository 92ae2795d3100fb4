/** How often packages are downloaded. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "package-downloads",
	every: "day",
	unit: "downloads",
	page: "activity",
	place: 3,
	labels: { kernel: null, tools: null, template: null },
});
