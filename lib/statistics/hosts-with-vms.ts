/** How many hosts hold virtual machines. */
import { sharedLabels } from "./labels";
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "hosts-with-vms",
	section: "static",
	unit: "hosts",
	page: "virtual-machines",
	place: 1,
	products: ["openvz7"],
	labels: sharedLabels("yesNo"),
	tally: ({ counters }) => hostIn(counters && (counters.vms > 0 ? "yes" : "no")),
});
