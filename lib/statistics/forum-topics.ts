/** How many topics begin in the forum. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "forum-topics",
	every: "day",
	unit: "topics",
	page: "activity",
	place: 12,
	isOneNumber: true,
});
