/** How many hosts are in a cluster. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cluster",
	section: "clusters",
	unit: "hosts",
	page: "software",
	place: 3,
	products: ["openvz7"],
	labels: {
		none: null,
		vstorage: "Virtuozzo Storage",
		shaman: null,
		both: null,
		other: null,
	},
	tally: ({ cluster }) => hostIn(cluster),
});
