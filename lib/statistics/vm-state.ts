/** The states of virtual machines. */
import { sharedLabels } from "./labels";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-state",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 4,
	products: ["openvz7"],
	labels: sharedLabels("states"),
	tally: ({ vms }) => countEach(vms, ({ state }) => state),
});
