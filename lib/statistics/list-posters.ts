/** How many people write to the mailing lists. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "list-posters",
	every: "month",
	unit: "people",
	page: "activity",
	place: 7,
	isOneNumber: true,
});
