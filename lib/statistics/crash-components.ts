/** In which package crashes happen. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-components",
	every: "day",
	unit: "crashes",
	page: "crashes",
	place: 2,
	threshold: 5,
});
