/** How many posts the forum gets. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "forum-posts",
	every: "day",
	unit: "posts",
	page: "activity",
	place: 11,
	isOneNumber: true,
});
