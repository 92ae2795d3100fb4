/** How often DistroWatch’s own page of a distribution is looked at, as DistroWatch says. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "distrowatch-hits",
	every: "day",
	isState: true,
	unit: "hits",
	page: "activity",
	place: 14,
	labels: { "virtuozzo-linux": "Virtuozzo Linux", openvz: "OpenVZ" },
});
