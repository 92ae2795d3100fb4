/** How many threads a host runs at a time. */
import { processors } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-threads",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 5,
	labels: processors.labels,
	order: processors.keys,
	tally: ({ threads }) => hostIn(processors.bucketOf(threads)),
});
