/** How many problems were reported for the first time. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-problems-new",
	every: "day",
	unit: "problems",
	page: "crashes",
	place: 5,
	isOneNumber: true,
});
