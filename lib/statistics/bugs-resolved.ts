/** How many bugs are resolved. */
import { bugTypes } from "./names/bug-types";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "bugs-resolved",
	every: "day",
	unit: "bugs",
	page: "activity",
	place: 9,
	labels: bugTypes,
});
