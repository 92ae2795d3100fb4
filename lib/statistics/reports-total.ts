/** How many reports have come in so far. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "reports-total",
	unit: "reports",
	page: "reports",
	place: 2,
	event: "report-so-far",
});
