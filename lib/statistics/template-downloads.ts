/** How often templates of containers are downloaded. */
import { distributions } from "./names/distributions";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "template-downloads",
	every: "day",
	unit: "downloads",
	page: "activity",
	place: 4,
	labels: distributions,
});
