/** Whether hosts hold containers, virtual machines or both. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "virtualization",
	section: "static",
	unit: "hosts",
	page: "virtual-machines",
	place: 2,
	isInLead: false,
	products: ["openvz7"],
	labels: {
		containers: null,
		vms: null,
		both: null,
		none: null,
	},
	tally({ counters }) {
		if (counters === null) return [];
		if (counters.containers > 0) return hostIn(counters.vms > 0 ? "both" : "containers");
		return hostIn(counters.vms > 0 ? "vms" : "none");
	},
});
