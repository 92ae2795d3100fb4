/** How many virtual machines a host holds. */
import { perHost } from "./scale";
import { overWindow } from "./statistic";
import { howMany } from "./tally";

export default overWindow({
	slug: "vms-per-host",
	section: "vm-guests",
	unit: "VMs",
	page: "virtual-machines",
	place: 3,
	isPerHost: true,
	products: ["openvz7"],
	labels: perHost.labels,
	order: perHost.keys,
	tally({ vms }) {
		const amount = howMany(vms);
		return [{ bucket: perHost.bucketOf(amount), amount }];
	},
});
