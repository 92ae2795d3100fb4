/** Whether Windows or Linux runs in virtual machines. */
import { overWindow } from "./statistic";
import { countEach } from "./tally";

export default overWindow({
	slug: "vm-guest-family",
	section: "vm-guests",
	unit: "VMs",
	page: "guests",
	place: 3,
	products: ["openvz7"],
	labels: {
		windows: "Windows",
		linux: "Linux",
		freebsd: "FreeBSD",
		unknown: null,
	},
	tally: ({ vms }) => countEach(vms, ({ family }) => family),
});
