/** The runners of teams. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "team-runner",
	section: "network",
	unit: "bonds",
	page: "network",
	place: 4,
	products: ["openvz7"],
	labels: {
		activebackup: "activebackup",
		lacp: "lacp",
		loadbalance: "loadbalance",
		roundrobin: "roundrobin",
		broadcast: "broadcast",
		random: "random",
	},
	tally: ({ teams }) => countEach(teams, ({ runner }) => runner),
});
