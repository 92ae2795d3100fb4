/** How much memory containers may use. */
import { sharedLabels } from "./labels";
import { guestMemory } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-memory",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 3,
	products: ["openvz7"],
	labels: { ...guestMemory.labels, ...sharedLabels("limits") },
	order: [...guestMemory.keys, "unlimited"],
	tally: ({ containers }) =>
		countEach(containers, ({ memoryMib: limit }) => (limit === "unlimited" ? limit : guestMemory.bucketOf(limit))),
	baseAmount: ({ containers }) => howMany(containers),
});
