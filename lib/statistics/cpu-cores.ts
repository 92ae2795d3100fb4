/** How many cores a host has. */
import { processors } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-cores",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 4,
	labels: processors.labels,
	order: processors.keys,
	tally: ({ cores }) => hostIn(processors.bucketOf(cores)),
});
