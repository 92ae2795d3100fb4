/** How many hosts patch their kernel without a reboot. */
import { overWindow } from "./statistic";
import { hostIn } from "./tally";

export default overWindow({
	slug: "readykernel",
	section: "static",
	unit: "hosts",
	page: "versions",
	place: 6,
	products: ["openvz7"],
	labels: {
		loaded: null,
		installed: null,
		none: null,
	},
	tally: ({ readykernel }) => hostIn(readykernel),
});
