/** How many packages a host has. */
import { countScale } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

const numbers = countScale(0, [499, 749, 999, 1249, 1499, 1999]);

export default overWindow({
	slug: "packages-per-host",
	section: "software",
	unit: "hosts",
	page: "software",
	place: 5,
	products: ["openvz7"],
	labels: numbers.labels,
	order: numbers.keys,
	tally: ({ total }) => hostIn(numbers.bucketOf(total)),
});
