/** How many processors virtual machines have. */
import { processors } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "vm-cpus",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 6,
	products: ["openvz7"],
	labels: processors.labels,
	order: processors.keys,
	// 0 processors means that the report does not say how many.
	tally: ({ vms }) => countEach(vms, ({ cpus }) => processors.bucketOf(cpus || null)),
	baseAmount: ({ vms }) => howMany(vms),
});
