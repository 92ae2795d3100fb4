/** Which memory policy the hosts use. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "memory-policy",
	section: "memory",
	unit: "hosts",
	page: "memory",
	place: 3,
	products: ["openvz7"],
	labels: {
		performance: null,
		density: null,
	},
	tally: ({ policy }) => hostIn(policy),
});
