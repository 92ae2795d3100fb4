/** Which processors the hosts have. */
import { overWindow } from "./statistic";
import { named } from "./tally";

export default overWindow({
	slug: "cpu-model",
	section: "cpu",
	unit: "hosts",
	page: "cpu",
	place: 3,
	isInLead: false,
	threshold: 5,
	labels: {
		"virtual-cpu": null,
		"engineering-sample": null,
	},
	tally: ({ model }) => named(model),
});
