/** How many machines ask for updates. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "update-clients",
	every: "week",
	unit: "clients",
	page: "activity",
	place: 2,
	threshold: 5,
	labels: { "openvz-7": "OpenVZ 7", "openvz-6": "OpenVZ 6", vz8: "Virtuozzo 8", vz9: "Virtuozzo 9", factory: null },
});
