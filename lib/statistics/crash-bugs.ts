/** How many bugs begin with a crash report. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-bugs",
	every: "month",
	unit: "bugs",
	page: "crashes",
	place: 6,
	labels: { crash: null, "no-crash": null },
});
