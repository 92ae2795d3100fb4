/** How many people write in the forum. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "forum-posters",
	every: "month",
	unit: "people",
	page: "activity",
	place: 13,
	isOneNumber: true,
});
