/** Which systems run in virtual machines. */
import { guestSystems } from "./names/guest-systems";
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-guest-os",
	section: "vm-guests",
	unit: "VMs",
	page: "guests",
	place: 4,
	products: ["openvz7"],
	labels: { ...guestSystems, unknown: null },
	tally: ({ vms }) => countEach(vms, ({ os }) => os),
});
