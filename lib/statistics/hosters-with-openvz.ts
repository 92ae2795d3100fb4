/** How many hosting companies offer OpenVZ, as others counted them. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "hosters-with-openvz",
	every: "day",
	isState: true,
	unit: "companies",
	page: "activity",
	place: 15,
	labels: { openvz: "OpenVZ", "openvz-6": "OpenVZ 6", "openvz-7": "OpenVZ 7", virtuozzo: "Virtuozzo" },
});
