/** How many machines are installed over the network. */
import { overObserved } from "./statistic";

export default overObserved({
	slug: "network-installs",
	every: "day",
	unit: "clients",
	page: "activity",
	place: 5,
	isOneNumber: true,
});
