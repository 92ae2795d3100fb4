/** How much disk space containers may use. */

import { sharedLabels } from "./labels";
import { mibScale } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

const sizes = mibScale([5, 10, 20, 50, 100, 200, 500, 1024].map((gib) => gib * 1024));

export default overWindow({
	slug: "container-disk",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 5,
	products: ["openvz7"],
	labels: { ...sizes.labels, ...sharedLabels("limits") },
	order: [...sizes.keys, "unlimited"],
	tally: ({ containers }) =>
		countEach(containers, ({ diskMib: limit }) => (limit === "unlimited" ? limit : sizes.bucketOf(limit))),
	baseAmount: ({ containers }) => howMany(containers),
});
