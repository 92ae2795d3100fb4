/** How many processors containers may use. */
import { sharedLabels } from "./labels";
import { processors } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "container-cpus",
	section: "container-settings",
	unit: "containers",
	page: "containers",
	place: 4,
	products: ["openvz7"],
	labels: { ...processors.labels, ...sharedLabels("limits") },
	order: [...processors.keys, "unlimited"],
	// In the settings of a container, 0 processors means no limit.
	tally: ({ containers }) =>
		countEach(containers, ({ cpus }) => (cpus === "unlimited" || cpus === 0 ? "unlimited" : processors.bucketOf(cpus))),
	baseAmount: ({ containers }) => howMany(containers),
});
