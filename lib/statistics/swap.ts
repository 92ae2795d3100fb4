/** How much swap space a host has. */
import { mibScale } from "./scale";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

const sizes = mibScale([1, 2, 4, 8, 16, 32, 64].map((gib) => gib * 1024));

export default overWindow({
	slug: "swap",
	section: "memory",
	unit: "hosts",
	page: "memory",
	place: 2,
	labels: { none: null, ...sizes.labels },
	order: ["none", ...sizes.keys],
	tally: ({ swapMib }) => hostIn(swapMib === 0 ? "none" : sizes.bucketOf(swapMib)),
});
