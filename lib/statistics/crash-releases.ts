/** On which release of OpenVZ, or on which distribution, crashes happen. */
import { distributionLabel } from "./names/distributions";
import { overObserved } from "./statistic";

export default overObserved({
	slug: "crash-releases",
	every: "day",
	unit: "crashes",
	page: "crashes",
	place: 4,
	threshold: 5,
	labels: (bucket) => (/^\d/.test(bucket) ? `OpenVZ ${bucket}` : distributionLabel(bucket)),
});
