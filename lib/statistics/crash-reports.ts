/** How many crashes hosts report, by the kind of program that crashed. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-reports",
	every: "day",
	unit: "crashes",
	page: "crashes",
	place: 1,
	labels: { core: null, kerneloops: null, python: "Python", ruby: "Ruby", java: "Java", javascript: "JavaScript" },
});
