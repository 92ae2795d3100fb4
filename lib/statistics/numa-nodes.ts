/** How many NUMA nodes a host has. */
import { fewParts } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "numa-nodes",
	section: "hardware",
	unit: "hosts",
	page: "cpu",
	place: 7,
	products: ["openvz7"],
	labels: fewParts.labels,
	order: fewParts.keys,
	tally: ({ numaNodes }) => hostIn(fewParts.bucketOf(numaNodes)),
});
