/** How many hosts aggregate their links. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "bonding",
	section: "network",
	unit: "hosts",
	page: "network",
	place: 2,
	products: ["openvz7"],
	labels: {
		none: null,
		bonding: "Bonding",
		teaming: "Teaming",
		both: null,
	},
	tally({ bonds, teams }) {
		if (bonds.length > 0) return hostIn(teams.length > 0 ? "both" : "bonding");
		return hostIn(teams.length > 0 ? "teaming" : "none");
	},
});
