/** How many hosts report for the first time. */
import { overEvents } from "./statistic";

export default overEvents({
	slug: "hosts-new",
	unit: "hosts",
	page: "hosts",
	place: 5,
	event: "first-report",
});
