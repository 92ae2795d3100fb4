/** How many processors a host has. */
import { fewParts } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "cpu-sockets",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 6,
	labels: fewParts.labels,
	order: fewParts.keys,
	tally: ({ sockets }) => hostIn(fewParts.bucketOf(sockets)),
});
