/** How many bugs are open. */
import { bugTypes } from "./names/bug-types";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "bugs-open",
	every: "day",
	isState: true,
	unit: "bugs",
	page: "activity",
	place: 10,
	labels: bugTypes,
});
