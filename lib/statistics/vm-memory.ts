/** How much memory virtual machines have. */
import { guestMemory } from "./scale";
import { overWindow } from "./statistic";
import { countEach, howMany } from "./tally";

export default overWindow({
	slug: "vm-memory",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 5,
	products: ["openvz7"],
	labels: guestMemory.labels,
	order: guestMemory.keys,
	tally: ({ vms }) => countEach(vms, ({ memoryMib }) => guestMemory.bucketOf(memoryMib)),
	baseAmount: ({ vms }) => howMany(vms),
});
