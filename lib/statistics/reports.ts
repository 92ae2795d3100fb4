/** How many reports come in on a day. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "reports",
	unit: "reports",
	page: "reports",
	place: 1,
	event: "report",
});
