/** How many bugs are reported. */
import { bugTypes } from "./names/bug-types";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "bugs-created",
	every: "day",
	unit: "bugs",
	page: "activity",
	place: 8,
	labels: bugTypes,
});
